package vn.loa.portal.generic;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;

/** The headings above the titles of a list: what is popular and so may be old, and the day of all that follow. */
final class ListHeadings {
    /** In blocks. */
    private static final int REACH = 60;

    private static final int LONGEST = 60;
    private static final int LEVELS = 3;
    private static final int FEWEST_DAYS = 2;
    private static final Pattern POPULAR =
            Pattern.compile("(?:xem|doc|quan tam|truy cap|binh luan|tai)(?: tin| bai)? nhieu|nhieu (?:nguoi|luot)"
                    + "|most (?:viewed|read|popular)|ngau nhien");

    private final PageText page;

    ListHeadings(PageText page) {
        this.page = page;
    }

    /** Returns whether a block stands in a box of what is read most. */
    boolean isPopular(int block) {
        for (int i = block - 1; i >= Math.max(0, block - REACH); i--) {
            TextBlock heading = page.block(i);
            if (isShort(heading) && heading.isHeading()) {
                return POPULAR.matcher(Folding.fold(heading.text())).find() && isOver(heading, block);
            }
        }
        return false;
    }

    private static boolean isShort(TextBlock block) {
        return block.text().length() <= LONGEST && block.link() == null;
    }

    private static boolean isOver(TextBlock heading, int block) {
        Container up = heading.owner();
        for (int i = 0; i < LEVELS && up != null && !up.is("body"); i++) {
            if (up.holds(block)) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns the day that stands as a heading above each of these blocks; none when fewer than two days part them. */
    Map<Integer, String> days(Set<Integer> blocks) {
        Map<Integer, String> days = new HashMap<>();
        blocks.forEach(block -> day(block).ifPresent(day -> days.put(block, day)));
        boolean parted = new HashSet<>(days.values()).size() >= FEWEST_DAYS;
        return parted && days.size() == blocks.size() ? days : Map.of();
    }

    private Optional<String> day(int block) {
        for (int i = block - 1; i >= Math.max(0, block - REACH); i--) {
            if (page.block(i).isHeading() && DatePatterns.isDate(page.block(i).text())) {
                return Optional.of(page.block(i).text());
            }
        }
        return Optional.empty();
    }
}
