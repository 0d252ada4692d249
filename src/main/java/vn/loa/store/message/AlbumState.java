package vn.loa.store.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells how far an announcement with several files has come in a chat.
 *
 * @param words the platform's number of the message that bears the words; empty when nothing was sent
 * @param files the platform's numbers of the further files
 * @param missing the files that have not arrived, counted from 0, each with the reason for which it was refused or an empty
 *     one; nothing as long as the album goes whole
 */
public record AlbumState(Optional<String> words, List<String> files, Map<Integer, String> missing) {
    /** Nothing was sent. */
    public static final AlbumState NEW = new AlbumState(Optional.empty(), List.of(), Map.of());

    public AlbumState {
        Objects.requireNonNull(words);
        files = List.copyOf(files);
        missing = Map.copyOf(missing);
    }
}
