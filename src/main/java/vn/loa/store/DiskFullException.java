package vn.loa.store;

/** The disk has no room for what the database needs now; when it has, the same may succeed. The message is one line. */
public final class DiskFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
