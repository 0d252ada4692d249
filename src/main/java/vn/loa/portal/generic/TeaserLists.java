package vn.loa.portal.generic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;

/** Finds the lists of teasers on a page: three or more siblings of one shape, each a linked title and little more. */
final class TeaserLists {
    private static final int FEWEST = 3;
    /** Two will do where each begins with a heading that leads to another page. */
    private static final int FEWEST_HEADED = 2;

    private static final int LONGEST_TEASER = 500;
    private static final int SHORTEST_TITLE = 15;
    private static final double LEAST_LINKED = 0.12;
    private static final double WHOLLY_LINKED = 0.9;
    /** With this part of its text in teasers, an element is nothing but their list. */
    private static final double NOTHING_ELSE = 0.7;

    private final Selection whole;
    private final Set<Container> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private TeaserLists(PageText page) {
        this.whole = page.whole();
        for (Container container : page.containers()) {
            families(container).values().forEach(family -> add(container, family));
        }
    }

    /** Returns the elements that hold nothing but teasers. */
    static Set<Container> of(PageText page) {
        return new TeaserLists(page).found;
    }

    private Map<String, List<Container>> families(Container parent) {
        Map<String, List<Container>> families = new HashMap<>();
        if (parent.children().size() >= FEWEST_HEADED) {
            for (Container child : parent.children()) {
                if (isTeaser(child)) {
                    families.computeIfAbsent(child.shape(), shape -> new ArrayList<>())
                            .add(child);
                }
            }
        }
        return families;
    }

    private void add(Container parent, List<Container> family) {
        boolean few = family.size() < FEWEST && !family.stream().allMatch(this::isHeaded);
        if (few || family.size() < FEWEST_HEADED) {
            return;
        }
        int letters = family.stream().mapToInt(whole::letters).sum();
        if (letters > NOTHING_ELSE * whole.letters(parent)) {
            found.add(parent);
        } else {
            found.addAll(family);
        }
    }

    private boolean isHeaded(Container teaser) {
        TextBlock first = whole.block(teaser.from());
        return first.isHeading()
                && first.linkDensity() > WHOLLY_LINKED
                && first.letters() >= SHORTEST_TITLE
                && !first.href().startsWith("#");
    }

    private boolean isTeaser(Container container) {
        if (container.to() - container.from() < 2
                || whole.letters(container) > LONGEST_TEASER
                || whole.linkDensity(container) < LEAST_LINKED) {
            return false;
        }
        for (int i = container.from(); i < container.to(); i++) {
            TextBlock block = whole.block(i);
            if (block.letters() >= SHORTEST_TITLE && block.linkDensity() > WHOLLY_LINKED) {
                return true;
            }
        }
        return false;
    }
}
