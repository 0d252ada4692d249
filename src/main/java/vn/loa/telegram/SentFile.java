package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.Media;
import vn.loa.model.Media.Kept.Form;

/** The picture or document that came with a message. */
final class SentFile {
    private SentFile() {}

    /** The file as Telegram keeps it; empty when there is none, or of a kind that Loa does not pass on. */
    static Optional<Media.Kept> of(JsonNode message, Bot bot) {
        // Bot API, Message.photo: the sizes of one picture, the largest last.
        JsonNode sizes = message.path("photo");
        String photo = sizes.path(sizes.size() - 1).path("file_id").asText();
        if (!photo.isEmpty()) {
            return Optional.of(new Media.Kept(bot, Form.PHOTO, photo));
        }
        // An animation carries a document too, for older programs; it could not be sent again as one.
        String document = message.has("animation")
                ? ""
                : message.path("document").path("file_id").asText();
        return document.isEmpty() ? Optional.empty() : Optional.of(new Media.Kept(bot, Form.DOCUMENT, document));
    }
}
