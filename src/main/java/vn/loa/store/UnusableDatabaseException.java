package vn.loa.store;

/** The database cannot be used as it is, and starting again does not mend that. The message is one line. */
public final class UnusableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String right;

    UnusableDatabaseException(String what, String right) {
        super(what + "; " + right);
        this.what = what;
        this.right = right;
    }

    /** Returns what is wrong, beginning with the file. */
    public String what() {
        return what;
    }

    /** Returns what to do about it. */
    public String right() {
        return right;
    }
}
