package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    private static final int MOST_ITEMS = 500;
    /** More items than this say nothing more about which array is the list. */
    private static final int ITEMS_THAT_COUNT = 30;

    /** A list named for being the newest is the list where all else is small, and a box beside it where not. */
    private static final double OF_LATEST = 0.25;

    private DataList() {}

    /**
     * One item of the list; what is missing is an empty string.
     *
     * @param link as written
     * @param title without markup
     * @param date as written
     * @param published whether the date is told as that of publication; rows of any kind tell when they were made
     * @param teaser without markup
     * @param image the address of its picture, as written
     */
    public record Item(String link, String title, String date, boolean published, String teaser, String image) {
        private boolean isNews() {
            boolean dated = !date.isEmpty() && (published || isTitled());
            return title.length() >= SHORTEST_TITLE && !link.isEmpty() && (dated || !teaser.isEmpty());
        }

        private boolean isTitled() {
            return title.length() >= TITLE_OF_NEWS && !link.isEmpty();
        }
    }

    /** Returns the list that the scripts of a page hold; no items when they hold none. */
    public static List<Item> of(Document page) {
        List<Item> kept = in(StateScripts.of(page));
        return kept.isEmpty() ? in(DeclaredLists.in(StateScripts.declared(page))) : kept;
    }

    /** Returns the list that a text in JSON holds; no items when it holds none, or is no JSON. */
    public static List<Item> of(String json) {
        return in(List.of(data(json)));
    }

    /** Returns the markup that a text in JSON holds in place of a list, the longest with links; empty when there is none. */
    public static Optional<String> markup(String json) {
        return DataMarkup.in(data(json), NODES_AT_MOST);
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
        Map<Place, List<Item>> arrays = new LinkedHashMap<>();
        roots.forEach(root -> collect(root, arrays));
        List<Item> news = List.of();
        double most = 0;
        for (Map.Entry<Place, List<Item>> array : arrays.entrySet()) {
            List<Item> all = array.getValue().stream().filter(Item::isNews).toList();
            List<Item> these = all.stream().distinct().limit(MOST_ITEMS).toList();
            double weight = weight(these) * (array.getKey().latest() ? OF_LATEST : 1);
            if (mostly(array.getValue(), all.size()) && weight > most) {
                news = these;
                most = weight;
            }
        }
        return news.isEmpty() ? longest(arrays.values()) : news;
    }

    /** Articles have dates, what is only named and described has none. */
    private static double weight(List<Item> items) {
        long dated = items.stream().filter(item -> !item.date().isEmpty()).count();
        return items.isEmpty() ? 0 : Math.min(items.size(), ITEMS_THAT_COUNT) * (1 + 3.0 * dated / items.size());
    }

    /** Without dates and excerpts only the length of its titles tells a list of news from a menu. */
    private static List<Item> longest(Collection<List<Item>> arrays) {
        List<Item> longest = List.of();
        for (List<Item> items : arrays) {
            List<Item> titled =
                    items.stream().filter(Item::isTitled).limit(MOST_ITEMS).toList();
            if (mostly(items, titled.size()) && titled.size() > Math.max(1, longest.size())) {
                longest = titled;
            }
        }
        return longest;
    }

    private static boolean mostly(List<Item> items, long these) {
        return these > 0 && these >= MOSTLY * items.size();
    }

    /**
     * The place of an array in the data: arrays of one name in the items of another, such as those of each day, are one.
     *
     * @param parent the number of the place around it
     * @param latest whether it is named for being the newest, as the list may be or a box beside it
     */
    private record Place(int parent, String name, boolean latest) {}

    private record Open(JsonNode node, Place place) {}

    private static void collect(JsonNode root, Map<Place, List<Item>> arrays) {
        Map<Place, Integer> numbers = new HashMap<>();
        Deque<Open> open = new ArrayDeque<>();
        open.add(new Open(root, new Place(-1, "", false)));
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            Open next = open.poll();
            Place place = next.place();
            if (next.node().isArray()) {
                items(next.node(), place, arrays);
                next.node().forEach(node -> open.add(new Open(node, place)));
            } else if (next.node().isObject()) {
                if (isNumbered(next.node())) {
                    items(next.node(), place, arrays);
                }
                int number = numbers.computeIfAbsent(place, each -> numbers.size());
                next.node().properties().stream()
                        .filter(field -> !OtherFields.areUnder(field.getKey()))
                        .forEach(field -> open.add(new Open(field.getValue(), place(number, place, field.getKey()))));
            }
        }
    }

    /** {@code {"101": {…}, "102": {…}}}: an array under the numbers of its items. */
    private static boolean isNumbered(JsonNode object) {
        return object.size() > 1
                && object.properties().stream()
                        .allMatch(field -> field.getValue().isObject()
                                && NUMBER.matcher(field.getKey()).matches());
    }

    private static Place place(int number, Place around, String name) {
        return new Place(number, name, around.latest() || OtherFields.areLatest(name));
    }

    private static void items(JsonNode array, Place place, Map<Place, List<Item>> arrays) {
        List<Item> items = new ArrayList<>();
        array.forEach(node -> {
            if (node.isObject()) {
                items.add(DataFields.of(node).item());
            }
        });
        boolean titled = items.stream().anyMatch(item -> !item.title().isEmpty());
        if (titled && !OtherFields.areSections(place.name())) {
            arrays.computeIfAbsent(place, each -> new ArrayList<>()).addAll(items);
        }
    }
}
