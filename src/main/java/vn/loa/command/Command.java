package vn.loa.command;

import java.util.List;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Role;

/**
 * One thing a person can ask for. It describes itself, so that one list makes the help, the menu and the table of
 * rights. Its help texts are the phrases {@code command.NAME.menu} and {@code command.NAME.example}.
 */
public interface Command {
    /** The word after the slash: 1-32 of a-z, 0-9 and _ (Bot API, BotCommand), and the first part of button data. */
    String name();

    /** Other words after the slash, English ones among them. */
    List<String> aliases();

    /** Plain words that mean the same when the bot is addressed, folded: {@code "theo doi"}. */
    List<String> plainWords();

    /**
     * Whether words that follow the plain ones can be meant for it. Asked where a sentence might merely begin like a
     * command ("lịch họp tuần này"); nothing at all, and polite words, are always taken.
     */
    default boolean takes(String rest) {
        return false;
    }

    /** The least role that may use it. */
    Role needs();

    /** Whether the answer depends on what else the person may do, so that the platform has to be asked. */
    default boolean asksRole() {
        return needs() != Role.MEMBER;
    }

    /** How long its words may be, in UTF-16 units; little that is sensible is longer. */
    default int longest() {
        return 500;
    }

    /** Whether a whole chat may sensibly say it within a minute, so that only the person's own haste counts. */
    default boolean saidByMany() {
        return false;
    }

    /** Whether the help and the menu show it. */
    default boolean listed() {
        return true;
    }

    /** Whether it may be said in a chat that operators turned away, since it may let the chat in. */
    default boolean opens(String arguments) {
        return false;
    }

    /** Whether it does anything where others read along. */
    default boolean inGroups() {
        return true;
    }

    /** Does what was asked in words. */
    Reply run(Request request);

    /** Whether this command asked a person for something in a chat, and waits for it; the words need be no command. */
    default boolean awaits(Chat chat, PersonId person) {
        return false;
    }

    /** The person wants something else: nothing is waited for any more. */
    default void waitNoMore(Chat chat, PersonId person) {}

    /**
     * Takes what this command waited for.
     *
     * @param request whose arguments are all that was said
     */
    default Reply receive(Request request) {
        return run(request);
    }

    /**
     * Does what a button of this command's messages stands for.
     *
     * @param request who pressed where; it has no arguments of its own
     * @param data what the command wrote into the button
     */
    default Reply press(Request request, ButtonData data) {
        return request.toast("press.stale");
    }
}
