package vn.loa.text.privacy;

/**
 * A passage of a text that holds private data.
 *
 * @param start index of its first UTF-16 unit
 * @param end index after its last UTF-16 unit
 */
public record PrivatePassage(int start, int end, PrivacyKind kind) {}
