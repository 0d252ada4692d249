package vn.loa.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Role;

/**
 * Represents one command. It describes itself, so that one list makes the help, the menu and the table of rights. Its
 * help texts are the phrases {@code command.NAME.menu} and {@code command.NAME.example}.
 */
public interface Command {
    /**
     * Returns the word after the slash: 1-32 of a-z, 0-9 and _ (Bot API, BotCommand), and the first part of button
     * data.
     */
    String name();

    /** Returns other words after the slash, English ones among them. */
    List<String> aliases();

    /** Returns names that stand for the command with the first of its words, by those names in folded words. */
    default Map<String, String> shortcuts() {
        return Map.of();
    }

    /** Returns plain words that mean the same when the bot is addressed, folded: {@code "theo doi"}. */
    List<String> plainWords();

    /**
     * Tells whether the words after the plain ones can be arguments of this command. Asked where a sentence might
     * merely begin like a command ("lịch họp tuần này"); no words at all, and polite ones, are always accepted.
     */
    default boolean takes(String rest) {
        return false;
    }

    /** Returns the least role that may use this command. */
    Role needs();

    /** Tells whether the answer depends on what else the person may do, so that the platform has to be asked. */
    default boolean asksRole() {
        return needs() != Role.MEMBER;
    }

    /** Returns the longest words that are accepted, in UTF-16 units; little that is sensible is longer. */
    default int longest() {
        return 500;
    }

    /**
     * Tells whether many people of a chat may sensibly say this within a minute, so that only the person's own rate is
     * limited.
     */
    default boolean saidByMany() {
        return false;
    }

    /** Tells whether the help and the menu list this command. */
    default boolean listed() {
        return true;
    }

    /** Tells whether the answer to words in a group concerns the asker alone, so that the others need not see it. */
    default boolean concernsAskerAlone() {
        return false;
    }

    /** Tells whether a declined chat may use this command, since it may get the chat admitted. */
    default boolean opens(String arguments) {
        return false;
    }

    /** Tells whether whoever runs this in a new chat asks operators to let the chat in. */
    default boolean asksToBeLetIn() {
        return false;
    }

    /** Tells whether this command does anything in groups. */
    default boolean inGroups() {
        return true;
    }

    /** Runs the command for words. */
    Reply run(Request request);

    /**
     * Tells whether this command has asked the person for input in this chat; the words that answer need be no command.
     */
    default boolean awaits(Chat chat, PersonId person) {
        return false;
    }

    /**
     * Tells whether this command gathers what a person sends together in this chat.
     *
     * @param set the platform's name of the set
     */
    default boolean gathers(Chat chat, PersonId person, String set) {
        return false;
    }

    /** Stops waiting for the person's input. */
    default void waitNoMore(Chat chat, PersonId person) {}

    /**
     * Tells whether words that begin with no slash are input for this command, since it has asked this chat.
     *
     * @param answered the message of the bot that the words answer, by its number on the platform
     */
    default boolean hasAsked(Chat chat, Optional<String> answered, String words) {
        return false;
    }

    /**
     * Takes the input that this command asked for.
     *
     * @param request has everything that was said as its arguments
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
