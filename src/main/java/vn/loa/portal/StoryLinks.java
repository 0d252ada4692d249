package vn.loa.portal;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.ArticleLink;
import vn.loa.portal.generic.PopularBoxes;
import vn.loa.portal.page.Html;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Finds the links of a page that are stories by the form of their addresses, whatever markup they stand in. A system's
 * views show the first story of a category in one markup and the others in another; the rules know the first, this the
 * rest.
 */
final class StoryLinks {
    private static final int SHORTEST_TITLE = 14;
    private static final int SHORTEST_LIST = 4;
    private static final int MOST_LINKS = 3_000;
    /** An element with so large a part of the page's stories is its main column. */
    private static final double MAIN = 0.6;

    private static final int DEEPEST = 60;
    private static final Pattern NUMBERED = Pattern.compile("#[a-z0-9]+:(?:.*:)?\\d+$");
    private static final Set<String> BOILERPLATE_TAGS = Set.of("nav", "footer", "aside", "header");
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)(^|[\\s_-])(nav|navbar|menu|footer|sidebar|breadcrumbs?|pagination|comments?|banner|marquee|ticker)([\\s_-]|$)"
                    + "|quang[-_]?cao|menusite");

    private final Html page;
    private final ArticleKeys keys;
    private final Map<Element, String> candidates = new LinkedHashMap<>();
    private final Map<Element, Integer> around = new IdentityHashMap<>();

    StoryLinks(Html page, ArticleKeys keys) {
        this.page = page;
        this.keys = keys;
        page.document().select("a[href]").stream().limit(MOST_LINKS).forEach(this::consider);
        PopularBoxes popular = new PopularBoxes(candidates.keySet());
        candidates.keySet().removeIf(popular::hold);
        candidates.keySet().forEach(this::count);
    }

    /**
     * A link that is a story.
     *
     * @param item the element that holds no other story: its list item, or the link itself
     * @param place the first link to it on the page
     */
    record Story(Element link, @Nullable Element item, String title, Element place) {}

    private Story story(Element link, Element place) {
        Element item = link.closest("li, tr, dd");
        boolean alone = item != null && around.getOrDefault(item, 0) == 1;
        return new Story(link, alone ? item : link, title(link), place);
    }

    private void consider(Element link) {
        if (title(link).length() < SHORTEST_TITLE || !title(link).contains(" ")) {
            return;
        }
        ArticleLink read = keys.read(page.location(), page.base(), link.attr("href"));
        boolean numbered = read.isArticle()
                && read.certain()
                && NUMBERED.matcher(read.key().orElseThrow()).find();
        if (numbered && !isBoilerplate(link)) {
            candidates.put(link, read.key().orElseThrow());
        }
    }

    private void count(Element link) {
        Element up = link;
        for (int i = 0; i < DEEPEST && up != null; i++) {
            around.merge(up, 1, Integer::sum);
            up = up.parent();
        }
    }

    /** Returns the whole title where the link shows a part of it, or a date behind it. */
    static String title(Element link) {
        String text = PlainText.tidy(link.text());
        String tooltip = PlainText.tidy(link.attr("title"));
        String start = Folding.fold(text.replaceFirst("\\s*(\\.\\.\\.|…)$", ""));
        boolean holds = tooltip.length() >= SHORTEST_TITLE && Folding.fold(text).contains(Folding.fold(tooltip));
        boolean cut = !start.isEmpty() && Folding.fold(tooltip).startsWith(start);
        return holds || (cut && !text.isEmpty()) ? tooltip : text;
    }

    /** Around a whole page of ASP.NET stands a form; its pages of all kinds have numbers, {@code .aspx?id=4}. */
    private static boolean isBoilerplate(Element link) {
        boolean ofAnyKind = link.attr("href").toLowerCase(Locale.ROOT).contains(".aspx");
        Element up = link;
        for (int i = 0; i < DEEPEST && up != null && !up.normalName().equals("body"); i++) {
            String names = up.className() + ' ' + up.id();
            boolean ofArticle = up.normalName().equals("header") && up.closest("article") != null;
            if ((BOILERPLATE_TAGS.contains(up.normalName()) && !ofArticle)
                    || (ofAnyKind && up.normalName().equals("form"))
                    || BOILERPLATE.matcher(names).find()) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /**
     * Returns the stories of the main column that were not taken, in the page's order.
     *
     * @param items the elements that the rules took for items
     * @param taken the keys of the articles that they lead to
     */
    List<Story> missed(Set<Element> items, Set<String> taken) {
        Element column = column(items);
        Optional<Element> newest = newest(above(column));
        List<Story> missed = new ArrayList<>();
        Set<String> seen = new HashSet<>(taken);
        Map<String, Element> places = new HashMap<>();
        candidates.forEach((link, key) -> {
            places.putIfAbsent(key, link);
            if (!seen.contains(key)
                    && (isIn(column, link) || newest.filter(link::equals).isPresent())) {
                seen.add(key);
                missed.add(story(link, places.getOrDefault(key, link)));
            }
        });
        return missed;
    }

    /** Says what stands outside of the main column, when it is more than was taken. */
    Optional<String> leftOut(Set<String> taken) {
        Map<String, String> others = new LinkedHashMap<>();
        candidates.forEach((link, key) -> {
            if (!taken.contains(key)) {
                others.putIfAbsent(key, title(link));
            }
        });
        return others.size() > Math.max(2, taken.size())
                ? Optional.of(others.size() + " links that look like stories were not taken, such as: "
                        + others.values().iterator().next())
                : Optional.empty();
    }

    /** Returns true when the stories of the page are enough to be a list by themselves. */
    boolean areList() {
        return new HashSet<>(candidates.values()).size() >= SHORTEST_LIST;
    }

    private Element column(Set<Element> items) {
        Element up = items.isEmpty()
                ? candidates.keySet().iterator().next()
                : items.iterator().next();
        for (int i = 0; i < DEEPEST && up.parent() != null; i++) {
            if (up.normalName().equals("body") || around.getOrDefault(up, 0) >= MAIN * candidates.size()) {
                return up;
            }
            up = up.parent();
        }
        return up;
    }

    /** The newest story stands above the others, large, in an element of its own. */
    private static @Nullable Element above(Element column) {
        Element up = column;
        for (int i = 0; i < DEEPEST && up.parent() != null && up.previousElementSibling() == null; i++) {
            up = up.parent();
        }
        return up.previousElementSibling();
    }

    /** Returns the first story of an element, when its picture leads to it too. */
    private Optional<Element> newest(@Nullable Element above) {
        Optional<Element> first = candidates.keySet().stream()
                .filter(link -> above != null && isIn(above, link))
                .findFirst();
        return first.filter(link -> above != null
                && above.select("a[href]:has(img)").eachAttr("href").contains(link.attr("href")));
    }

    private static boolean isIn(Element column, Element link) {
        Element up = link;
        for (int i = 0; i < DEEPEST && up != null; i++) {
            if (up == column) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }
}
