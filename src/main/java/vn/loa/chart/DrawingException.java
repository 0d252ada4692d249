package vn.loa.chart;

/** Thrown when this machine's Java cannot draw; callers answer in words instead. */
public final class DrawingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrawingException(Throwable cause) {
        super("Java cannot draw here: " + cause, cause);
    }
}
