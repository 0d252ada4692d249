package vn.loa.store.file;

import java.util.Objects;

/** A backup could not be made; the message says why in one line. What was in the folder before is still there. */
public final class BackupFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says in one line what failed and what may be done. */
    public BackupFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
