package vn.loa.config.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word a mistyped one was meant to be. */
public final class Suggestion {
    private Suggestion() {}

    private static Optional<String> nearest(String word, Collection<String> known) {
        int tolerance = Math.max(1, Math.min(word.length(), 12) / 3);
        return known.stream()
                .filter(other -> distance(word, other) <= tolerance)
                .min(Comparator.comparingInt((String other) -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Asks whether the nearest known word was meant; when none is near, says what else to do. */
    public static String advice(String word, Collection<String> known, String otherwise) {
        return nearest(word, known).map(guess -> "did you mean " + guess + "?").orElse(otherwise);
    }

    /** Returns the number of letters to add, leave out, change or swap with a neighbour; case, - and _ do not count. */
    private static int distance(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(steps, a.substring(0, i), b.substring(0, j));
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(int[][] steps, String a, String b) {
        int i = a.length();
        int j = b.length();
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }

    private static String plain(String word) {
        return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
