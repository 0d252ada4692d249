package vn.loa.config.value;

/** Thrown for a value of the wrong form. The message goes behind the value, as in "is not a duration". */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String right;

    /** Says in English what is wrong with a value and what would be right. */
    public Malformed(String what, String right) {
        super(what);
        this.right = right;
    }

    /** Returns what would be right. */
    public String right() {
        return right;
    }
}
