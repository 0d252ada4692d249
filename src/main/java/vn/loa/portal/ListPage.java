package vn.loa.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Problem;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.list.Headlines;
import vn.loa.portal.page.Html;
import vn.loa.portal.page.Pictures;
import vn.loa.portal.rules.Css;

/**
 * Reads a list page by a portal's rules. Each selector is asked once of the whole page and its nodes are dealt out to
 * the items they stand in, so that a list whose items were never closed, and so stand in one another, still reads right
 * and in linear time.
 */
final class ListPage {
    private static final int SHORTEST_LINKLESS = 14;

    private final Html page;
    private final Portal.ListSelectors select;
    private final Headlines headlines;
    private final Map<Element, Fields> items = new LinkedHashMap<>();
    private final ArticleKeys keys;

    /**
     * Makes a reader of one list page.
     *
     * @param select the selectors of the page's system
     * @param keys the forms of its addresses, by which stories are known that no selector finds
     */
    ListPage(Html page, Portal.ListSelectors select, ArticleKeys keys, Headlines headlines) {
        this.page = page;
        this.select = select;
        this.keys = keys;
        this.headlines = headlines;
    }

    private static final class Fields {
        private @Nullable Element title;
        private String titleText = "";
        private @Nullable Element place;
        private String link = "";
        private String date = "";
        private String teaser = "";
        private String category = "";
        private Optional<URI> image = Optional.empty();
    }

    /** Reads the page's list, and how it was found. */
    Listing read(Evidence evidence, Optional<URI> next) {
        select.item().all(page.document()).forEach(found -> items.putIfAbsent(found.node(), new Fields()));
        StoryLinks stories = new StoryLinks(page, keys);
        if (items.isEmpty() && !stories.areList()) {
            String missing = select.item().choices().get(0).source();
            return Listing.failed(Problem.Kind.NO_LIST, "no node matches " + missing, evidence.matching(matches()));
        }
        deal(select.title(), ListPage::keepTitle);
        deal(select.link(), (fields, found) -> fields.link = fields.link.isEmpty() ? href(found) : fields.link);
        stories.missed(items.keySet(), taken()).forEach(this::add);
        dealOut();
        String section = select.section().text(page.document());
        inOrder().forEach(fields -> add(item(fields, section)));
        Listing listing = Listing.of(headlines, next, evidence.matching(matches()));
        return stories.leftOut(taken())
                .map(told -> listing.alsoTelling(new Problem(Problem.Kind.UNREADABLE_ITEMS, told)))
                .orElse(listing);
    }

    /** The keys of the articles that the items lead to. */
    private Set<String> taken() {
        return items.values().stream()
                .flatMap(fields -> keys.read(page.location(), page.base(), fields.link).key().stream())
                .collect(Collectors.toSet());
    }

    private void add(StoryLinks.Story story) {
        Fields fields = new Fields();
        fields.title = story.link();
        fields.titleText = story.title();
        fields.place = story.place();
        fields.link = story.link().attr("href");
        items.putIfAbsent(items.containsKey(story.item()) ? story.link() : story.item(), fields);
    }

    /** Stories stand newest first wherever the rules found them. */
    private List<Fields> inOrder() {
        Map<Element, Fields> places = new HashMap<>();
        items.values().stream()
                .filter(fields -> fields.place != null)
                .forEach(fields -> places.putIfAbsent(fields.place, fields));
        if (places.isEmpty()) {
            return new ArrayList<>(items.values());
        }
        places.putAll(items);
        return page.document().getAllElements().stream()
                .flatMap(element -> Stream.ofNullable(places.get(element)))
                .distinct()
                .toList();
    }

    private void dealOut() {
        deal(select.date(), (fields, found) -> fields.date = fields.date.isEmpty() ? found.text() : fields.date);
        deal(select.teaser(), ListPage::keepTeaser);
        deal(
                select.category(),
                (fields, found) -> fields.category = fields.category.isEmpty() ? found.text() : fields.category);
        deal(select.image(), (fields, found) -> fields.image = fields.image.or(() -> Pictures.of(page, found)));
    }

    private void add(Headlines.Item item) {
        if (isLinkless(item)) {
            headlines.addLinkless(item);
        } else {
            headlines.add(item);
        }
    }

    /** Told without a link, or with one that only a script understands; page numbers and buttons tell nothing. */
    private static boolean isLinkless(Headlines.Item item) {
        boolean tells = item.title().length() >= SHORTEST_LINKLESS
                && !(item.date().isBlank() && item.teaser().isBlank());
        return tells && item.link().strip().matches("(?i)#?|javascript:.*");
    }

    private interface Keep {
        void keep(Fields fields, Css.Found found);
    }

    private void deal(Css rule, Keep keep) {
        for (Css.Choice choice : rule.choices()) {
            choice.in(page.document())
                    .forEach(found -> itemOf(found.node())
                            .ifPresent(item -> keep.keep(Objects.requireNonNull(items.get(item)), found)));
        }
    }

    private Optional<Element> itemOf(Element node) {
        return Stream.iterate(node, ancestor -> ancestor != null, Element::parent)
                .filter(items::containsKey)
                .findFirst();
    }

    private static void keepTitle(Fields fields, Css.Found found) {
        if (fields.title == null && !found.text().isEmpty()) {
            fields.title = found.node();
            fields.titleText = whole(found);
        }
    }

    /** Where an item has no excerpt, a wide selector finds its date. */
    private static void keepTeaser(Fields fields, Css.Found found) {
        if (fields.teaser.isEmpty() && !found.text().equals(fields.date)) {
            fields.teaser = found.text();
        }
    }

    /** Lists cut long titles and keep the whole one in the tooltip. */
    private static String whole(Css.Found found) {
        String text = found.text();
        String tooltip = found.node().attr("title");
        String start = text.replaceFirst("\\s*(\\.\\.\\.|…)$", "");
        boolean cut = start.length() < text.length();
        return cut && tooltip.length() > start.length() && tooltip.startsWith(start) ? tooltip : text;
    }

    private static String href(Css.Found found) {
        Element node = found.node();
        if (!found.attribute().isEmpty()) {
            return node.attr(found.attribute());
        }
        Predicate<Element> links = element -> element.hasAttr("href");
        return Stream.of(
                        Optional.of(node),
                        Optional.ofNullable(node.selectFirst("a[href]")),
                        Optional.ofNullable(node.closest("a[href]")))
                .flatMap(Optional::stream)
                .filter(links)
                .findFirst()
                .map(link -> link.attr("href"))
                .orElse("");
    }

    private Headlines.Item item(Fields fields, String section) {
        String category = fields.category.isEmpty() ? section : fields.category;
        return new Headlines.Item(fields.link, fields.titleText, fields.date, fields.teaser, category, fields.image);
    }

    private List<Evidence.Match> matches() {
        List<Evidence.Match> matches = new ArrayList<>();
        count(matches, "list.item", select.item());
        count(matches, "list.title", select.title());
        count(matches, "list.date", select.date());
        count(matches, "list.teaser", select.teaser());
        count(matches, "list.image", select.image());
        count(matches, "list.next", select.next());
        return matches;
    }

    private void count(List<Evidence.Match> matches, String rule, Css css) {
        css.choices()
                .forEach(choice -> matches.add(new Evidence.Match(
                        rule, choice.source(), (int) choice.in(page.document()).count())));
    }
}
