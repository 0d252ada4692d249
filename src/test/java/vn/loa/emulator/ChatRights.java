package vn.loa.emulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who may do what in a chat. Changes made here reach the bot only as refusals. */
public final class ChatRights {
    private final String type;
    private final Map<Long, String> statuses = new ConcurrentHashMap<>();
    private volatile String closedBy = "";
    private volatile boolean photosForbidden;
    private volatile long movedTo;

    ChatRights(String type) {
        this.type = type;
    }

    /** Sets a person's or the bot's status: creator, administrator, member, restricted, left or kicked. */
    public void set(long userId, String status) {
        statuses.put(userId, status);
    }

    String status(long userId) {
        return statuses.getOrDefault(userId, "left");
    }

    Map<Long, String> statuses() {
        return statuses;
    }

    /** From now on every message is refused with these words, for example {@code Forbidden: user is deactivated}. */
    public void close(String refusal) {
        closedBy = refusal;
    }

    public void forbidPhotos() {
        photosForbidden = true;
    }

    void moved(long newChatId) {
        movedTo = newChatId;
    }

    void takeFrom(ChatRights other) {
        statuses.putAll(other.statuses);
    }

    void requireMaySend(long botId) {
        if (movedTo != 0) {
            throw Refusal.moved(movedTo);
        }
        if (!closedBy.isEmpty()) {
            throw Refusal.of(closedBy.startsWith("Forbidden") ? 403 : 400, closedBy);
        }
        String status = status(botId);
        switch (status) {
            case "kicked" -> throw Refusal.forbidden(kickedWords());
            case "left" -> throw Refusal.forbidden(strangerWords());
            case "restricted" -> throw Refusal.badRequest("not enough rights to send text messages to the chat");
            default -> {
                if (type.equals("channel") && !status.equals("administrator")) {
                    throw Refusal.badRequest("need administrator rights in the channel chat");
                }
            }
        }
    }

    private String kickedWords() {
        return type.equals("private") ? "bot was blocked by the user" : "bot was kicked from the " + type + " chat";
    }

    private String strangerWords() {
        return type.equals("private")
                ? "bot can't initiate conversation with a user"
                : "bot is not a member of the " + type + " chat";
    }

    void requireAdmin(long botId) {
        if (!status(botId).equals("administrator") && !status(botId).equals("creator")) {
            throw Refusal.badRequest("BOT_NOT_ADMIN");
        }
    }

    void requireMaySendPhotos() {
        if (photosForbidden) {
            throw Refusal.badRequest("not enough rights to send photos to the chat");
        }
    }
}
