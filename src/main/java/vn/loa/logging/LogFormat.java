package vn.loa.logging;

/** How an event is written. */
public enum LogFormat {
    /** A line for people; a stack trace follows indented. */
    TEXT,
    /** A JSON object on one line, for machines. */
    JSON
}
