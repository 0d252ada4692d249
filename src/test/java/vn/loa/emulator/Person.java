package vn.loa.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Telegram account.
 *
 * @param id Telegram's number
 * @param firstName never empty
 * @param username without {@code @}; an empty string when the person has none
 * @param bot whether it is a bot
 */
public record Person(long id, String firstName, String username, boolean bot) {
    /** The account that Telegram shows as the writer when a group's administrator writes anonymously. */
    public static final Person ANONYMOUS_ADMIN = new Person(1087968824L, "Group", "GroupAnonymousBot", true);

    /** The account that Telegram shows when a channel's post is carried into the linked group. */
    public static final Person TELEGRAM = new Person(777000L, "Telegram", "", false);

    /** The account that Telegram shows when a person writes in a group in the name of a channel. */
    public static final Person CHANNEL_BOT = new Person(136817688L, "Channel", "Channel_Bot", true);

    ObjectNode json() {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("id", id).put("is_bot", bot).put("first_name", firstName);
        if (!username.isEmpty()) {
            user.put("username", username);
        }
        if (!bot) {
            user.put("language_code", "vi");
        }
        return user;
    }
}
