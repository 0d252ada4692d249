package vn.loa.command;

import vn.loa.model.Chat;
import vn.loa.phrases.Phrases;

/** Tells how a chat is called before people. */
final class ChatTitle {
    private ChatTitle() {}

    /** Returns the chat's title, or words with its number when it has none. */
    static String of(Chat chat, Phrases phrases) {
        return chat.title().isBlank() ? phrases.say("chat.untitled", Long.toString(chat.id())) : chat.title();
    }
}
