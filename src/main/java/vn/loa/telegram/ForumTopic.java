package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;

/**
 * Reads how a topic of a forum is called: from the service message that made or renamed it, or from the one that a message
 * in the topic hangs on (Bot API, ForumTopicCreated and ForumTopicEdited).
 */
final class ForumTopic {
    /** Bot API, createForumTopic: 1-128 characters. */
    private static final int LONGEST = 128;

    private ForumTopic() {}

    /** Returns the topic with its name; empty when the message tells none. */
    static Optional<ChatEvent> named(JsonNode message, Bot bot) {
        String name = name(message);
        JsonNode topic = message.path("message_thread_id");
        if (name.isEmpty() || !topic.isIntegralNumber()) {
            return Optional.empty();
        }
        return Optional.of(new ChatEvent(
                new ChatAddress(bot, message.path("chat").path("id").asText(), topic.asText()),
                ChatKind.SUPERGROUP,
                name,
                ChatEvent.Change.TOPIC_NAMED,
                "",
                Optional.empty()));
    }

    private static String name(JsonNode message) {
        String told = message.at("/forum_topic_edited/name").asText();
        if (told.isBlank()) {
            told = message.at("/forum_topic_created/name").asText();
        }
        if (told.isBlank()) {
            told = message.at("/reply_to_message/forum_topic_created/name").asText();
        }
        String name = TelegramHtml.clean(told).strip();
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
