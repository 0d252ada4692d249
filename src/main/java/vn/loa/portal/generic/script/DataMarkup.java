package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The markup in data: a list as one text, or the cells of the rows of a table, as scripts for tables ask for them. */
final class DataMarkup {
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_CELLS = 30;

    private DataMarkup() {}

    /** Returns the longest markup with links, a table made of its rows among them; empty when there is none. */
    static Optional<String> in(JsonNode data, int nodesAtMost) {
        List<String> texts = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(data);
        for (int seen = 0; seen < nodesAtMost && !open.isEmpty(); seen++) {
            JsonNode node = open.poll();
            node.forEach(open::add);
            if (isLink(node)) {
                texts.add(node.asText());
            } else if (node.isArray() && node.size() >= FEWEST_ROWS) {
                table(node).ifPresent(texts::add);
            }
        }
        return texts.stream().max(Comparator.comparingInt(String::length));
    }

    private static boolean isLink(JsonNode node) {
        return node.isTextual() && node.asText().contains("<a ");
    }

    private static Optional<String> table(JsonNode array) {
        List<JsonNode> rows = StreamSupport.stream(array.spliterator(), false)
                .filter(DataMarkup::isRow)
                .toList();
        return rows.size() < FEWEST_ROWS
                ? Optional.empty()
                : Optional.of(
                        rows.stream().map(DataMarkup::row).collect(Collectors.joining("", "<table>", "</table>")));
    }

    private static boolean isRow(JsonNode node) {
        return node.isContainerNode()
                && node.size() <= MOST_CELLS
                && cells(node).anyMatch(DataMarkup::isLink);
    }

    /** The values of an array or of an object, also where that holds them in an array of its own. */
    private static Stream<JsonNode> cells(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false)
                .flatMap(cell -> row.isObject() && cell.isArray()
                        ? StreamSupport.stream(cell.spliterator(), false).limit(MOST_CELLS)
                        : Stream.of(cell));
    }

    private static String row(JsonNode row) {
        return cells(row)
                .filter(JsonNode::isValueNode)
                .map(cell -> "<td>" + cell.asText() + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
