package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * The list of news that data holds: the answer of a portal's programming interface, or the state of an application. It is
 * an array, at whatever depth, whose objects each have a title and an address. Takes time in proportion to the data.
 */
public final class DataList {
    private static final int NODES_AT_MOST = 20_000;
    private static final int SHORTEST_TITLE = 10;
    /** Titles of news are longer than those of menus. */
    private static final int TITLE_OF_NEWS = 20;

    private static final double MOSTLY = 0.6;

    private static final int LONGEST_BEGIN = 200;
    private static final Pattern BEGIN =
            Pattern.compile("^[\\s\uFEFF]*(?:(?:/\\*\\*/)?\\s*[\\w.$]{1,60}\\s*\\(\\s*)?[\\[{]");

    /** Under these stand other things than news. */
    private static final Pattern OTHERS = Pattern.compile(
            "menu|navi|setting|config|footer|comment|banner|breadcrumb|lienket|weblink|advert|quangcao|author|tacgia|user"
                    + "|related|lienquan|gallery|album");

    private DataList() {}

    /**
     * One item of the list; what is missing is an empty string.
     *
     * @param link as written
     * @param title without markup
     * @param date as written
     * @param teaser without markup
     * @param image the address of its picture, as written
     */
    public record Item(String link, String title, String date, String teaser, String image) {
        private boolean isNews() {
            return title.length() >= SHORTEST_TITLE && !link.isEmpty() && !(date.isEmpty() && teaser.isEmpty());
        }

        private boolean isTitled() {
            return title.length() >= TITLE_OF_NEWS && !link.isEmpty();
        }
    }

    /** Returns the list that the scripts of a page hold; no items when they hold none. */
    public static List<Item> of(Document page) {
        return in(StateScripts.of(page));
    }

    /** Returns the list that a text in JSON holds; no items when it holds none, or is no JSON. */
    public static List<Item> of(String json) {
        return in(List.of(data(json)));
    }

    /** Returns the markup that a text in JSON holds in place of a list, the longest with links; empty when there is none. */
    public static Optional<String> markup(String json) {
        List<String> texts = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(data(json));
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            node.forEach(open::add);
            if (node.isTextual() && node.asText().contains("<a ")) {
                texts.add(node.asText());
            }
        }
        return texts.stream().max(Comparator.comparingInt(String::length));
    }

    /** Returns whether a text is written as JSON, or as a call of a function with it, judged by how it begins. */
    public static boolean isData(String text) {
        return BEGIN.matcher(text.substring(0, Math.min(text.length(), LONGEST_BEGIN)))
                .find();
    }

    private static JsonNode data(String json) {
        Matcher begin = BEGIN.matcher(json.substring(0, Math.min(json.length(), LONGEST_BEGIN)));
        return StateScripts.parse(begin.find() ? json.substring(begin.end() - 1) : "");
    }

    private static List<Item> in(List<JsonNode> roots) {
        List<List<Item>> arrays = new ArrayList<>();
        roots.forEach(root -> collect(root, arrays));
        List<Item> news = arrays.stream()
                .filter(items ->
                        mostly(items, items.stream().filter(Item::isNews).count()))
                .flatMap(List::stream)
                .filter(Item::isNews)
                .distinct()
                .toList();
        return news.isEmpty() ? longest(arrays) : news;
    }

    /** Without dates and excerpts only the length of its titles tells a list of news from a menu. */
    private static List<Item> longest(List<List<Item>> arrays) {
        List<Item> longest = List.of();
        for (List<Item> items : arrays) {
            List<Item> titled = items.stream().filter(Item::isTitled).toList();
            if (mostly(items, titled.size()) && titled.size() > Math.max(1, longest.size())) {
                longest = titled;
            }
        }
        return longest;
    }

    private static boolean mostly(List<Item> items, long these) {
        return these > 0 && these >= MOSTLY * items.size();
    }

    private static void collect(JsonNode root, List<List<Item>> arrays) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            if (node.isArray()) {
                items(node, arrays);
                node.forEach(open::add);
            } else if (node.isObject()) {
                node.properties().stream()
                        .filter(field -> !isOfOthers(field.getKey()))
                        .forEach(field -> open.add(field.getValue()));
            }
        }
    }

    private static void items(JsonNode array, List<List<Item>> arrays) {
        List<Item> items = new ArrayList<>();
        array.forEach(node -> {
            if (node.isObject()) {
                items.add(DataFields.of(node).item());
            }
        });
        if (items.stream().anyMatch(item -> !item.title().isEmpty())) {
            arrays.add(items);
        }
    }

    private static boolean isOfOthers(String name) {
        return OTHERS.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .find();
    }
}
