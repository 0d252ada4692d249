package vn.loa.model;

/** Names a part of an announced article that changed and that people see. */
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
