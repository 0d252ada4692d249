package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * The state that applications of Next.js, Angular and others send as JSON with a page whose text only a script shows: an
 * object with a title and a long text.
 *
 * @param title as the state has it
 * @param lead the introduction, an empty string when there is none
 * @param html the text, with or without markup
 * @param dates what may tell when it was published, as written, the most trusted first
 * @param files the documents that it offers beside the text
 */
public record ScriptState(String title, String lead, String html, List<String> dates, List<ScriptFile> files) {
    private static final int NODES_AT_MOST = 20_000;
    private static final int SHORTEST_TEXT = 80;
    private static final int SHORTEST_TITLE = 10;
    private static final Set<String> TITLES =
            Set.of("title", "headline", "tieude", "tentin", "tenbai", "name", "subject");
    private static final Set<String> TEXTS = Set.of(
            "content",
            "contents",
            "body",
            "noidung",
            "html",
            "contenthtml",
            "bodyhtml",
            "detail",
            "chitiet",
            "text",
            "fulltext");
    private static final Set<String> LEADS = Set.of(
            "summary",
            "sapo",
            "lead",
            "excerpt",
            "tomtat",
            "trichyeu",
            "description",
            "mota",
            "introtext",
            "shortcontent");
    private static final List<String> DATES = List.of(
            "datepublished",
            "publishedat",
            "publishedtime",
            "publisheddate",
            "publishdate",
            "publishtime",
            "ngayxuatban",
            "ngaydang",
            "ngaydangtin",
            "thoigiandang",
            "postdate",
            "date",
            "createdat",
            "createddate",
            "createdtime",
            "ngaytao");
    private static final int LONGEST_DATE = 60;

    public ScriptState {
        dates = List.copyOf(dates);
        files = List.copyOf(files);
    }

    /**
     * Reads the article of a page's scripts: the one that is titled like the page or its address, or the only one of a
     * page that shows no heading.
     *
     * @param isTold whether a title is the one that a list has told of it
     */
    public static Optional<ScriptState> of(Document page, Predicate<String> isTold) {
        List<Candidate> found = StateScripts.of(page).stream()
                .flatMap(root -> objects(root).stream())
                .flatMap(object -> of(object, isTold).stream())
                .toList();
        String names = names(page);
        boolean alone = found.size() == 1 && page.selectFirst("h1, h2") == null;
        return found.stream()
                .filter(state -> isTold.test(PlainText.tidy(state.title)))
                .max(Comparator.comparingInt(state -> state.text.length()))
                .or(() -> found.stream()
                        .filter(state -> names.contains(words(state.title)))
                        .findFirst())
                .or(() -> found.stream().filter(state -> alone).findFirst())
                .map(Candidate::state);
    }

    /** An object that may be the article; what more it tells is read when it is. */
    private record Candidate(String title, String text, JsonNode object) {
        ScriptState state() {
            return new ScriptState(
                    title,
                    first(object, LEADS, 1),
                    text,
                    dates(object),
                    ScriptFile.in(object, ScriptState::isOfOthers));
        }
    }

    /** Names that a page gives itself, in its head, its first heading and its address. */
    private static String names(Document page) {
        Element heading = page.selectFirst("h1");
        return String.join(
                "\n", words(page.title()), heading == null ? "" : words(heading.text()), words(page.location()));
    }

    private static String words(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    /** Returns what may tell when the article of a title was published that the page shows without a date, as written. */
    public static List<String> dates(Document page, String title) {
        String name = words(title);
        return name.isEmpty()
                ? List.of()
                : StateScripts.of(page).stream()
                        .flatMap(root -> objects(root).stream())
                        .filter(object ->
                                words(first(object, TITLES, SHORTEST_TITLE)).equals(name))
                        .map(ScriptState::dates)
                        .filter(dates -> !dates.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private static List<JsonNode> objects(JsonNode root) {
        List<JsonNode> objects = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            if (node.isArray()) {
                node.forEach(open::add);
            } else if (node.isObject()) {
                objects.add(node);
                node.properties().stream()
                        .filter(field -> !isOfOthers(field.getKey()))
                        .forEach(field -> open.add(field.getValue()));
            }
        }
        return objects;
    }

    /** A notice of a few words is believed to be the article where it bears the title that the list has told. */
    private static Optional<Candidate> of(JsonNode object, Predicate<String> isTold) {
        String title = first(object, TITLES, SHORTEST_TITLE);
        if (title.isEmpty()) {
            return Optional.empty();
        }
        String text = first(object, TEXTS, SHORTEST_TEXT);
        boolean notice = text.isEmpty() && isTold.test(PlainText.tidy(title));
        String few = notice ? first(object, TEXTS, 1) : text;
        boolean files = notice
                && few.isEmpty()
                && !ScriptFile.in(object, ScriptState::isOfOthers).isEmpty();
        return few.isEmpty() && !files ? Optional.empty() : Optional.of(new Candidate(title, few, object));
    }

    private static List<String> dates(JsonNode object) {
        Map<String, String> told = new HashMap<>();
        object.properties().stream()
                .filter(field ->
                        field.getValue().isTextual() || field.getValue().isIntegralNumber())
                .forEach(field ->
                        told.putIfAbsent(bare(field.getKey()), field.getValue().asText()));
        return DATES.stream()
                .map(name -> told.getOrDefault(name, ""))
                .filter(date -> !date.isBlank() && date.length() <= LONGEST_DATE)
                .toList();
    }

    private static String first(JsonNode object, Set<String> names, int shortest) {
        return StreamSupport.stream(object.properties().spliterator(), false)
                .filter(field -> names.contains(bare(field.getKey())))
                .map(field -> text(field.getValue()))
                .filter(text -> text.length() >= shortest)
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode value) {
        JsonNode rendered = value.path("rendered");
        JsonNode shown = rendered.isTextual() ? rendered : value;
        String text = shown.isTextual() ? shown.asText() : "";
        boolean kept = text.startsWith("{") || text.startsWith("[");
        String rich = shown.isTextual() && !kept ? "" : EditorBlocks.html(kept ? StateScripts.parse(text) : shown);
        return rich.isEmpty() ? text : rich;
    }

    private static boolean isOfOthers(String name) {
        return OtherFields.areUnder(name) || OtherFields.areLatest(name);
    }

    private static String bare(String name) {
        return OtherFields.bare(name);
    }
}
