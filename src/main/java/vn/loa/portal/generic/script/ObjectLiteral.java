package vn.loa.portal.generic.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a value as JavaScript writes it as JSON: names without quotation marks, strings in single ones, values that are
 * the parameters of a function around. Nothing is evaluated: what is no plain value becomes null. Takes linear time.
 */
final class ObjectLiteral {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    /** A parameter may stand for a long text in many places; all of them together take no more room than this. */
    private static final int PARAMETERS_AT_MOST = 2_000_000;

    private final String script;
    private final Map<String, String> parameters;
    private final StringBuilder json = new StringBuilder();
    private int at;
    private int room = PARAMETERS_AT_MOST;

    private ObjectLiteral(String script, int from, Map<String, String> parameters) {
        this.script = script;
        this.at = from;
        this.parameters = parameters;
    }

    /** A value as JSON, and where the script goes on after it. */
    record Value(String json, int end) {}

    /**
     * Returns the object or array that begins at a place of a script.
     *
     * @param parameters JSON for the names that stand for a value
     */
    static Value read(String script, int from, Map<String, String> parameters) {
        ObjectLiteral literal = new ObjectLiteral(script, from, parameters);
        literal.read();
        return new Value(literal.json.toString(), literal.at);
    }

    /** Returns the elements of a JavaScript array, or the arguments of a call, each as JSON. */
    static List<String> elements(String script, int from) {
        List<String> elements = new ArrayList<>();
        int next = from;
        while (next < script.length() && script.charAt(next) != ')' && script.charAt(next) != ']') {
            ObjectLiteral literal = new ObjectLiteral(script, next, Map.of());
            literal.readUntilComma();
            elements.add(literal.json.isEmpty() ? "null" : literal.json.toString());
            next = literal.at < script.length() && script.charAt(literal.at) == ',' ? literal.at + 1 : literal.at;
            if (next == literal.at) {
                return elements;
            }
        }
        return elements;
    }

    private void readUntilComma() {
        int depth = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (depth == 0 && ",)]".indexOf(c) >= 0) {
                return;
            }
            depth += depth(c);
            token(c);
        }
    }

    private void read() {
        int depth = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            depth += depth(c);
            token(c);
            if (depth <= 0) {
                return;
            }
        }
    }

    private static int depth(char c) {
        return "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
    }

    private void token(char c) {
        if (c == '"' || c == '\'' || c == '`') {
            string(c);
        } else if (Character.isJavaIdentifierStart(c)) {
            name();
        } else if (c == '!' && at + 1 < script.length() && Character.isDigit(script.charAt(at + 1))) {
            json.append(script.charAt(at + 1) == '0');
            at += 2;
        } else {
            json.append(c);
            at++;
        }
    }

    private void string(char quote) {
        json.append('"');
        for (at++; at < script.length() && script.charAt(at) != quote; at++) {
            char c = script.charAt(at);
            if (c == '\\' && at + 1 < script.length()) {
                escaped(script.charAt(++at));
            } else if (c == '"') {
                json.append("\\\"");
            } else {
                json.append(c < ' ' ? ' ' : c);
            }
        }
        json.append('"');
        at++;
    }

    /** JSON knows fewer characters after a backslash than JavaScript. */
    private void escaped(char c) {
        if ("\"\\/bfnrtu".indexOf(c) >= 0) {
            json.append('\\').append(c);
        } else if (c == 'x' && at + 2 < script.length()) {
            json.append("\\u00").append(script, at + 1, at + 3);
            at += 2;
        } else if (c >= ' ') {
            json.append(c);
        }
    }

    private void name() {
        int from = at;
        while (at < script.length() && Character.isJavaIdentifierPart(script.charAt(at))) {
            at++;
        }
        String name = script.substring(from, at);
        if (isFollowedBy(':')) {
            json.append('"').append(name).append('"');
        } else if (name.equals("void")) {
            value(skipped("null"));
        } else {
            value(CONSTANTS.contains(name) ? name : parameters.getOrDefault(name, "null"));
        }
    }

    /** {@code void 0} is a value of two words. */
    private String skipped(String value) {
        while (at < script.length() && (script.charAt(at) == ' ' || Character.isDigit(script.charAt(at)))) {
            at++;
        }
        return value;
    }

    private void value(String value) {
        boolean fits = value.length() <= room;
        json.append(fits ? value : "null");
        room -= fits ? value.length() : 0;
    }

    private boolean isFollowedBy(char wanted) {
        int next = at;
        while (next < script.length() && script.charAt(next) == ' ') {
            next++;
        }
        return next < script.length() && script.charAt(next) == wanted;
    }
}
