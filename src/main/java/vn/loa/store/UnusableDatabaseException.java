package vn.loa.store;

/** The database cannot be used as it is. The message is one line. */
public final class UnusableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String right;
    private final boolean mayPass;

    UnusableDatabaseException(String what, String right) {
        this(what, right, false);
    }

    /**
     * Makes one.
     *
     * @param what what is wrong
     * @param right what to do about it
     * @param mayPass as for {@link #mayPass()}
     */
    public UnusableDatabaseException(String what, String right, boolean mayPass) {
        super(what + "; " + right);
        this.what = what;
        this.right = right;
        this.mayPass = mayPass;
    }

    /** Returns whether starting again later may succeed, as when a server is not up yet. */
    public boolean mayPass() {
        return mayPass;
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
