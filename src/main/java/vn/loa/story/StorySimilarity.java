package vn.loa.story;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares a new article with one that is known. One story is what repeats most of the shorter text and tells the same
 * facts. Texts made from one form (reports of two months, one festival in two communes) repeat as much, but tell other
 * numbers and names between the same words. A follow-up quotes the known story and adds more than it repeats.
 *
 * @param repeated how much of the shorter text stands in the longer, in percent of its shingles
 * @param known how much of the new text stands in the known one, in percent
 * @param shingles how many shingles the shorter text has
 * @param facts how many numbers and names the shorter text has
 * @param sharedFacts how many of them the longer tells, if with other words between
 * @param sharedAmounts how many numbers of how many or how much both tell; days, years and hours are none
 * @param contradictions how many facts of the shorter text stand nowhere in the longer, which has another one between the
 *     same words
 * @param otherPlaces how many of the contradictions are names, in what is no form filled in again; in that, names of
 *     communes, villages and the like; one more where each of two texts in other words names a place of its own of
 *     one kind
 * @param otherPeriods how many of the contradictions tell which of several months, weeks or rounds it is, or are dates
 * @param newNumbers how many numbers and days of the new text the known one does not tell
 * @param otherDays whether the new text tells of a day that the known one does not
 * @param putOff whether only one of them says that something is put off
 * @param otherTense whether only one of them tells of what is to come
 * @param goesOn whether the new text tells of a day shortly after the last one of the known text
 */
