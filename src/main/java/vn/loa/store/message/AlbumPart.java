package vn.loa.store.message;

import java.util.Objects;
import java.util.OptionalInt;
import vn.loa.model.FormerMessageId;

/**
 * A message that shows one part of an announcement with several files.
 *
 * @param externalId the platform's number of it
 * @param words whether it bears the words
 * @param file which file it shows, counted from 0; empty for words alone
 */
public record AlbumPart(String externalId, boolean words, OptionalInt file) {
    /** Stands for the words where parts are counted by their files. */
    public static final int WORDS = -1;

    public AlbumPart {
        Objects.requireNonNull(externalId);
        Objects.requireNonNull(file);
    }

    /** Returns a part of words alone. */
    public static AlbumPart ofWords(String externalId) {
        return new AlbumPart(externalId, true, OptionalInt.empty());
    }

    /** Returns a part that shows a file. */
    public static AlbumPart ofFile(String externalId, boolean words, int file) {
        return new AlbumPart(externalId, words, OptionalInt.of(file));
    }

    /** Returns the part as one that stayed behind where the chat was before; nothing can be said in reply to it. */
    AlbumPart in(String formerChat) {
        return new AlbumPart(FormerMessageId.of(formerChat, externalId), false, file);
    }
}
