package vn.loa.watch;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Locale;
import vn.loa.model.Headline;
import vn.loa.portal.address.WebAddress;
import vn.loa.store.article.ListItem;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Tells the next issue of what comes out again and again under one title, such as {@code Lịch công tác tuần}, from an
 * article that was given another address. Pure.
 */
final class Periodical {
    /** Words that only seem to name a calendar, a week or a month. */
    private static final Pattern OTHER_WORDS =
            Pattern.compile("(?:du|thanh|l[ýí]|lai|âm|dương|tích|phiếu) lịch|lịch (?:sử|sự|lãm|duyệt|thiệp)"
                    + "|tuần (?:tra|hoàn|hành|phòng)|tháng (?:thanh niên|hành động|nhân đạo|công nhân)");

    private static final Pattern TITLE = Pattern.compile(
            "(?:^|[^\\p{L}\\p{N}])(?:lịch|tuần|tháng|(?:hằng|hàng|theo|từng|báo cáo) quý|bản tin|điểm tin|trực ban"
                    + "|giá cả|giá nông sản|dự báo|thời tiết|thực đơn|phiên họp|giao ban|tin nhanh"
                    + "|thông tin tuyên truyền)(?:[^\\p{L}\\p{N}]|$)");

    /** {@code tuần 47}, {@code tháng 11}, {@code 23/11}: the issue itself. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:tuan|thang|quy|ky|ngay|so|nam)(?: le| thu)? \\d|\\d[/.-]\\d");

    private Periodical() {}

    /**
     * Returns whether an item is the issue after a known article of the same title: their addresses differ only in
     * numbers, which count weeks, days or articles. A title that numbers its issue is of one thing only.
     */
    static boolean isNextIssue(ListItem known, Headline headline) {
        String title = Folding.fold(headline.title());
        String was = address(known.url());
        String is = address(headline.url());
        return isPeriodical(headline.title())
                && !NUMBERED.matcher(title).find()
                && !was.equals(is)
                && form(was).equals(form(is));
    }

    /** Marks tell {@code lịch} and {@code quý} from words that fold alike. */
    private static boolean isPeriodical(String title) {
        String lower = PlainText.tidy(title).toLowerCase(Locale.ROOT);
        return TITLE.matcher(OTHER_WORDS.matcher(lower).replaceAll("-")).find();
    }

    private static String address(URI url) {
        return WebAddress.withoutScheme(url);
    }

    /** An address without its numbers; systems append one to the name of a page that is there already. */
    private static String form(String address) {
        return address.replaceAll("\\d+", "0")
                .replaceAll("-0(?:\\.\\w+)?/?$", "")
                .replaceAll("(?:\\.\\w+)?/?$", "");
    }
}
