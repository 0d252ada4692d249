package vn.loa.summary;

import java.util.Set;

/**
 * A sentence that may stand in the summary.
 *
 * @param order its number among all candidates, in the article's order
 * @param text as it would be shown
 * @param merit what it is worth without its facets: place minus blemishes
 * @param facets what it tells
 * @param reference what its beginning leans on
 * @param words its words, to see repetitions
 * @param terms its running words, to see what it covers
 */
record Candidate(
        int order,
        String text,
        double merit,
        Set<Feature> facets,
        BackReference reference,
        Set<String> words,
        SentenceTerms terms) {
    /** What its facets are worth together. */
    double facetWorth() {
        return facets.stream().mapToDouble(Feature::worth).sum();
    }

    /** The share of words, 0 to 1, that the shorter of two sentences has in common with the other. */
    double overlap(Candidate other) {
        int shorter = Math.min(words.size(), other.words.size());
        long shared = words.stream().filter(other.words::contains).count();
        return shorter == 0 ? 0 : (double) shared / shorter;
    }
}
