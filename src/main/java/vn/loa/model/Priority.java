package vn.loa.model;

/** Which delivery goes first when several are due, the most urgent first. */
public enum Priority {
    URGENT,
    /** Messages to operators about Loa itself. */
    NOTICE,
    ORDINARY
}
