package vn.loa.command.incoming;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Media;

/**
 * Describes the attachment of an incoming message.
 *
 * @param media a picture or document, as the platform keeps it
 * @param unsendable whether there was something that Loa cannot pass on, such as a video or a recorded voice
 * @param set the platform's name of the set, when it is one of several that were sent together, each in a message of
 *     its own
 * @param photo a picture that the platform shows at a public address, from which any channel can take it
 */
public record IncomingAttachment(
        Optional<Media.Kept> media, boolean unsendable, Optional<String> set, Optional<Media.WebPhoto> photo) {
    /** No attachment. */
    public static final IncomingAttachment NOTHING = new IncomingAttachment(Optional.empty(), false, Optional.empty());

    public IncomingAttachment {
        Objects.requireNonNull(media);
        Objects.requireNonNull(set);
        Objects.requireNonNull(photo);
    }

    /** Describes an attachment that has no public address. */
    public IncomingAttachment(Optional<Media.Kept> media, boolean unsendable, Optional<String> set) {
        this(media, unsendable, set, Optional.empty());
    }

    /** Describes a picture at a public address. */
    public static IncomingAttachment photo(URI address) {
        return new IncomingAttachment(
                Optional.empty(), false, Optional.empty(), Optional.of(new Media.WebPhoto(address)));
    }

    /** Returns what can be passed on. */
    public Optional<Media> sendable() {
        return media.<Media>map(kept -> kept).or(() -> photo.map(shown -> shown));
    }

    /** Tells whether it is one of several that were sent together. */
    public boolean ofSet() {
        return set.isPresent();
    }

    public boolean isNothing() {
        return sendable().isEmpty() && !unsendable;
    }
}
