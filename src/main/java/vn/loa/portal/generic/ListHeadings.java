package vn.loa.portal.generic;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

    /** Returns the titles without those in a box of what is read most; all of them when there are no others. */
    List<TitleLink> withoutPopular(List<TitleLink> titles) {
        List<TitleLink> others =
                titles.stream().filter(title -> !isPopular(title)).toList();
        return others.isEmpty() ? titles : others;
    }

    private boolean isPopular(TitleLink title) {
        for (int i = title.block() - 1; i >= Math.max(0, title.block() - REACH); i--) {
            TextBlock heading = page.block(i);
            if (isShort(heading) && heading.isHeading()) {
                return POPULAR.matcher(Folding.fold(heading.text())).find() && isOver(heading, title);
            }
        }
        return false;
    }

    private static boolean isShort(TextBlock block) {
        return block.text().length() <= LONGEST && block.link() == null;
    }

    private static boolean isOver(TextBlock heading, TitleLink title) {
        Container up = heading.owner();
        for (int i = 0; i < LEVELS && up != null && !up.is("body"); i++) {
            if (up.holds(title.block())) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns the days that stand as headings above titles; none when fewer than two days part the list. */
    Map<TitleLink, String> days(List<TitleLink> titles) {
        Map<TitleLink, String> days = new IdentityHashMap<>();
        titles.forEach(title -> {
            for (int i = title.block() - 1; i >= Math.max(0, title.block() - REACH); i--) {
                if (page.block(i).isHeading() && DatePatterns.isDate(page.block(i).text())) {
                    days.put(title, page.block(i).text());
                    return;
                }
            }
        });
        boolean parted = new HashSet<>(days.values()).size() >= FEWEST_DAYS;
        return parted && days.size() == titles.size() ? days : Map.of();
    }
}
