package vn.loa.store.file;

import java.nio.file.Path;

/** Another process works with this database; two would send everything twice. */
public final class DatabaseInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the folder that another Loa uses. */
    public DatabaseInUseException(Path folder) {
        this("the data folder " + folder.toAbsolutePath());
    }

    /** Names what another Loa uses. */
    public DatabaseInUseException(String what) {
        super(what + " is in use by another Loa; stop that one first");
    }
}
