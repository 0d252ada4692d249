package vn.loa.zalo.oa;

import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;

/**
 * Converts Zalo's chats to addresses and back. Groups and persons are written to at different places of the API and
 * their ids look alike, so a person's is marked; a group's stands as Zalo lists it, which is what an operator binds.
 */
final class OaChats {
    private static final String PERSON = "user:";

    private OaChats() {}

    static ChatAddress group(Bot bot, String groupId) {
        return ChatAddress.of(bot, groupId);
    }

    static ChatAddress person(Bot bot, String userId) {
        return ChatAddress.of(bot, PERSON + userId);
    }

    static ChatKind kind(ChatAddress chat) {
        return chat.chatId().startsWith(PERSON) ? ChatKind.PRIVATE : ChatKind.GROUP;
    }

    /** The id that the API knows. */
    static String id(ChatAddress chat) {
        return kind(chat) == ChatKind.PRIVATE ? chat.chatId().substring(PERSON.length()) : chat.chatId();
    }
}
