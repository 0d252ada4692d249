package vn.loa.portal.generic;

import com.google.re2j.Pattern;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * The boxes of a page whose stories are there for being popular, and so may be old: what stands directly below a heading
 * that says so, or in an element of such a name. The list beside or below such a box is none of it.
 */
public final class PopularBoxes {
    private static final int DEEPEST = 60;
    private static final int REACH = 7;
    private static final int LONGEST_HEADING = 60;
    private static final int MOST_NODES = 40;
    private static final int MOST_SIBLINGS = 60;
    /** So large a part of a page's stories is its main list. */
    private static final double MAIN = 0.8;

    private static final double HALF = 0.5;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> VOID = Set.of("hr", "br", "img", "script", "style", "input", "i");
    private static final Pattern POPULAR = Pattern.compile(
            "(?:^|[^a-z])(?:(?:xem|doc|quan tam|truy cap|binh luan|tai|tai ve)(?: tin| bai| bai viet)? nhieu"
                    + "(?:$| nhat| trong| tuan| thang| ngay| nam| hom| gan day| [^a-z]|[^a-z ])"
                    + "|nhieu (?:nguoi|luot)(?:$| (?:xem|doc|quan tam|truy cap|tai|binh luan|thich|chia se|tim))"
                    + "|most (?:viewed|read|popular)|ngau nhien)");
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:xem|doc)[-_]?nhieu|tophits|most[-_]?(?:view|read|popular)"
                    + "|popular[-_]?(?:news|posts?|articles?)");
    /** The heads of tabs name the newest too. */
    private static final Pattern TABS = Pattern.compile("(?:^| )(?:moi|latest|newest)(?: |$)");

    private final Map<Element, Integer> around = new IdentityHashMap<>();
    private final int all;

    /**
     * Holds the stories of a page.
     *
     * @param links all links that may be stories
     */
    public PopularBoxes(Collection<Element> links) {
        this.all = links.size();
        for (Element link : links) {
            Element up = link;
            for (int i = 0; i < DEEPEST && up != null; i++) {
                around.merge(up, 1, Integer::sum);
                up = up.parent();
            }
        }
    }

    /** Returns whether a link stands in such a box. */
    public boolean hold(Element link) {
        Element up = link;
        for (int i = 0; i < REACH && up != null && !up.normalName().equals("body"); i++) {
            if (isBelowHeading(up) || isInBox(up) || isNamed(up)) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    private boolean isNamed(Element box) {
        return stories(box) < MAIN * all
                && NAMED.matcher(box.className() + ' ' + box.id()).find();
    }

    private int stories(Element element) {
        return around.getOrDefault(element, 0);
    }

    /** A list stands directly below its heading, or its items do, one after the other. */
    private boolean isBelowHeading(Element list) {
        Element before = before(list);
        for (int i = 0; i < MOST_SIBLINGS && before != null && isNextItem(before, list); i++) {
            before = before(before);
        }
        return before != null && isPopular(before) && (isHeading(before) || stories(list) < MAIN * all);
    }

    private boolean isNextItem(Element before, Element item) {
        return stories(before) == 1
                && stories(item) == 1
                && before.normalName().equals(item.normalName())
                && firstClass(before).equals(firstClass(item));
    }

    private static String firstClass(Element element) {
        return element.classNames().stream().findFirst().orElse("");
    }

    private static @Nullable Element before(Element element) {
        Element before = element.previousElementSibling();
        while (before != null && VOID.contains(before.normalName())) {
            before = before.previousElementSibling();
        }
        return before;
    }

    /** A box begins with its heading; what follows a list below the heading may be another list. */
    private boolean isInBox(Element branch) {
        Element box = branch.parent();
        Element heading = box == null ? null : box.firstElementChild();
        if (box == null || heading == null || heading == branch || stories(box) > HALF * all || !isPopular(heading)) {
            return false;
        }
        Element next = heading.nextElementSibling();
        return next != null && stories(next) == 1 && !isParted(heading, branch);
    }

    private static boolean isParted(Element heading, Element branch) {
        Element before = branch.previousElementSibling();
        for (int i = 0; i < MOST_SIBLINGS && before != null && before != heading; i++) {
            if (isHeading(before) && before.selectFirst("a[href]") == null) {
                return true;
            }
            before = before.previousElementSibling();
        }
        return before != heading;
    }

    private static boolean isHeading(Element element) {
        return HEADINGS.contains(element.normalName());
    }

    private boolean isPopular(Element heading) {
        return stories(heading) == 0 && isPopular(start(heading));
    }

    /** Returns whether a heading says that what stands below it is popular. */
    static boolean isPopular(String heading) {
        String folded = Folding.fold(heading);
        boolean place = heading.toLowerCase(Locale.ROOT).contains("tại");
        return folded.length() <= LONGEST_HEADING
                && !place
                && POPULAR.matcher(folded).find()
                && !TABS.matcher(folded).find();
    }

    /** As much of an element's text as shows that it is too long for a heading. */
    private static String start(Element element) {
        StringBuilder text = new StringBuilder();
        int[] nodes = {0};
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.text()).append(' ');
                    }
                    boolean enough = text.length() > LONGEST_HEADING + 1 || ++nodes[0] > MOST_NODES;
                    return enough ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
                },
                element);
        return nodes[0] > MOST_NODES ? " ".repeat(LONGEST_HEADING + 1) : PlainText.tidy(text.toString());
    }
}
