package vn.loa.command.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Represents a run of words that may be the subject of a sentence.
 *
 * @param from the first word's position
 * @param to the position after the last word
 * @param announced whether a word before it introduces it: {@code tin …}, {@code về …}, {@code tìm …}
 */
record Content(List<Tag> tags, int from, int to, boolean announced) {
    Content {
        tags = List.copyOf(tags);
    }

    /** Returns the place that it is, without the office before it: in "UBND xã Phú Xuyên" the commune. */
    Optional<Content> place() {
        List<Tag> named = tags.stream().dropWhile(tag -> tag.is(Concept.ORGAN)).toList();
        return named.isEmpty() || !named.get(0).is(Concept.KIND)
                ? Optional.empty()
                : Optional.of(new Content(named, named.get(0).from(), to, announced));
    }

    /** Returns the range of a search: all that follows the word for it, without the politeness around it. */
    static Optional<Content> searched(List<Tag> tags) {
        List<Tag> sought = new ArrayList<>(tags.stream()
                .dropWhile(tag -> !tag.is(Concept.SEARCH))
                .dropWhile(tag -> !tag.isSubject())
                .toList());
        for (int i = 2; i < sought.size(); i++) {
            if (sought.get(i).is(Concept.FOLLOW) && sought.get(i - 1).is(Concept.FILLER)) {
                sought = new ArrayList<>(sought.subList(0, i));
            }
        }
        while (!sought.isEmpty() && !sought.get(sought.size() - 1).isSubject()) {
            sought.remove(sought.size() - 1);
        }
        boolean whole = !sought.isEmpty() && sought.stream().allMatch(Tag::isWithinSubject);
        return whole
                ? Optional.of(new Content(
                        sought,
                        sought.get(0).from(),
                        sought.get(sought.size() - 1).to(),
                        true))
                : Optional.empty();
    }

    /** Finds the runs of a sentence; words that may stand within a name join what is left and right of them. */
    static List<Content> runs(List<Tag> tags) {
        List<Content> runs = new ArrayList<>();
        int at = 0;
        while (at < tags.size()) {
            int end = tags.get(at).isContent() ? end(tags, at) : at;
            if (end > at) {
                List<Tag> run = tags.subList(at, end);
                runs.add(new Content(
                        run, run.get(0).from(), run.get(run.size() - 1).to(), announced(tags, at)));
            }
            at = Math.max(at + 1, end);
        }
        return runs;
    }

    private static int end(List<Tag> tags, int from) {
        int end = from + 1;
        for (int i = end; i < tags.size(); i++) {
            boolean dated = tags.get(i).is(Concept.DAY) && end == i && !isPlace(tags.subList(from, i));
            boolean placed = tags.get(i).is(Concept.PLACE_WORD) && end == i;
            if (tags.get(i).isContent() || dated || placed) {
                end = i + 1;
            } else if (!tags.get(i).joins()) {
                return end;
            }
        }
        return end;
    }

    /** A day after a place is that of its news. */
    private static boolean isPlace(List<Tag> run) {
        return run.stream().allMatch(tag -> tag.is(Concept.KIND) || tag.is(Concept.ORGAN));
    }

    private static boolean announced(List<Tag> tags, int at) {
        for (int i = at - 1; i >= 0; i--) {
            Tag tag = tags.get(i);
            if (announces(tag)) {
                return true;
            }
            if (!tag.is(Concept.FILLER)) {
                return false;
            }
        }
        return false;
    }

    /** Tells whether a tag introduces a subject. */
    static boolean announces(Tag tag) {
        return tag.is(Concept.ABOUT) || tag.is(Concept.NEWS) || tag.is(Concept.SEARCH) || tag.is(Concept.FOLLOW);
    }

    /** Chooses the run that is announced, else the longest; of equals the last. */
    static Optional<Content> chosen(List<Content> runs) {
        Comparator<Content> order =
                Comparator.comparing((Content run) -> run.announced()).thenComparing(run -> run.to() - run.from());
        return runs.stream().reduce((a, b) -> order.compare(a, b) > 0 ? a : b);
    }
}
