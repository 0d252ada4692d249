package vn.loa.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;

/**
 * Holds a command's answer for the chat where it was given. Messages to other chats go through the ledger instead.
 *
 * @param messages new messages, in order; may be none
 * @param edit the new content of the message whose button was pressed
 * @param toast the short line shown to the person who pressed, at most 200 characters (Bot API, answerCallbackQuery);
 *     channels without presses leave it out
 * @param aside whether the messages concern the asker alone, and in a group the others need not see them; where a
 *     channel can do that
 * @param forgetsQuestion whether the words that were answered hold a secret, so that the channel deletes them where it
 *     can
 */
public record Reply(
        List<OutgoingMessage> messages,
        Optional<OutgoingMessage> edit,
        Optional<String> toast,
        boolean aside,
        boolean forgetsQuestion) {
    private static final Reply NONE = new Reply(List.of(), Optional.empty(), Optional.empty());

    public Reply {
        messages = List.copyOf(messages);
        Objects.requireNonNull(edit);
        Objects.requireNonNull(toast);
    }

    /** Makes an answer that all may see. */
    public Reply(List<OutgoingMessage> messages, Optional<OutgoingMessage> edit, Optional<String> toast) {
        this(messages, edit, toast, false, false);
    }

    /** Returns the same for the asker alone. */
    public Reply toAskerAlone() {
        return new Reply(messages, edit, toast, true, forgetsQuestion);
    }

    /** Returns the same, after which the words that it answers are deleted where the channel can. */
    public Reply forgettingQuestion() {
        return new Reply(messages, edit, toast, aside, true);
    }

    /** Returns no answer: the words were not meant for the bot. */
    public static Reply none() {
        return NONE;
    }

    public static Reply of(OutgoingMessage... messages) {
        return new Reply(List.of(messages), Optional.empty(), Optional.empty());
    }

    public static Reply of(List<OutgoingMessage> messages) {
        return new Reply(messages, Optional.empty(), Optional.empty());
    }

    /** Returns the messages, the last of which carries the buttons; there may be none. */
    public static Reply ending(List<OutgoingMessage> messages, List<List<Button>> buttons) {
        if (buttons.isEmpty()) {
            return of(messages);
        }
        List<OutgoingMessage> all = new ArrayList<>(messages);
        int last = all.size() - 1;
        all.set(last, all.get(last).withButtons(buttons));
        return of(all);
    }

    public static Reply plain(String text) {
        return of(OutgoingMessage.plain(text));
    }

    public static Reply toast(String text) {
        return new Reply(List.of(), Optional.empty(), Optional.of(text));
    }

    public static Reply edit(OutgoingMessage message, String toast) {
        return new Reply(List.of(), Optional.of(message), Optional.of(toast));
    }
}
