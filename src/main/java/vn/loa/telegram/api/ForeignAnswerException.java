package vn.loa.telegram.api;

import java.io.IOException;
import java.time.Duration;

/** An error answer that is none of the Bot API's: a gateway's page, or a test server's own way of saying no. */
final class ForeignAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean unknownMethod;
    private final Duration retryAfter;

    /**
     * @param status the HTTP status
     * @param unknownMethod whether the server says that it does not know the method
     * @param retryAfter the header Retry-After, zero when there was none
     */
    ForeignAnswerException(int status, boolean unknownMethod, Duration retryAfter) {
        this.status = status;
        this.unknownMethod = unknownMethod;
        this.retryAfter = retryAfter;
    }

    @Override
    public String getMessage() {
        return "HTTP " + status + ", not an answer of the Bot API";
    }

    int status() {
        return status;
    }

    boolean unknownMethod() {
        return unknownMethod;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
