package vn.loa.config;

/** A value is not what it should be. The message goes behind the value, as in "is not a duration". */
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
