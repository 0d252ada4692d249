package vn.loa.logging;

/** Names the format of log lines. */
public enum LogFormat {
    /** A line for people; a stack trace follows indented. */
    TEXT,
    /** A JSON object on one line, for machines. */
    JSON
}
