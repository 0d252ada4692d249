package vn.loa.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/**
 * Sends several files that Telegram keeps as one album (Bot API, sendMediaGroup: two to ten, documents only among
 * themselves, without buttons), or one by one where the album is refused.
 */
final class TelegramAlbum {
    private static final Logger log = LoggerFactory.getLogger(TelegramAlbum.class);

    private final TelegramCalls calls;
    private final TelegramErrors errors;

    TelegramAlbum(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
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
     * @throws TelegramApiException when nothing of it was taken
     */
    String send(ChatAddress to, TelegramForm form, Media.Album album) throws TelegramApiException {
        long kinds = album.files().stream().map(Media.Kept::form).distinct().count();
        if (kinds > 1) {
            return oneByOne(to, form, album, new TelegramApiException("pictures and documents are no album"));
        }
        try {
            return numbers(calls.call(new Group(form.asAlbum(to, album))));
        } catch (TelegramApiException e) {
            if (!concernsFiles(errors.read(e, TelegramErrors.Errand.PHOTO))) {
                throw e;
            }
            log.info("{}: an album goes one by one: {}", to, errors.told(e));
            return oneByOne(to, form, album, e);
        }
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

    private static boolean concernsFiles(SendResult result) {
        return result instanceof SendResult.Rejected
                || result instanceof SendResult.PartRefused refused
                        && refused.part() != SendResult.PartRefused.Part.TOPIC
                        && refused.part() != SendResult.PartRefused.Part.FORMATTING;
    }

    /**
     * The first that is taken carries the text; what is refused is left out. What is no fault of the files ends it as long
     * as nothing was taken, so that all can be tried again.
     */
    private String oneByOne(ChatAddress to, TelegramForm form, Media.Album album, TelegramApiException refusal)
            throws TelegramApiException {
        List<String> numbers = new ArrayList<>();
        TelegramApiException last = refusal;
        for (Media.Kept file : album.files()) {
            try {
                numbers.add(Long.toString(one(to, numbers.isEmpty() ? form : form.withoutWords(), file)));
            } catch (TelegramApiException e) {
                if (numbers.isEmpty() && !concernsFiles(errors.read(e, TelegramErrors.Errand.PHOTO))) {
                    throw e;
                }
                log.warn("{}: one file of an album is left out: {}", to, errors.told(e));
                last = e;
            }
        }
        if (numbers.isEmpty()) {
            throw last;
        }
        return String.join(" ", numbers);
    }

    private long one(ChatAddress to, TelegramForm form, Media.Kept file) throws TelegramApiException {
        return file.form() == Media.Kept.Form.DOCUMENT
                ? calls.call(form.asDocument(to, file))
                : calls.call(form.asPhoto(to, file));
    }
}
