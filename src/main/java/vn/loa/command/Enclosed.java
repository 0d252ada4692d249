package vn.loa.command;

import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Media;

/**
 * What came with somebody's words.
 *
 * @param media a picture or document, as the platform keeps it
 * @param unsendable whether there was something that Loa cannot pass on, such as a video or a recorded voice
 * @param album the platform's name for the set of pictures that this one belongs to, each in a message of its own; an
 *     empty string when it stands alone
 */
public record Enclosed(Optional<Media.Kept> media, boolean unsendable, String album) {
    /** Nothing came with the words. */
    public static final Enclosed NOTHING = new Enclosed(Optional.empty(), false, "");

    public Enclosed {
        Objects.requireNonNull(media);
        Objects.requireNonNull(album);
    }

    /** One picture or document. */
    public static Enclosed of(Media.Kept file) {
        return new Enclosed(Optional.of(file), false, "");
    }

    boolean isNothing() {
        return media.isEmpty() && !unsendable;
    }
}
