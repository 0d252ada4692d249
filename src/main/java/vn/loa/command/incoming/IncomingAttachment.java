package vn.loa.command.incoming;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Media;

/**
 * Describes the attachment of an incoming message.
 *
 * @param media a picture or document, as the platform keeps it
 * @param unsendable whether there was something that Loa cannot pass on, such as a video or a recorded voice
 * @param ofSet whether it is one of several that were sent together, each in a message of its own
 */
public record IncomingAttachment(Optional<Media.Kept> media, boolean unsendable, boolean ofSet) {
    /** No attachment. */
    public static final IncomingAttachment NOTHING = new IncomingAttachment(Optional.empty(), false, false);

    public IncomingAttachment {
        Objects.requireNonNull(media);
    }

    public boolean isNothing() {
        return media.isEmpty() && !unsendable;
    }
}
