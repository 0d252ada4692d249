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
    /** Another portal published the same story, or does no longer: what the article says did not change. */
    REPUBLISHED,
    WITHDRAWN
}
