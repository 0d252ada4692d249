package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.loa.model.FormerMessageId;

/**
 * Reads what concerns messages of groups that have become supergroups, where messages are numbered anew (Bot API,
 * migrate_to_chat_id): people still see the old ones, and press their buttons.
 */
public final class FormerChats {
    private final Function<String, Optional<String>> movedTo;

    /** Asks this function which id a chat has now that was given another one. */
    public FormerChats(Function<String, Optional<String>> movedTo) {
        this.movedTo = Objects.requireNonNull(movedTo);
    }

    /** Returns a message, as one of the chat that its own has become; unchanged when it has become none. */
    JsonNode current(JsonNode message) {
        JsonNode chat = message.path("chat");
        String former = chat.path("id").asText();
        Optional<Long> now = chat.isObject() && chat.path("type").asText().equals("group")
                ? movedTo.apply(former).map(Long::valueOf)
                : Optional.empty();
        return now.isPresent() ? moved(message, former, now.get()) : message;
    }

    private static JsonNode moved(JsonNode message, String former, long now) {
        ObjectNode current = message.deepCopy();
        current.withObject("/chat").put("id", now).put("type", "supergroup");
        return current.put(
                "message_id",
                FormerMessageId.of(former, message.path("message_id").asText("0")));
    }

    /** Returns the number of the message that another one answers; that of one in another chat is none of this chat's. */
    static String answered(JsonNode message) {
        JsonNode answered = message.path("reply_to_message");
        String number = answered.path("message_id").asText();
        String there = answered.path("chat").path("id").asText();
        boolean here =
                there.isEmpty() || there.equals(message.path("chat").path("id").asText());
        return here ? number : FormerMessageId.of(there, number);
    }
}
