package vn.loa.portal.generic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.PageText;

/** The headings above the titles of a list that tell the day of all that follow. */
final class ListHeadings {
    /** In blocks. */
    private static final int REACH = 60;

    private static final int FEWEST_DAYS = 2;

    private final PageText page;

    ListHeadings(PageText page) {
        this.page = page;
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
