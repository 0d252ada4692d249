package vn.loa.story;

import java.util.Map;
import java.util.Set;

/**
 * Compares a new article with one that is known. One story is what repeats most of the shorter text and tells the same
 * facts. Texts made from one form (reports of two months, one festival in two communes) repeat as much, but tell other
 * numbers and names between the same words. A follow-up quotes the known story and adds more than it repeats.
 *
 * @param repeated how much of the shorter text stands in the longer, in percent of its shingles
 * @param known how much of the new text stands in the known one, in percent
 * @param shingles how many shingles the shorter text has
 * @param facts how many numbers and names the shorter text has
 * @param sharedFacts how many of them stand in the longer
 * @param contradictions how many facts of the shorter text stand nowhere in the longer, which has another one between the
 *     same words
 * @param otherPlaces how many of the contradictions are names of communes, villages and the like
 */
public record StorySimilarity(
        int repeated, int known, int shingles, int facts, int sharedFacts, int contradictions, int otherPlaces) {
    /** Measured: see the test of this class. */
    private static final int LEAST_REPEATED = 60;

    private static final int LEAST_KNOWN = 55;
    /** Shorter texts are all alike; shingles. */
    private static final int LEAST_SHINGLES = 25;

    private static final int LEAST_SHARED_FACTS = 3;
    private static final int LEAST_FACTS_IN_COMMON = 60;
    /** A copy may correct a number; in percent of the facts, and one in any case. */
    private static final int MOST_CONTRADICTIONS = 10;

    /** Compares two texts. */
    public static StorySimilarity of(StoryText fresh, StoryText known) {
        boolean fuller = fresh.shingles().size() > known.shingles().size();
        StoryText shorter = fuller ? known : fresh;
        StoryText longer = fuller ? fresh : known;
        int shared = common(shorter.shingles(), longer.shingles());
        return new StorySimilarity(
                percent(shared, shorter.shingles().size()),
                percent(shared, fresh.shingles().size()),
                shorter.shingles().size(),
                shorter.facts().size(),
                common(shorter.facts(), longer.facts()),
                contradictions(shorter, longer, false),
                contradictions(shorter, longer, true));
    }

    /** Returns whether the new article tells the known story. */
    public boolean isSameStory() {
        return shingles >= LEAST_SHINGLES
                && repeated >= LEAST_REPEATED
                && known >= LEAST_KNOWN
                && sharedFacts >= LEAST_SHARED_FACTS
                && percent(sharedFacts, facts) >= LEAST_FACTS_IN_COMMON
                && otherPlaces == 0
                && (contradictions <= 1 || percent(contradictions, facts) <= MOST_CONTRADICTIONS);
    }

    private static <T> int common(Set<T> some, Set<T> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100f * part / whole);
    }

    private static int contradictions(StoryText shorter, StoryText longer, boolean placesAlone) {
        int found = 0;
        for (Map.Entry<StoryText.Context, Set<String>> told :
                shorter.factsByContext().entrySet()) {
            boolean counts = !placesAlone || told.getKey().ofPlace();
            boolean sameWords = longer.factsByContext().containsKey(told.getKey());
            found += counts && sameWords ? told.getValue().size() - common(told.getValue(), longer.facts()) : 0;
        }
        return found;
    }
}
