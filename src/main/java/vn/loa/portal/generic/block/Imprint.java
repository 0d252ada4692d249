package vn.loa.portal.generic.block;

import java.util.List;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * Recognises the imprint of a site at the foot of its pages: who is responsible, where and how to reach whom, how many
 * have come. Many portals put it into elements without a telling name.
 */
public final class Imprint {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST = 900;
    private static final int FEWEST_MARKS = 3;

    private static final PrefilteredPattern OF_SITE = PrefilteredPattern.caseless(
            "((cơ quan|đơn vị) (chủ quản|quản lý)( trang.{0,40}| website)? ?:"
                    + "|(người )?(chịu )?trách nhiệm( chính| nội dung| xuất bản| quản lý)* ?:"
                    + "|(trưởng ban biên tập|tổng biên tập) ?:|giấy phép (số|thiết lập|hoạt động|xuất bản)\\b"
                    + "|(thiết kế|phát triển|vận hành)( và (thiết kế|phát triển|vận hành|duy trì))? bởi\\b|(®|©|copyright\\b|bản quyền (©|của|thuộc|\\d))"
                    + "|((tổng )?(số )?(lượt )?truy cập( hôm nay| hôm qua| trong ngày)?|đang (truy cập|trực tuyến|online)) ?:? ?[\\d.,]{1,20}$)");

    /** A notice may say these, too. */
    private static final PrefilteredPattern CONTACT = PrefilteredPattern.caseless(
            "((địa chỉ|trụ sở( chính| làm việc)?|điện thoại|đt|tel|hotline|đường dây nóng|fax|e-?mail|thư"
                    + " điện tử|website) ?[:.]|(trang|cổng) thông tin điện tử( tổng hợp)? (của )?[^.:]{0,60}$)");

    private static final List<PrefilteredPattern> STRONG = List.of(
            PrefilteredPattern.caseless("(chịu )?trách nhiệm( chính| nội dung| xuất bản| quản lý)* ?:"),
            PrefilteredPattern.caseless("(cơ quan|đơn vị) (chủ quản|quản lý)"),
            PrefilteredPattern.caseless("giấy phép (số|thiết lập|hoạt động|xuất bản)"),
            PrefilteredPattern.caseless("bản quyền|©|copyright"),
            PrefilteredPattern.caseless("truy cập ?:? ?\\d"),
            PrefilteredPattern.caseless("^(trang|cổng) (thông tin|tin)( điện tử)?"));
    private static final List<PrefilteredPattern> WEAK = List.of(
            PrefilteredPattern.caseless("(địa chỉ|trụ sở)[\\p{L} ]{0,20}:"),
            PrefilteredPattern.caseless("(điện thoại|\\bđt|\\btel|hotline|đường dây nóng)[\\p{L} ]{0,20}[:.]"),
            PrefilteredPattern.caseless("\\bfax ?[:.]"),
            PrefilteredPattern.caseless("(e-?mail|thư điện tử) ?[:.]"),
            PrefilteredPattern.caseless("ghi rõ nguồn"));

    private Imprint() {}

    /** Returns whether only the imprint of a site says such a line. */
    public static boolean isOfSite(String line) {
        return line.length() <= LONGEST && (startsSo(OF_SITE, line) || isWhole(line));
    }

    /** Returns whether a line may stand in an imprint; it may stand in a notice as well. */
    public static boolean mayHold(String line) {
        return isOfSite(line) || startsSo(CONTACT, line);
    }

    private static boolean startsSo(PrefilteredPattern start, String line) {
        return line.length() <= LONGEST_LINE && start.begins(line);
    }

    /** A whole imprint in one block: several of its marks, among them one that no notice has. */
    private static boolean isWhole(String text) {
        long strong = STRONG.stream().filter(mark -> mark.isIn(text)).count();
        return strong > 0
                && strong + WEAK.stream().filter(mark -> mark.isIn(text)).count() >= FEWEST_MARKS;
    }
}
