package vn.loa.store;

/** All that differs between the databases Loa can run on. */
public enum Dialect {
    /** The database file is locked as a whole while somebody writes, so rows need no locks of their own. */
    SQLITE("INTEGER PRIMARY KEY AUTOINCREMENT", "");

    private final String identity;
    private final String skipLocked;

    Dialect(String identity, String skipLocked) {
        this.identity = identity;
        this.skipLocked = skipLocked;
    }

    /** The column definition of a key that numbers itself. */
    public String identity() {
        return identity;
    }

    /** Ends a query that takes rows which another node must not take at the same time. */
    public String skipLocked() {
        return skipLocked;
    }
}
