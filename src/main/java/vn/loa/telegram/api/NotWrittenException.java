package vn.loa.telegram.api;

import java.io.IOException;

/** A request failed before a byte of it was written, so it cannot have had an effect. */
final class NotWrittenException extends IOException {
    private static final long serialVersionUID = 1L;

    NotWrittenException(IOException cause) {
        super("no connection: " + cause.getMessage(), cause);
    }
}
