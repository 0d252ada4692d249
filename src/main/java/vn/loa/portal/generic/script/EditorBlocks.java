package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * A text that an editor keeps as a tree of blocks: those of Editor.js, ProseMirror, Slate and their kin, which name the type
 * of each block and differ in where they put its text.
 */
final class EditorBlocks {
    private static final int DEPTH = 12;
    private static final List<String> TYPES = List.of("type", "_type", "nodeType");
    private static final List<String> PARTS = List.of("blocks", "content", "children", "items");
    private static final Set<String> LINES = Set.of("text", "span", "link", "hyperlink", "inline", "linebreak");
    private static final List<String> SILENT =
            List.of("image", "figure", "media", "video", "embed", "caption", "asset");

    private final StringBuilder html = new StringBuilder();

    private EditorBlocks() {}

    /** Returns the text as markup; an empty string when the value is no such tree. */
    static String html(JsonNode value) {
        JsonNode blocks = value.isObject() ? parts(value) : value;
        if (!blocks.isArray() || blocks.isEmpty() || type(blocks.get(0)).isEmpty()) {
            return "";
        }
        EditorBlocks text = new EditorBlocks();
        text.add(blocks, 0);
        return text.html.toString();
    }

    private void add(JsonNode node, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.forEach(part -> add(part, depth + 1));
        } else if (node.isTextual()) {
            paragraph(node.asText());
        } else if (node.isObject() && SILENT.stream().noneMatch(type(node)::contains)) {
            block(node, depth);
        }
    }

    private void block(JsonNode node, int depth) {
        JsonNode data = node.path("data").isObject() ? node.path("data") : node;
        boolean line = LINES.contains(type(node));
        if (data != node && data.path("text").isTextual()) {
            paragraph(data.path("text").asText());
            return;
        }
        html.append(line ? "" : "<p>");
        html.append(Entities.escape(data.path("text").asText(data.path("value").asText(""))));
        add(parts(data), depth);
        html.append(line ? "" : "</p>");
    }

    private void paragraph(String markup) {
        html.append("<p>").append(markup).append("</p>");
    }

    private static JsonNode parts(JsonNode node) {
        return PARTS.stream()
                .map(node::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(node.path("?"));
    }

    private static String type(JsonNode node) {
        return TYPES.stream()
                .map(name -> node.path(name).asText(""))
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
