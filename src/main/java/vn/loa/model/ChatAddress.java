package vn.loa.model;

import java.util.Objects;

/**
 * The destination of a message: a bot, the platform's id of a chat, and a forum topic inside it.
 *
 * @param bot the bot that met the chat
 * @param chatId the platform's id, an opaque string (Telegram's are signed 64-bit numbers, Zalo's are hex)
 * @param topicId the forum topic, or an empty string for the chat itself
 */
public record ChatAddress(Bot bot, String chatId, String topicId) {
    public ChatAddress {
        Objects.requireNonNull(bot);
        Objects.requireNonNull(chatId);
        Objects.requireNonNull(topicId);
    }

    public static ChatAddress of(Bot bot, String chatId) {
        return new ChatAddress(bot, chatId, "");
    }

    public boolean inTopic() {
        return !topicId.isEmpty();
    }

    @Override
    public String toString() {
        return bot.key() + " " + chatId + (inTopic() ? " topic " + topicId : "");
    }

    /** Returns the same chat outside any topic. */
    public ChatAddress withoutTopic() {
        return of(bot, chatId);
    }
}
