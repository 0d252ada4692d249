package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The articles that a page declares for search engines, in an {@code ItemList} or side by side. It declares itself, its site,
 * its menu and the way to it in the same manner.
 */
final class DeclaredLists {
    private static final int NODES_AT_MOST = 20_000;
    private static final int FEWEST = 2;
    private static final String TYPE = "@type";
    private static final Pattern ARTICLE = Pattern.compile("(?:^|[/:#])(?:\\w{0,40}Article|\\w{0,40}Posting|Report)$");
    private static final Pattern LISTED = Pattern.compile("(?:^|[/:#])ListItem$");
    private static final Pattern WAY = Pattern.compile("(?:^|[/:#])BreadcrumbList$");

    private DeclaredLists() {}

    /** Returns the arrays of articles below these roots, without what stands among them; none where fewer than two do. */
    static List<JsonNode> in(List<JsonNode> roots) {
        List<JsonNode> lists = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(roots);
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            JsonNode articles = node.isArray() ? articles(node) : MissingNode.getInstance();
            if (articles.size() >= FEWEST) {
                lists.add(articles);
            } else if (!is(WAY, node)) {
                node.forEach(open::add);
            }
        }
        return lists;
    }

    private static JsonNode articles(JsonNode array) {
        ArrayNode articles = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(array.spliterator(), false)
                .filter(DeclaredLists::isArticle)
                .forEach(articles::add);
        return articles;
    }

    private static boolean isArticle(JsonNode element) {
        JsonNode item = element.path("item");
        return is(ARTICLE, element) || is(LISTED, element) && (!item.has(TYPE) || is(ARTICLE, item));
    }

    private static boolean is(Pattern type, JsonNode node) {
        JsonNode types = node.path(TYPE);
        return type.matcher(types.asText("")).find()
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> type.matcher(each.asText("")).find());
    }
}
