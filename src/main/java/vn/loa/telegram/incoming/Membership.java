package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.loa.command.incoming.ChatEvent.Change;

/**
 * Reads a {@code my_chat_member} update: the bot is here or not, and may speak or not. Being forbidden to write is no
 * news of its own, the next delivery learns it; being allowed to speak again is.
 */
final class Membership {
    private Membership() {}

    static Optional<Change> change(JsonNode update) {
        boolean channel = update.path("chat").path("type").asText().equals("channel");
        JsonNode now = update.path("new_chat_member");
        if (!present(now)) {
            return Optional.of(Change.LEFT);
        }
        boolean spoke = speaks(update.path("old_chat_member"), channel);
        return speaks(now, channel) && !spoke ? Optional.of(arrival(update)) : Optional.empty();
    }

    /** Returns the kind of arrival; a person who unblocks the bot presses "Restart", which says /start. */
    private static Change arrival(JsonNode update) {
        return update.path("chat").path("type").asText().equals("private") ? Change.RETURNED : Change.JOINED;
    }

    private static boolean present(JsonNode member) {
        return switch (member.path("status").asText()) {
            case "creator", "administrator", "member" -> true;
            case "restricted" -> member.path("is_member").asBoolean(true);
            default -> false;
        };
    }

    private static boolean speaks(JsonNode member, boolean channel) {
        boolean allowed = switch (member.path("status").asText()) {
            case "administrator" -> !channel || member.path("can_post_messages").asBoolean(true);
            case "restricted" -> member.path("can_send_messages").asBoolean(true);
            case "member" -> !channel;
            default -> true;
        };
        return present(member) && allowed;
    }
}
