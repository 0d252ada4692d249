package vn.loa.summary;

import java.util.regex.Matcher;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * Takes the caption of a picture off the paragraph that was glued to it: "Quang cảnh buổi lễ. Ảnh: H.T Sáng 16/3, UBND xã
 * …". The credit ends where a word that opens news follows.
 */
final class GluedCaption {
    /** A caption's credit stands within so many UTF-16 units. */
    private static final int LONGEST_CAPTION = 250;

    private static final int SHORTEST_NEWS = 40;

    private static final PrefilteredPattern CREDIT = PrefilteredPattern.of(
            "(?<!\\p{L})[Ảả]nh\\s?:\\s?(?:\\p{Lu}[\\p{L}.]{0,12}+[ ,]?){1,5}?[).:]?\\s+(?=(?:Sáng|Trưa|Chiều|Tối|Đêm|Ngày|Hôm"
                    + " nay|Vừa qua|Mới đây|Nhằm|Thực hiện|Nhân|Tại|Trong|Theo|Từ|Để|Đảng [uủ][yỷ]|Ủy ban|Uỷ"
                    + " ban|UBND|UBMTTQ|HĐND|MTTQ|Ban|Hội|Đoàn|Công an|Trường|Trạm|Các|Khoảng|Sau)(?!\\p{L}))",
            0);

    private GluedCaption() {}

    /** Returns the paragraph without the caption before its news; as it is when there is none. */
    static String takenOff(String paragraph) {
        if (!paragraph.contains("nh:") && !paragraph.contains("nh :")) {
            return paragraph;
        }
        PrefilteredPattern.Search credit =
                CREDIT.in(paragraph.substring(0, Math.min(paragraph.length(), LONGEST_CAPTION)));
        if (!credit.find()) {
            return paragraph;
        }
        Matcher found = credit.match();
        String news = paragraph.substring(found.end());
        return news.length() >= SHORTEST_NEWS ? news : paragraph;
    }
}
