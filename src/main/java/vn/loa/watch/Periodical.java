package vn.loa.watch;

import com.google.re2j.Pattern;
import java.net.URI;
import vn.loa.model.Headline;
import vn.loa.portal.address.WebAddress;
import vn.loa.store.article.ListItem;
import vn.loa.text.Folding;

/**
 * Tells the next issue of what comes out again and again under one title, such as {@code Lịch công tác tuần}, from an
 * article that was given another address. Pure.
 */
final class Periodical {
    private static final Pattern TITLE = Pattern.compile(
            "(?:^| )(?:lich|tuan|thang|quy|ban tin|diem tin|truc ban"
                    + "|gia ca|gia nong san|du bao|thoi tiet|thuc don|phien hop|giao ban|tin nhanh|thong tin tuyen truyen)(?: |$)");

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
        return TITLE.matcher(title).find()
                && !NUMBERED.matcher(title).find()
                && !was.equals(is)
                && form(was).equals(form(is));
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
