package vn.loa.summary;

import java.util.List;
import java.util.Optional;
import vn.loa.text.Clauses;
import vn.loa.text.Sentences;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * The preamble that official style puts before the news: "Thực hiện Kế hoạch số … của …, nhằm nâng cao …, ngày 13/9 …".
 */
final class Preamble {
    private static final PrefilteredPattern OPENING = PrefilteredPattern.caseless(
            "^(?:thực hiện|nhằm|căn cứ|hưởng ứng|để|nhân|chào mừng|trong không khí|với|tiếp tục|trên cơ sở|theo|hướng tới"
                    + "|thiết thực|kỷ niệm|nằm trong|trong khuôn khổ|tiếp nối|xuất phát từ|góp phần|hòa chung|hoà chung|phát huy|được sự|triển khai)(?!\\p{L})");
    private static final PrefilteredPattern GROUNDS = PrefilteredPattern.caseless(
            "^(?:thực hiện|căn cứ|theo|triển khai) (?:nghị quyết|kế hoạch|công văn|hướng dẫn|chỉ thị|quyết định|thông tri"
                    + "|pháp lý|chương trình|sự chỉ đạo|luật|kết luận)(?!\\p{L})"
                    + "|^(?:thiết thực |nhiệt liệt )?(?:chào mừng|kỷ niệm|lập thành tích chào mừng|hưởng ứng)(?!\\p{L})");

    /** "Ngày hội" is no day. */
    private static final String TIME_OF_DAY = "(?:các |(?:\\d|hai|ba) )?(?:sáng|trưa|chiều|tối|đêm) "
            + "|(?:các )?ngày (?=\\d|hôm |mùng |mồng )|(?:\\d|hai|ba) ngày ";

    /** With a day, or with who acts, the news begins. */
    private static final PrefilteredPattern DAY =
            PrefilteredPattern.caseless("^(?:(?:vào |trong )?(?:" + TIME_OF_DAY + ")|vừa qua|mới đây|hôm nay)");

    /** Only enumerated before the news: those for whom, or with whom, it is done. */
    private static final PrefilteredPattern PEOPLE = PrefilteredPattern.caseless(
            "(?:hội viên|đoàn viên|đảng viên|cán bộ|ban,? ngành|các (?:ban|ngành|tầng lớp|đoàn thể|cấp|tổ chức)|tổ"
                    + " chức|đoàn thể|nhân dân|bà con|toàn thể)");

    private static final PrefilteredPattern NEWS =
            PrefilteredPattern.caseless("^(?:(?:vào |trong )?(?:" + TIME_OF_DAY + ")|vừa qua|mới đây|trong |từ |hôm nay"
                    + "|(?:ban thường trực |thường trực )?[uủ][yỷ] ban|(?:ub)?mttq|ubnd|hđnd|mặt trận|ban |hội |đoàn |đảng |chi bộ"
                    + "|công an|trường |trung tâm |trạm |xã |phường |thôn |huyện |quận |tổ |các |toàn |đồng chí |lãnh đạo |nhân dân"
                    + "|bà con|cán bộ|(?:phó )?chủ tịch|bí thư|thường trực|sở |bộ |chi cục |đề nghị|yêu cầu)");

    private static final PrefilteredPattern ASKS =
            PrefilteredPattern.caseless("(?<!\\p{L})(?:đề nghị|yêu cầu|kêu gọi|khuyến cáo)(?!\\p{L})");

    private static final int LONGEST_OPENING = 24;

    private Preamble() {}

    /** Returns whether the sentence names its grounds and nothing else. */
    static boolean isAllOf(String sentence) {
        return GROUNDS.begins(sentence) && newsIn(sentence).isEmpty() || isBrokenOff(sentence);
    }

    /** Returns whether a text begins with a day, as news does. */
    static boolean opensNews(String text) {
        return DAY.begins(text);
    }

    /** "Nhằm …, thực hiện Chương trình … của Ủy ban MTTQ xã": what is done stands in the next paragraph. */
    private static boolean isBrokenOff(String sentence) {
        return !Sentences.isFinished(sentence)
                && OPENING.begins(sentence)
                && newsIn(sentence).filter(Feature.WHAT::isIn).isEmpty();
    }

    /** Returns the sentence without its preamble; empty when there is no preamble, or nothing else. */
    static Optional<String> leftOut(String sentence) {
        return OPENING.begins(sentence) ? newsIn(sentence) : Optional.empty();
    }

    private static Optional<String> newsIn(String sentence) {
        List<String> rests = Clauses.ends(sentence).stream()
                .filter(end -> sentence.charAt(end) == ',')
                .map(end -> sentence.substring(end + 1).strip())
                .toList();
        return rests.stream()
                .filter(rest -> DAY.begins(rest) && Feature.WHAT.isIn(rest) || tellsWhoActs(rest))
                .findFirst()
                .or(() -> rests.stream().filter(Preamble::isNews).findFirst());
    }

    /** A body that is only enumerated among those who asked for it does nothing. */
    private static boolean tellsWhoActs(String rest) {
        String clause = rest.split(",| về ", 2)[0];
        return isNews(rest) && Feature.WHO.isIn(clause) && (Feature.WHAT.isIn(clause) || ASKS.isIn(clause));
    }

    private static boolean isNews(String rest) {
        String opening = rest.substring(0, Math.min(rest.length(), LONGEST_OPENING));
        return NEWS.begins(opening) && !OPENING.begins(opening) && !PEOPLE.begins(opening);
    }
}
