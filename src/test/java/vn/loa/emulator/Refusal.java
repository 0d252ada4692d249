package vn.loa.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A method's refusal, as the Bot API words it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient ObjectNode parameters;

    private Refusal(int code, String description, ObjectNode parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static Refusal of(int code, String description) {
        return new Refusal(code, description, JsonNodeFactory.instance.objectNode());
    }

    static Refusal badRequest(String what) {
        return of(400, "Bad Request: " + what);
    }

    static Refusal forbidden(String what) {
        return of(403, "Forbidden: " + what);
    }

    static Refusal moved(long newChatId) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("migrate_to_chat_id", newChatId);
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters);
    }

    static Refusal flood(long seconds) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("retry_after", seconds);
        return new Refusal(429, "Too Many Requests: retry after " + seconds, parameters);
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("ok", false).put("error_code", code).put("description", getMessage());
        if (!parameters.isEmpty()) {
            body.set("parameters", parameters);
        }
        return body;
    }
}
