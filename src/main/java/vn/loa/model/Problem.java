package vn.loa.model;

import java.util.Objects;

/**
 * A problem of a source.
 *
 * @param kind what it is, for people
 * @param detail how it showed itself, a short English phrase for who has to mend it
 */
public record Problem(Kind kind, String detail) {
    /** The kinds of problems of a source. */
    public enum Kind {
        /** No answer, a cut one, or an error of the server. */
        UNREACHABLE,
        /** The portal refuses: a cookie page, a captcha, 403, robots.txt. */
        BLOCKED,
        /** Loa itself does not go to the address: it is not public, or a redirect leads to another site. */
        REFUSED,
        /** The portal asked us to come less often. */
        RATE_LIMITED,
        /** Loa was asking the portal other things and did not come to this in time. */
        BUSY,
        /** The address answers that there is nothing. */
        GONE,
        /** The page has no list that the rules can find. */
        NO_LIST,
        /** The list is there and holds nothing, where it used to hold something. */
        EMPTY_LIST,
        /** Some items or articles cannot be read. */
        UNREADABLE_ITEMS,
        /** There has been nothing new for strangely long. */
        STALE,
        /** The list brings nothing new, for longer than it ever did, while its site has news elsewhere. */
        LIST_STANDS_STILL,
        /** Items that were listed hours ago could not be read yet. */
        OVERDUE_ITEMS,
        /** The articles of the list answer with something else: maintenance, a log-in, an error. */
        OTHER_PAGES,
        /** The list's page takes more memory to read than there is. */
        TOO_LARGE,
        /** The portal has moved for good to another domain. */
        MOVED,
        /** This machine has too little room on its disk to enter news. */
        NO_ROOM
    }

    /** Returns whether the list is read well and only brings nothing new, which may be nobody's fault. */
    public boolean isQuiet() {
        return kind == Kind.STALE || kind == Kind.LIST_STANDS_STILL;
    }

    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
    }
}
