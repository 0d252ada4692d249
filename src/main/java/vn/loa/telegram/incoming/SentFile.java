package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.model.Bot;
import vn.loa.model.Media;
import vn.loa.model.Media.Kept.Form;
import vn.loa.model.RichText;

/** Reads the attachment of a message: a picture, a document, or something that Loa does not pass on. */
final class SentFile {
    /** Bot API, Message: what a person can send that is neither words nor a picture nor a document. */
    private static final Set<String> OTHERS = Set.of(
            "animation",
            "audio",
            "checklist",
            "contact",
            "dice",
            "location",
            "paid_media",
            "poll",
            "sticker",
            "story",
            "venue",
            "video",
            "video_note",
            "voice");

    /** Longer names are shortened, in UTF-16 units. */
    private static final int LONGEST_NAME = 80;

    private SentFile() {}

    static IncomingAttachment of(JsonNode message, Bot bot) {
        Optional<Media.Kept> file = file(message, bot);
        boolean other = OTHERS.stream().anyMatch(message::hasNonNull);
        // Bot API, Message.media_group_id: the same for all parts of an album, each of which comes as an update of its
        // own.
        Optional<String> set =
                Optional.of(message.path("media_group_id").asText()).filter(id -> !id.isEmpty());
        return new IncomingAttachment(file, other && file.isEmpty(), set);
    }

    /** The file as Telegram keeps it; empty when there is none, or of a kind that Loa does not pass on. */
    private static Optional<Media.Kept> file(JsonNode message, Bot bot) {
        // Bot API, Message.photo: the sizes of one picture, the largest last.
        JsonNode sizes = message.path("photo");
        String photo = sizes.path(sizes.size() - 1).path("file_id").asText();
        if (!photo.isEmpty()) {
            return Optional.of(new Media.Kept(bot, Form.PHOTO, photo));
        }
        // An animation carries a document too, for older programs; it could not be sent again as one.
        JsonNode document = message.has("animation") ? MissingNode.getInstance() : message.path("document");
        String id = document.path("file_id").asText();
        String name = RichText.plain(document.path("file_name").asText())
                .abridged(LONGEST_NAME)
                .text();
        return id.isEmpty() ? Optional.empty() : Optional.of(new Media.Kept(bot, Form.DOCUMENT, id, name));
    }
}
