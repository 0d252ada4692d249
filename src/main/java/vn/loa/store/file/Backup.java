package vn.loa.store.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A whole copy of the database that was found sound when it was made.
 *
 * @param at when it was made, to the second
 * @param schema the number of the last migration that it has seen
 * @param beforeUpgrade whether it was made because a newer Loa was about to migrate the database
 */
public record Backup(Path file, Instant at, int schema, boolean beforeUpgrade) {
    public Backup {
        Objects.requireNonNull(file);
        Objects.requireNonNull(at);
    }
}
