package vn.loa.config;

/** Thrown for a value of the wrong form. The message goes behind the value, as in "is not a duration". */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String right;

    Malformed(String what, String right) {
        super(what);
        this.right = right;
    }

    String right() {
        return right;
    }
}
