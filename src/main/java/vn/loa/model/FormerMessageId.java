package vn.loa.model;

/**
 * Names messages that stand in the chat that a group was before its platform gave it another id, where messages are numbered
 * anew: {@code NUMBER@CHAT}. No platform has such numbers, so nothing can be taken for a message of the new chat; a message
 * of this name can be neither changed nor deleted (Bot API: a group that became a supergroup takes no calls any more).
 */
public final class FormerMessageId {
    /** Stands between the number and the chat, and in no number. */
    public static final String MARK = "@";

    /** The reason for which such a message stays as it is. */
    public static final String REASON = "it stands in the group's former chat";

    private FormerMessageId() {}

    /** Returns the name of a message by its number in the former chat. */
    public static String of(String formerChat, String messageId) {
        return is(messageId) ? messageId : messageId + MARK + formerChat;
    }

    /** Returns whether an id names such a message. */
    public static boolean is(String messageId) {
        return messageId.contains(MARK);
    }
}
