package vn.loa.portal.generic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.portal.generic.script.ScriptFile;
import vn.loa.text.PlainText;

/** The schema.org description of a page's article in its JSON-LD scripts. */
final class StructuredData {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final int NODES_AT_MOST = 5_000;
    /** Under these stand other things, which may be articles too. */
    private static final Set<String> OTHER_THINGS = Set.of(
            "comment",
            "liveBlogUpdate",
            "review",
            "itemListElement",
            "isPartOf",
            "hasPart",
            "mentions",
            "about",
            "citation",
            "relatedLink");

    /** For scripts that are no JSON, such as those with quotation marks in a title that nobody escaped. */
    private static final Pattern ARTICLE =
            Pattern.compile("\"@type\"\\s*:\\s*\\[?\\s*\"\\w{0,20}(?:Article|BlogPosting|Report)\"");

    private static final Pattern PUBLISHED = Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]{8,40})\"");

    private final JsonNode article;
    private final Set<String> published;

    private StructuredData(JsonNode article, Set<String> published) {
        this.article = article;
        this.published = published;
    }

    /** Reads the JSON-LD scripts of a page; those that cannot be read are left out. */
    static StructuredData of(Document page) {
        List<JsonNode> things = new ArrayList<>();
        Set<String> published = new HashSet<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            JsonNode root = parse(script.data());
            collect(root, things);
            published.addAll(root.isMissingNode() ? datesInBroken(script.data()) : List.of());
        }
        things.stream()
                .filter(thing -> thing.path("@type").asText().equals("WebPage"))
                .map(thing -> thing.path("datePublished").asText())
                .filter(date -> !date.isEmpty())
                .forEach(published::add);
        JsonNode article = things.stream()
                .filter(StructuredData::isArticle)
                .max(Comparator.comparingInt(
                        thing -> thing.path("articleBody").asText().length()))
                .orElse(MissingNode.getInstance());
        return new StructuredData(article, published);
    }

    private static List<String> datesInBroken(String script) {
        return ARTICLE.matcher(script).find()
                ? PUBLISHED
                        .matcher(script)
                        .results()
                        .map(found -> found.group(1))
                        .toList()
                : List.of();
    }

    /** Returns whether the page describes an article at all. */
    boolean tellsOfArticle() {
        return article.isObject();
    }

    /** Returns a property of the article as one clean line, an empty string when it has none. */
    String text(String property) {
        return PlainText.tidy(texts(property).findFirst().orElse(""));
    }

    /** Returns the only time of publication of a page or of an article in a broken script; empty without one. */
    String onlyDate() {
        return published.size() == 1 ? published.iterator().next() : "";
    }

    /** Returns the names of the people or bodies under a property. */
    List<String> names(String property) {
        return texts(property)
                .map(PlainText::tidy)
                .filter(name -> !name.isEmpty() && !name.startsWith("http"))
                .distinct()
                .toList();
    }

    /** Returns the text of the article in paragraphs, as far as the page tells it. */
    List<String> body() {
        String body = article.path("articleBody").asText("");
        if (body.indexOf('<') >= 0) {
            return PageText.of(Jsoup.parseBodyFragment(body)).blocks().stream()
                    .map(TextBlock::text)
                    .toList();
        }
        return body.lines().map(PlainText::tidy).filter(line -> !line.isEmpty()).toList();
    }

    /** Returns the documents that the article is described with. */
    List<ScriptFile> files() {
        return ScriptFile.in(article, OTHER_THINGS::contains);
    }

    private Stream<String> texts(String property) {
        JsonNode value = article.path(property);
        Stream<JsonNode> values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return values.map(StructuredData::plain).flatMap(Optional::stream);
    }

    /** A plain value, or what a thing is called or where it lies. */
    private static Optional<String> plain(JsonNode value) {
        return Stream.of(value, value.path("name"), value.path("url"), value.path("@id"))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static boolean isArticle(JsonNode thing) {
        JsonNode type = thing.path("@type");
        Stream<JsonNode> types = type.isArray() ? StreamSupport.stream(type.spliterator(), false) : Stream.of(type);
        return types.map(JsonNode::asText)
                .anyMatch(name -> name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report"));
    }

    /** Some pages wrap their script into comments or CDATA. */
    private static JsonNode parse(String script) {
        int start = 0;
        while (start < script.length() && "{[".indexOf(script.charAt(start)) < 0) {
            start++;
        }
        try {
            return JSON.readTree(script.substring(start));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void collect(JsonNode root, List<JsonNode> things) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            if (node.has("@type")) {
                things.add(node);
            }
            if (node.isArray()) {
                node.forEach(open::add);
            }
            node.properties().stream()
                    .filter(field -> field.getValue().isContainerNode() && !OTHER_THINGS.contains(field.getKey()))
                    .forEach(field -> open.add(field.getValue()));
        }
    }
}
