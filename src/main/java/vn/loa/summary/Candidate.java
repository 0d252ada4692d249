package vn.loa.summary;

import java.util.Set;

/**
 * A sentence that may stand in the summary.
 *
 * @param order its number among all candidates, in the article's order
 * @param text as it would be shown
 * @param merit what it is worth without its features: place minus penalties
 * @param features what it tells
 * @param reference what its beginning leans on
 * @param words its words, to see repetitions
 * @param terms its running words, to see what it covers
 */
record Candidate(
        int order,
        String text,
        double merit,
        Set<Feature> features,
        BackReference reference,
        Set<String> words,
        SentenceTerms terms) {
    /** Returns the sum of its features' worths. */
    double featureWorth() {
        return features.stream().mapToDouble(Feature::worth).sum();
    }

    /** Returns the share of words, 0 to 1, that the shorter of two sentences has in common with the other. */
    double overlap(Candidate other) {
        int shorter = Math.min(words.size(), other.words.size());
        long shared = words.stream().filter(other.words::contains).count();
        return shorter == 0 ? 0 : (double) shared / shorter;
    }
}
