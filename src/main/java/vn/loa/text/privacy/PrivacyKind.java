package vn.loa.text.privacy;

/** The kinds of private data. */
public enum PrivacyKind {
    PHONE,
    ACCOUNT,
    /** CCCD, CMND, passport, tax code, social insurance. */
    IDENTITY,
    EMAIL,
    /** A child, or a person of a household in need. */
    NAME,
    /** A long row of digits of unknown purpose. */
    NUMBER
}
