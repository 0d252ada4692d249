package vn.loa.summary;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.text.Clauses;

/**
 * Shortens a sentence that is too long and says so with an ellipsis: first by leaving out its {@link Preamble}, then by
 * ending it with a clause, at the worst with a word.
 */
final class SentenceShortener {
    private static final Pattern LOOSE_END =
            Pattern.compile("(?:[\\s,;:.–—-]|(?<=\\s)(?:và|hoặc|nhưng|của|với|gồm|là|như sau|cho biết)(?!\\p{L}))++$");
    private static final String ELLIPSIS = "…";

    private SentenceShortener() {}

    /**
     * Returns the longest useful part of a sentence, ellipses included, or empty when not even a word fits.
     *
     * @param units at most so many UTF-16 units
     */
    static Optional<String> of(String sentence, int units) {
        return Preamble.leftOut(sentence)
                .map(news -> end(news, units - ELLIPSIS.length()).map(part -> ELLIPSIS + part))
                .orElseGet(() -> end(sentence, units));
    }

    private static Optional<String> end(String sentence, int units) {
        if (sentence.length() <= units) {
            return Optional.of(sentence);
        }
        int room = units - ELLIPSIS.length();
        int clause = lastUpTo(room, Clauses.ends(sentence));
        int cut = clause >= units / 2 ? clause : sentence.lastIndexOf(' ', room);
        String part = LOOSE_END.matcher(sentence.substring(0, Math.max(cut, 0))).replaceFirst("");
        return part.isEmpty() ? Optional.empty() : Optional.of(part + ELLIPSIS);
    }

    private static int lastUpTo(int room, List<Integer> ends) {
        return ends.stream().filter(end -> end <= room).reduce(0, (before, end) -> end);
    }
}
