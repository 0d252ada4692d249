package vn.loa.telegram;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.ChatAddress;

/**
 * Where a command came from, as far as an answer needs it.
 *
 * @param chat where to answer
 * @param pressId Telegram's number of a press, that wants to be acknowledged within seconds; empty for words
 * @param messageId the message whose button was pressed; empty for words
 */
public record Origin(ChatAddress chat, Optional<String> pressId, Optional<String> messageId) {
    public Origin {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(pressId);
        Objects.requireNonNull(messageId);
    }
}
