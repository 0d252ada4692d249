package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows in which React's server components send what a page shows (Next.js, app router): {@code 1a:["$","p",…]} ends
 * with the line, {@code 1b:T3f,…} is a text of so many bytes in UTF-8, which other rows name {@code $1b}.
 */
final class FlightRows {
    private static final int LONGEST_ID = 12;
    private static final int NODES_AT_MOST = 50_000;
    private static final int HEX = 16;
    /** Many rows may name one long text; all that they are given takes no more room than this. */
    private static final int TEXTS_AT_MOST = 2_000_000;

    private final String stream;
    private final Function<String, JsonNode> parser;
    private final Map<String, String> texts = new HashMap<>();
    private final List<JsonNode> values = new ArrayList<>();
    private int at;
    private int room = TEXTS_AT_MOST;

    private FlightRows(String stream, Function<String, JsonNode> parser) {
        this.stream = stream;
        this.parser = parser;
    }

    /** Returns the values of a stream's rows, with the texts that they name; rows that cannot be read are left out. */
    static List<JsonNode> read(String stream, Function<String, JsonNode> parser) {
        FlightRows rows = new FlightRows(stream, parser);
        while (rows.at < stream.length()) {
            rows.row();
        }
        rows.values.forEach(rows::resolve);
        return rows.values;
    }

    private void row() {
        int colon = soon(':', at);
        if (colon >= 0 && stream.startsWith("T", colon + 1)) {
            text(stream.substring(at, colon), colon + 2);
            return;
        }
        int line = stream.indexOf('\n', at);
        int end = line < 0 ? stream.length() : line;
        if (colon >= 0 && colon + 1 < end && "[{".indexOf(stream.charAt(colon + 1)) >= 0) {
            values.add(parser.apply(stream.substring(colon + 1, end)));
        }
        at = end + 1;
    }

    /** Returns where a sign stands that ends an identifier or a length, -1 when the next letters of the line are without it. */
    private int soon(char sign, int from) {
        int last = Math.min(stream.length() - 1, from + LONGEST_ID);
        for (int i = from; i <= last && stream.charAt(i) != '\n'; i++) {
            if (stream.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    private void text(String id, int from) {
        int comma = soon(',', from);
        int bytes = comma < 0 ? -1 : number(stream.substring(from, comma));
        if (bytes < 0) {
            at = from;
            return;
        }
        int end = comma + 1;
        for (int left = bytes; left > 0 && end < stream.length(); ) {
            int point = stream.codePointAt(end);
            left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            end += Character.charCount(point);
        }
        texts.put(id, stream.substring(comma + 1, end));
        at = end;
    }

    private static int number(String hex) {
        try {
            return Integer.parseInt(hex, HEX);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void resolve(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; seen < NODES_AT_MOST && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            if (node instanceof ObjectNode object) {
                object.properties().forEach(field -> field.setValue(resolved(field.getValue(), open)));
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, resolved(array.get(i), open));
                }
            }
        }
    }

    /** {@code $1b} names a text, {@code $D2026-…} is a date, {@code $$} a dollar sign; containers are looked into. */
    private JsonNode resolved(JsonNode value, Deque<JsonNode> open) {
        if (!value.isTextual() || !value.asText().startsWith("$")) {
            open.add(value);
            return value;
        }
        String text = value.asText().substring(1);
        String told = text.startsWith("D") || text.startsWith("$")
                ? text.substring(text.startsWith("D") ? 1 : 0)
                : texts.get(text);
        if (told == null || told.length() > room) {
            return JsonNodeFactory.instance.nullNode();
        }
        room -= told.length();
        return TextNode.valueOf(told);
    }
}
