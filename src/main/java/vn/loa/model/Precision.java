package vn.loa.model;

/** The precision with which a portal gave a time. */
public enum Precision {
    SECOND,
    MINUTE,
    /** A civil day; the time of day is unknown, not midnight. */
    DAY,
    /** "3 giờ trước": an estimate needs the time of fetching, so there is no instant. */
    RELATIVE,
    /** No date, or none that could be read. */
    NONE
}
