package vn.loa.chart;

/** This machine's Java cannot draw; words have to do. */
public final class DrawingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrawingException(Throwable cause) {
        super("Java cannot draw here: " + cause, cause);
    }
}
