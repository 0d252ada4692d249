package vn.loa.summary;

import java.util.Set;

/**
 * A sentence that may stand in the summary.
 *
 * @param order its number among all candidates, in the article's order
 * @param text as it would be shown after the sentence before it
 * @param apart as it would be shown without that sentence
 * @param merit what it is worth without its features: place minus penalties
 * @param features what it tells
 * @param reference what its beginning leans on
 * @param referenceApart what the beginning of {@code apart} leans on
 * @param terms its running words, to see what it covers
 */
record Candidate(
        int order,
        String text,
        String apart,
        double merit,
        Set<Feature> features,
        BackReference reference,
        BackReference referenceApart,
        SentenceTerms terms) {
    /** Returns the sum of its features' worths. */
    double featureWorth() {
        return features.stream().mapToDouble(Feature::worth).sum();
    }
}
