package vn.loa.model;

/** The parts of an announced article whose change people see. */
public enum Change {
    TITLE,
    PUBLISHED,
    EVENT,
    /** Where the event takes place. */
    PLACE,
    /** A deadline that it sets. */
    DEADLINE,
    /** A document with a number that it publishes. */
    DOCUMENT,
    /** The summary or the attachments. */
    TEXT,
    /** Another portal published the same story, or does no longer: what the article says did not change. */
    REPUBLISHED,
    WITHDRAWN
}
