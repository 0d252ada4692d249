package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * A getUpdates whose answer is not bound to TelegramBots' classes: one update with a field it does not expect would
 * cost the whole batch, again and again. Each update keeps its JSON instead.
 */
final class PollRequest extends GetUpdates {
    private static final long serialVersionUID = 1L;
    /** Bot API, getUpdates: 1-100. */
    private static final int MOST = 100;

    private static final List<String> KINDS = List.of(
            "message", "edited_message", "channel_post", "callback_query", "my_chat_member", "message_reaction");

    private final transient Function<String, List<Unread>> reader;

    /**
     * @param offset the first update wanted; all before it are confirmed
     * @param timeout how long the server may wait for one, whole seconds
     * @param reader reads the answer's text
     */
    PollRequest(int offset, Duration timeout, Function<String, List<Unread>> reader) {
        super(offset, MOST, (int) timeout.toSeconds(), KINDS);
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("NonApiType")
    public ArrayList<Update> deserializeResponse(String answer) {
        return new ArrayList<>(reader.apply(answer));
    }

    /** An update as it came. */
    static final class Unread extends Update {
        private static final long serialVersionUID = 1L;

        private final transient JsonNode json;

        Unread(JsonNode json) {
            this.json = json;
            setUpdateId(json.get("update_id").asInt());
        }

        /** Returns whether the update has a number that can be confirmed. */
        static boolean numbered(JsonNode json) {
            return json.path("update_id").canConvertToInt();
        }

        JsonNode json() {
            return json;
        }
    }
}
