package vn.loa.store.file;

import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite's native library, which the driver unpacks into a folder for temporary files and loads from there. */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /** Returns the folder into which it is unpacked. */
    public static String folder() {
        return System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
    }

    /** Loads it; returns why that failed, or nothing when it did not. */
    public static Optional<String> load() {
        try {
            return SQLiteJDBCLoader.initialize() ? Optional.empty() : Optional.of("it does not load");
        } catch (Exception | LinkageError e) {
            // After it come all places where it was looked for.
            return Optional.of(FileProblems.cause(e).replaceFirst(", paths=.*", ""));
        }
    }
}
