package vn.loa.model;

/** What of an announced article changed, as far as people see it. */
public enum Change {
    TITLE,
    PUBLISHED,
    EVENT,
    /** The summary or the attachments. */
    TEXT,
    WITHDRAWN
}
