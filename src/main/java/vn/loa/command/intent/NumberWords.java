package vn.loa.command.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads numbers in figures and in words, up to ninety-nine in words. */
final class NumberWords {
    private static final Map<String, Integer> ONES = Map.ofEntries(
            Map.entry("một", 1),
            Map.entry("mốt", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bốn", 4),
            Map.entry("tư", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9),
            Map.entry("đôi", 2));

    private static final List<String> ALL =
            List.of("một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín", "đôi");

    private NumberWords() {}

    /**
     * Represents a number in a sentence.
     *
     * @param length the number of its words
     */
    record SaidNumber(int length, int value) {}

    /** Reads the number that begins at a position. */
    static Optional<SaidNumber> at(Sentence sentence, int from) {
        if (from >= sentence.size()) {
            return Optional.empty();
        }
        SpokenWord word = sentence.word(from);
        if (word.isNumber()) {
            return Optional.of(new SaidNumber(1, Integer.parseInt(word.lower())));
        }
        if (WordMarks.fit(word.lower(), "mười")) {
            return Optional.of(one(sentence, from + 1)
                    .map(ones -> new SaidNumber(2, 10 + ones))
                    .orElse(new SaidNumber(1, 10)));
        }
        return one(sentence, from).map(ones -> tens(sentence, from, ones));
    }

    private static SaidNumber tens(Sentence sentence, int from, int ones) {
        boolean tens = from + 1 < sentence.size()
                && WordMarks.fit(sentence.word(from + 1).lower(), "mươi");
        if (!tens) {
            return new SaidNumber(1, ones);
        }
        return one(sentence, from + 2)
                .map(more -> new SaidNumber(3, ones * 10 + more))
                .orElse(new SaidNumber(2, ones * 10));
    }

    private static Optional<Integer> one(Sentence sentence, int at) {
        return at >= sentence.size()
                ? Optional.empty()
                : ALL.stream()
                        .filter(word -> WordMarks.fit(sentence.word(at).lower(), word))
                        .findFirst()
                        .map(ONES::get);
    }
}
