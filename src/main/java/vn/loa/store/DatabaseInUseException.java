package vn.loa.store;

import java.nio.file.Path;

/** Another process works with this database; two would send everything twice. */
public final class DatabaseInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseInUseException(Path folder) {
        this("the data folder " + folder.toAbsolutePath());
    }

    DatabaseInUseException(String what) {
        super(what + " is in use by another Loa; stop that one first");
    }
}
