package vn.loa.store;

import java.util.Objects;

/** A backup could not be made; the message says why in one line. What was in the folder before is still there. */
public final class BackupFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    BackupFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
