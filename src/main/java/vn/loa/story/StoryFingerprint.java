package vn.loa.story;

import java.util.List;

/**
 * The least hashes of an article's shingles (a bottom-k MinHash sketch: E. Cohen and H. Kaplan, "Summarizing data using
 * bottom-k sketches", 2007). Articles that share much text share some of them, so likely copies are found by equal
 * numbers in an index.
 *
 * @param hashes ascending, at most {@value #SIZE}
 */
public record StoryFingerprint(List<Long> hashes) {
    private static final int SIZE = 32;

    public StoryFingerprint {
        hashes = List.copyOf(hashes);
    }

    /** Takes the fingerprint of an article. */
    public static StoryFingerprint of(StoryText text) {
        return new StoryFingerprint(
                text.shingles().stream().sorted().limit(SIZE).toList());
    }
}
