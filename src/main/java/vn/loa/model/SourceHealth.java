package vn.loa.model;

/** The health of a source. */
public enum SourceHealth {
    OK,
    /** It answers, but something is wrong: an empty list, items that cannot be read. */
    DEGRADED,
    /** It does not answer, or answers with something else. */
    DOWN
}