public record StorySimilarity(
        int repeated,
        int known,
        int shingles,
        int facts,
        int sharedFacts,
        int sharedAmounts,
        int contradictions,
        int otherPlaces,
        int otherPeriods,
        int newNumbers,
        boolean otherDays,
        boolean putOff,
        boolean otherTense,
        boolean goesOn) {
    /** Measured: see the test of this class. */
    private static final int LEAST_REPEATED = 60;

    private static final int LEAST_KNOWN = 55;
    /** A brief of which the new text is the whole: it tells what the brief does and no other day. */
    private static final int LEAST_REPEATED_OF_BRIEF = 80;

    private static final int LEAST_KNOWN_OF_BRIEF = 40;
    /** Shorter texts are all alike; shingles. */
    private static final int LEAST_SHINGLES = 25;

    private static final int LEAST_SHARED_FACTS = 3;
    private static final int LEAST_FACTS_IN_COMMON = 60;
    /** A copy may correct a number; in percent of the facts, and one in any case. */
    private static final int MOST_CONTRADICTIONS = 10;

    /** A text that repeats so much is either a copy or one form, filled in again; in percent. */
    private static final int ONE_FORM = 90;

    /** A text told in other words repeats hardly more than its names, and tells the same facts; shares in percent. */
    private static final int LEAST_RETOLD = 5;

    /** A text that adds more to what it repeats goes on with the story; what is known of it, in percent of the repeated. */
    private static final int LEAST_OF_THE_NEW = 65;

    private static final int LEAST_RETOLD_FACTS = 7;
    private static final int LEAST_RETOLD_FACTS_IN_COMMON = 86;

    /** So many numbers alike are one story though each names other people. */
    private static final int MANY_AMOUNTS = 3;

    private static final int LEAST_COUNTED_FACTS_IN_COMMON = 70;

    /** A text that keeps nearly all facts and many of the words need share but one amount. */
    private static final int NEARLY_ALL = 90;

    private static final int LEAST_OF_NEAR = 20;

    /** Events of one day share their guests and the occasion, but not what was counted at each. */
    private static final int LEAST_SHARED_AMOUNTS = 2;

    private static final int SOON = 3;
    private static final int LEAP_YEAR = 2024;

    /** Compares two texts. */
    public static StorySimilarity of(StoryText fresh, StoryText known) {
        boolean fuller = fresh.shingles().size() > known.shingles().size();
        StoryText shorter = fuller ? known : fresh;
        StoryText longer = fuller ? fresh : known;
        int shared = common(shorter.shingles(), longer.shingles());
        int repeated = percent(shared, shorter.shingles().size());
        boolean retold = repeated < LEAST_REPEATED;
        int subjects = repeated >= ONE_FORM || retold ? otherSubject(shorter, longer) : 0;
        int scenes = retold && !Collections.disjoint(ownPlaces(shorter, longer), ownPlaces(longer, shorter)) ? 1 : 0;
        return new StorySimilarity(
                repeated,
                percent(shared, fresh.shingles().size()),
                shorter.shingles().size(),
                shorter.facts().size(),
                (int) shorter.facts().stream().filter(longer::tells).count(),
                common(shorter.amounts(), longer.amounts()),
                contradictions(shorter, longer, context -> true),
                contradictions(
                                shorter,
                                longer,
                                repeated < ONE_FORM ? StoryText.Context::ofName : StoryText.Context::ofPlace)
                        + subjects
                        + scenes,
                contradictions(shorter, longer, StoryText.Context::ofPeriod),
                fresh.numbers().size() - common(fresh.numbers(), known.numbers()),
                fresh.days().stream().anyMatch(day -> !known.tellsOf(day)),
                fresh.isPuttingOff() != known.isPuttingOff(),
                fresh.isAnnouncing() != known.isAnnouncing(),
                goesOn(fresh, known));
    }

    /** Two communes that use one form name themselves first, and each other nowhere. */
    private static int otherSubject(StoryText one, StoryText other) {
        boolean named = !one.firstPlace().isEmpty() && !other.firstPlace().isEmpty();
        return named
                        && !other.facts().contains(one.firstPlace())
                        && !one.facts().contains(other.firstPlace())
                ? 1
                : 0;
    }

    /** Returns the kinds of the places that a text names and of which the other does not tell. */
    private static Set<String> ownPlaces(StoryText one, StoryText other) {
        return one.factsByContext().entrySet().stream()
                .filter(told -> told.getKey().ofPlace())
                .filter(told -> !told.getValue().stream().allMatch(other::tells))
                .map(told -> told.getKey().placeKind())
                .collect(Collectors.toSet());
    }

    private static boolean goesOn(StoryText fresh, StoryText known) {
        Optional<LocalDate> last =
                known.days().stream().max(Comparator.naturalOrder()).map(day -> day.atYear(LEAP_YEAR));
        return last.isPresent()
                && fresh.days().stream()
                        .filter(day -> !known.days().contains(day))
                        .anyMatch(day -> isSoonAfter(day.atYear(LEAP_YEAR), last.get()));
    }

    /** The first days of January come soon after the last ones of December. */
    private static boolean isSoonAfter(LocalDate day, LocalDate last) {
        LocalDate next = day.isAfter(last) ? day : day.plusYears(1);
        return !next.isAfter(last.plusDays(SOON));
    }

    /** Returns whether the new article tells the known story. */
    public boolean isSameStory() {
        return shingles >= LEAST_SHINGLES
                && (isCopied() || isRetold())
                && otherPlaces == 0
                && otherPeriods == 0
                && !goesOn
                && !putOff
                && (contradictions <= 1 || percent(contradictions, facts) <= MOST_CONTRADICTIONS);
    }

    private boolean isCopied() {
        boolean whole =
                repeated >= LEAST_REPEATED_OF_BRIEF && sharedFacts == facts && !otherDays && contradictions == 0;
        return repeated >= LEAST_REPEATED
                && known >= (whole ? LEAST_KNOWN_OF_BRIEF : LEAST_KNOWN)
                && sharedFacts >= LEAST_SHARED_FACTS
                && percent(sharedFacts, facts) >= LEAST_FACTS_IN_COMMON
                && (repeated >= LEAST_REPEATED_OF_BRIEF || sharedAmounts >= LEAST_SHARED_AMOUNTS || tellsNothingElse());
    }

    /** A text the same in part that shares no amounts is of another event where it counts or names something else. */
    private boolean tellsNothingElse() {
        return newNumbers + contradictions <= 1;
    }

    private boolean isRetold() {
        int inCommon = percent(sharedFacts, facts);
        boolean counted = sharedAmounts >= MANY_AMOUNTS && inCommon >= LEAST_COUNTED_FACTS_IN_COMMON;
        boolean told = sharedAmounts >= LEAST_SHARED_AMOUNTS && inCommon >= LEAST_RETOLD_FACTS_IN_COMMON;
        boolean near = sharedAmounts > 0 && inCommon >= NEARLY_ALL && repeated >= LEAST_OF_NEAR && newNumbers == 0;
        return (Math.min(repeated, known) >= LEAST_RETOLD || counted && told)
                && percent(known, repeated) >= LEAST_OF_THE_NEW
                && sharedFacts >= LEAST_RETOLD_FACTS
                && (counted || told || near)
                && contradictions == 0
                && newNumbers <= 1
                && !otherDays
                && !otherTense;
    }

    private static <T> int common(Set<T> some, Set<T> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100f * part / whole);
    }

    private static int contradictions(StoryText shorter, StoryText longer, Predicate<StoryText.Context> which) {
        int found = 0;
        for (Map.Entry<StoryText.Context, Set<String>> told :
                shorter.factsByContext().entrySet()) {
            boolean counts = which.test(told.getKey());
            boolean sameWords = longer.factsByContext().containsKey(told.getKey());
            found += counts && sameWords ? told.getValue().size() - common(told.getValue(), longer.facts()) : 0;
        }
        return found;
    }
}
