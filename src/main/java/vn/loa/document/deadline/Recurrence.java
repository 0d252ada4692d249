package vn.loa.document.deadline;

/** Tells how often a deadline comes again. */
public enum Recurrence {
    NONE,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY
}
