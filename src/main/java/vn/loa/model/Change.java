package vn.loa.model;

/** What of an announced article changed, as far as people see it. */
public enum Change {
    TITLE,
    PUBLISHED,
    EVENT,
    /** Where the event takes place. */
    PLACE,
    /** The summary or the attachments. */
    TEXT,
    WITHDRAWN
}
