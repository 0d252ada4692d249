package vn.loa.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens databases whose tables are up to date already. The migrations run once and each test gets a copy of their
 * result, for they take longer than most tests.
 */
public final class MigratedDatabase {
    private static final String FILE = "loa.db";
    private static final byte[] EMPTY = migrated();

    private MigratedDatabase() {}

    /** Opens the database in this folder; one that is not there is empty. */
    public static Database open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.notExists(folder.resolve(FILE))) {
                Files.write(folder.resolve(FILE), EMPTY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Database.embedded(folder);
    }

    private static byte[] migrated() {
        try {
            Path folder = Files.createTempDirectory("migrated");
            Database.embedded(folder).close();
            byte[] file = Files.readAllBytes(folder.resolve(FILE));
            Files.delete(folder.resolve(FILE));
            Files.deleteIfExists(folder.resolve("loa.lock"));
            Files.delete(folder);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
