package vn.loa.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.telegram.api.TelegramCalls;

/**
 * Sends several files that Telegram keeps as one album (Bot API, sendMediaGroup: two to ten, documents only among
 * themselves, without buttons).
 */
final class TelegramAlbum {
    private final TelegramCalls calls;

    TelegramAlbum(TelegramCalls calls) {
        this.calls = calls;
    }

    /** The call with file ids, which goes as JSON. */
    private static final class Group extends BotApiMethod<ObjectNode> {
        private final ObjectNode body;

        Group(ObjectNode body) {
            this.body = body;
        }

        @JsonValue
        ObjectNode body() {
            return body;
        }

        @Override
        public String getMethod() {
            return "sendMediaGroup";
        }

        @Override
        public ObjectNode deserializeResponse(String answer) throws TelegramApiRequestException {
            return TelegramCalls.read(answer);
        }
    }

    /**
     * Sends an album with the text under its first file.
     *
     * @return the numbers of its messages, separated by blanks
     */
    String send(ChatAddress to, TelegramForm form, Media.Album album) throws TelegramApiException {
        return numbers(calls.call(new Group(form.asAlbum(to, album))));
    }

    private static String numbers(JsonNode messages) throws TelegramApiException {
        List<String> numbers = new ArrayList<>();
        for (JsonNode message : messages) {
            numbers.add(Integer.toString(TelegramCalls.messageId(message)));
        }
        if (numbers.isEmpty()) {
            throw new TelegramApiException("the answer names no message");
        }
        return String.join(" ", numbers);
    }
}
