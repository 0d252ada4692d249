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
    /** In characters of markup; a tree may hold one long text in many places. */
    private static final int LONGEST = 2_000_000;

    private static final List<String> TYPES = List.of("type", "_type", "nodeType");
    private static final List<String> PARTS = List.of("blocks", "content", "children", "items");
    private static final Set<String> LEAVES = Set.of("text", "span");
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
        text.add(blocks, false, 0);
        return text.html.toString();
    }

    /** @param inline whether the node is a part of a line */
    private void add(JsonNode node, boolean inline, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (node.isArray()) {
            boolean line = depth > 0 && holdsLeaf(node);
            node.forEach(part -> add(part, line, depth + 1));
        } else if (node.isTextual()) {
            paragraph(node.asText());
        } else if (node.isObject() && SILENT.stream().noneMatch(type(node)::contains)) {
            block(node, inline, depth);
        }
    }

    private void block(JsonNode node, boolean inline, int depth) {
        JsonNode data = node.path("data").isObject() ? node.path("data") : node;
        if (data != node && data.path("text").isTextual()) {
            paragraph(data.path("text").asText());
            return;
        }
        boolean line = inline || isLeaf(node) || LINES.contains(type(node));
        append(line ? "" : "<p>");
        append(type(node).contains("break") ? "<br>" : Entities.escape(text(data)));
        add(parts(data), false, Math.max(1, depth));
        append(line ? "" : "</p>");
    }

    private void paragraph(String markup) {
        append("<p>" + markup + "</p>");
    }

    private void append(String markup) {
        if (markup.length() <= LONGEST - html.length()) {
            html.append(markup);
        }
    }

    /** Links and mentions, whatever their type, stand among the pieces of text of a line. */
    private static boolean holdsLeaf(JsonNode parts) {
        for (JsonNode part : parts) {
            if (isLeaf(part)) {
                return true;
            }
        }
        return false;
    }

    /** Some editors give no type to a piece of text, only its marks. */
    private static boolean isLeaf(JsonNode node) {
        String type = type(node);
        boolean plain = type.isEmpty() || LEAVES.contains(type);
        return plain && (node.path("text").isTextual() || node.path("value").isTextual());
    }

    private static String text(JsonNode data) {
        return data.path("text").asText(data.path("value").asText(""));
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
