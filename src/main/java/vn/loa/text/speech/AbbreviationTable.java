package vn.loa.text.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The abbreviations of administration, as {@code speech/abbreviations.txt} lists them. */
final class AbbreviationTable {
    private final Map<String, Abbreviation> byText;

    private AbbreviationTable(Map<String, Abbreviation> byText) {
        this.byText = Map.copyOf(byText);
    }

    /**
     * One abbreviation.
     *
     * @param words what it stands for
     * @param marks where it counts: {@code .} takes a full stop with it before a name; {@code n} only before a name or
     *     number; {@code p} only with a full stop before a name or number; {@code #} before digits, also without a
     *     blank
     * @param elsewhere what it stands for where it does not count; empty when nothing is known
     */
    record Abbreviation(String words, String marks, String elsewhere) {
        boolean has(char mark) {
            return marks.indexOf(mark) >= 0;
        }
    }

    static AbbreviationTable standard() {
        Map<String, Abbreviation> byText = new HashMap<>();
        for (List<String> row : SpeechTable.read("abbreviations.txt")) {
            byText.put(
                    row.get(0),
                    new Abbreviation(row.get(1), row.size() > 2 ? row.get(2) : "", row.size() > 3 ? row.get(3) : ""));
        }
        return new AbbreviationTable(byText);
    }

    Optional<Abbreviation> find(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** Tells whether an abbreviation only repeats in brackets the words that stand before it. */
    boolean repeats(String abbreviation, String lowerBefore) {
        return find(abbreviation)
                .filter(found -> lowerBefore.strip().endsWith(found.words().toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
