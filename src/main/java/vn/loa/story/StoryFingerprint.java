package vn.loa.story;

import java.util.List;
import java.util.stream.Stream;

/**
 * The least hashes of an article's shingles, and of its names and amounts, by which a story told in other words is found
 * (a bottom-k MinHash sketch: E. Cohen and H. Kaplan, "Summarizing data using
 * bottom-k sketches", 2007). Articles that share much text share some of them, so likely copies are found by equal
 * numbers in an index.
 *
 * @param hashes ascending, at most {@value #SIZE}
 */
public record StoryFingerprint(List<Long> hashes) {
    private static final int SIZE = 32;
    private static final int SHINGLES = 22;

    public StoryFingerprint {
        hashes = List.copyOf(hashes);
    }

    /** Takes the fingerprint of an article. */
    public static StoryFingerprint of(StoryText text) {
        Stream<Long> shingles = text.shingles().stream().sorted().limit(SHINGLES);
        Stream<Long> facts = text.tellingFacts().stream().sorted().limit(SIZE - SHINGLES);
        return new StoryFingerprint(Stream.concat(shingles, facts).sorted().toList());
    }
}
