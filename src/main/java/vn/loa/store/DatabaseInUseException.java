package vn.loa.store;

import java.nio.file.Path;

/** Another process works with this data folder; two would send everything twice. */
public final class DatabaseInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseInUseException(Path folder) {
        super("the data folder " + folder.toAbsolutePath() + " is in use by another Loa; stop that one first");
    }
}
