package vn.loa.store.message;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of an announcement that does not stand where it should, or still stands where it was taken back.
 *
 * @param kind which of the two
 * @param file the file, counted from 0; empty for the words
 * @param name what the file is called; empty when that is not known
 * @param photo whether it is a picture
 * @param reason as the ledger has it
 * @param chats in how many chats
 */
public record AlbumGap(Kind kind, Optional<Integer> file, String name, boolean photo, String reason, int chats) {
    /** Tells what is wrong with a part. */
    public enum Kind {
        /** It did not arrive. */
        MISSING,
        /** It could not be taken back. */
        REMAINING
    }

    public AlbumGap {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(file);
        Objects.requireNonNull(name);
        Objects.requireNonNull(reason);
    }
}
