package vn.loa.telegram.incoming;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.ChatAddress;
import vn.loa.model.ReplyTarget;

/**
 * Where a command came from, as far as an answer needs it.
 *
 * @param chat where to answer
 * @param pressId Telegram's number of a press, that wants to be acknowledged within seconds; empty for words
 * @param messageId the message whose button was pressed; empty for words
 * @param question in a group, the message with the words; empty for a press
 * @param asker in a group, the number of the person, where Telegram tells one
 * @param words the message with the words; empty for a press
 */
public record Origin(
        ChatAddress chat,
        Optional<String> pressId,
        Optional<String> messageId,
        Optional<String> question,
        Optional<String> asker,
        Optional<String> words) {
    public Origin {
        Objects.requireNonNull(chat);
        Objects.requireNonNull(pressId);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(question);
        Objects.requireNonNull(asker);
        Objects.requireNonNull(words);
    }

    /** Makes an origin where nobody can be answered in particular. */
    public Origin(ChatAddress chat, Optional<String> pressId, Optional<String> messageId) {
        this(chat, pressId, messageId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns what a message in the chat answers; empty where that need not be shown.
     *
     * @param aside whether the asker alone should see it
     */
    public Optional<ReplyTarget> target(boolean aside) {
        boolean shows = question.isPresent() || aside && asker.isPresent();
        return shows
                ? Optional.of(new ReplyTarget(question, aside ? asker : Optional.empty(), pressId))
                : Optional.empty();
    }
}
