package vn.loa.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * One call of a method, whatever encoding it came in.
 *
 * @param method the method's name in lower case; the Bot API does not mind the case
 * @param values the parameters as texts; objects and arrays as JSON
 */
record ApiCall(String method, Map<String, String> values) {
    private static final ObjectMapper JSON = new ObjectMapper();

    ApiCall {
        values = Map.copyOf(values);
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    /** The number, or {@code otherwise} when there is none; what is no number is refused. */
    long number(String name, long otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("invalid " + name + " specified");
        }
    }

    /** The object or array; what is no JSON is refused. */
    JsonNode json(String name) {
        if (!has(name)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text(name));
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
        }
    }
}
