package vn.loa.portal.generic.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows in which Next.js sends a page to its scripts: {@code 4:["$","div",…]} holds JSON, {@code a:T1f,…} a text of 31
 * bytes, which other rows name {@code "$a"}.
 */
final class FlightRows {
    private static final Pattern START = Pattern.compile("([0-9a-f]{1,6}):(T([0-9a-f]{1,6}),)?");
    private static final int MOST_ROWS = 5_000;
    private static final int HEX = 16;

    private final Map<String, String> json = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private FlightRows() {}

    /** Reads all rows of a page, joined; what is no row is passed over. */
    static FlightRows of(String rows) {
        FlightRows read = new FlightRows();
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        // A letter of this coding is a byte, so that a text's bytes can be counted.
        String letters = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher start = START.matcher(letters);
        int from = 0;
        for (int i = 0; i < MOST_ROWS && from < letters.length(); i++) {
            int newLine = letters.indexOf('\n', from);
            int end = newLine < 0 ? letters.length() : newLine;
            if (start.region(from, letters.length()).lookingAt()) {
                end = read.row(start, bytes, end);
            }
            from = end < letters.length() && letters.charAt(end) == '\n' ? end + 1 : Math.max(end, from + 1);
        }
        return read;
    }

    private int row(Matcher start, byte[] bytes, int endOfLine) {
        boolean isText = start.group(2) != null;
        int end = isText
                ? Math.min(bytes.length, start.end() + Integer.parseInt(start.group(3), HEX))
                : Math.max(start.end(), endOfLine);
        String row = new String(Arrays.copyOfRange(bytes, start.end(), end), StandardCharsets.UTF_8);
        (isText ? texts : json).put(start.group(1), row);
        return end;
    }

    /** Returns the rows that hold JSON. */
    Iterable<String> json() {
        return json.values();
    }

    /** Returns the text that a value names, or the value itself. */
    String resolved(String value) {
        return value.startsWith("$") ? texts.getOrDefault(value.substring(1), value) : value;
    }
}
