package vn.loa.portal.generic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/** Finds the titles of items in whose list only "Xem chi tiết" below each of them is a link. */
final class UnlinkedTitles {
    private static final Pattern READ_ON = Pattern.compile(
            "[\\[(»>. ]*(?:(?:xem|đọc) (?:tiếp|thêm|chi tiết|toàn văn|nội dung)|chi tiết|read (?:more|on)|details?)"
                    + "[\\])»>.… ]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_LINK = 40;
    private static final int SHORTEST = 14;
    private static final int LONGEST = 300;
    /** The number of blocks before the link within which the title of its item stands. */
    private static final int REACH = 8;

    private UnlinkedTitles() {}

    /**
     * Returns the block of each title with the address, as written, to which its item leads.
     *
     * @param linked addresses, as written, that have a linked title
     */
    static Map<Integer, String> on(PageText page, Set<String> linked) {
        Map<Integer, String> titles = new LinkedHashMap<>();
        int from = 0;
        for (int i = 0; i < page.blocks().size(); i++) {
            TextBlock block = page.block(i);
            if (!block.href().isEmpty()) {
                int title = leadsOn(block) && !linked.contains(block.href()) ? title(page, from, i) : -1;
                if (title >= 0) {
                    titles.put(title, block.href());
                }
                from = i + 1;
            }
        }
        return titles;
    }

    private static boolean leadsOn(TextBlock block) {
        return block.text().length() <= LONGEST_LINK
                && READ_ON.matcher(block.text()).matches();
    }

    /** Returns the first line of the item that can be its title, -1 when there is none. */
    private static int title(PageText page, int from, int link) {
        for (int i = Math.max(from, link - REACH); i < link; i++) {
            TextBlock block = page.block(i);
            if (block.letters() >= SHORTEST
                    && block.text().length() <= LONGEST
                    && !block.isBoilerplate()
                    && !DateFinder.looksLikeDate(block.text())) {
                return i;
            }
        }
        return -1;
    }
}
