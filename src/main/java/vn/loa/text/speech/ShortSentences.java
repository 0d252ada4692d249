package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.text.Clauses;

/** Cuts sentences that are too long to be heard in one breath, at places where a listener loses nothing. */
public final class ShortSentences {
    /** Syllables; announcers breathe after some twenty. */
    private static final int LONGEST = 25;

    private static final int SHORTEST = 6;
    private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}\\d]+");
    /** Words with which a clause can begin a sentence of its own. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?:đồng thời|qua đó|từ đó|trong đó|do đó|vì vậy|vì thế|tuy nhiên|nhưng|bên cạnh đó|ngoài ra|cùng với đó|sau đó|tiếp đó|đặc biệt|cụ thể|theo đó|riêng)"
                    + "(?!\\p{L}).*",
            Pattern.DOTALL);

    private ShortSentences() {}

    /** Returns a sentence as one or more; only semicolons and commas before a new clause become full stops. */
    public static List<String> of(String sentence) {
        if (syllables(sentence) <= LONGEST) {
            return List.of(sentence);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end : Clauses.ends(sentence)) {
            if (isSeam(sentence, start, end)) {
                parts.add(finished(sentence.substring(start, end)));
                start = end + 1;
            }
        }
        parts.add(capital(sentence.substring(start).strip()));
        return List.copyOf(parts);
    }

    private static boolean isSeam(String sentence, int start, int end) {
        String rest = sentence.substring(end + 1).strip();
        boolean seam = sentence.charAt(end) == ';'
                || sentence.charAt(end) == ',' && BEGINS.matcher(rest).matches();
        return seam && syllables(sentence.substring(start, end)) >= SHORTEST && syllables(rest) >= SHORTEST;
    }

    private static String finished(String clause) {
        return capital(clause.strip()) + ".";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Counts the syllables of a text that is written out: its words, the parts of {@code ki-lô-mét} each. */
    public static int syllables(String text) {
        return (int) SYLLABLE.matcher(text).results().count();
    }
}
