package vn.loa.portal.generic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text as runs of three, to measure how much of another text is repeated in it. */
final class BoilerplateWords {
    private static final int RUN = 3;
    private static final int FIRST_IDEOGRAPH = 0x2e80;

    private final Set<Long> runs;
    private final int letters;

    private BoilerplateWords(Set<Long> runs, int letters) {
        this.runs = runs;
        this.letters = letters;
    }

    static BoilerplateWords of(String text) {
        List<Integer> words = words(text);
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(run(words, i));
        }
        return new BoilerplateWords(
                runs, (int) text.chars().filter(Character::isLetterOrDigit).count());
    }

    int letters() {
        return letters;
    }

    /** Returns the share of a text's runs of three words that is found here, 0 to 1; 0 for texts under three words. */
    double covers(String text) {
        List<Integer> words = words(text);
        int found = 0;
        int runsThere = words.size() - RUN + 1;
        for (int i = 0; i < runsThere; i++) {
            found += runs.contains(run(words, i)) ? 1 : 0;
        }
        return runsThere <= 0 ? 0 : (double) found / runsThere;
    }

    private static long run(List<Integer> words, int from) {
        return words.get(from) * 0x9E3779B97F4A7C15L
                + words.get(from + 1) * 0xC2B2AE3D27D4EB4FL
                + words.get(from + 2) * 31L;
    }

    /** Hashes of the words; an ideograph is a word of its own. */
    private static List<Integer> words(String text) {
        List<Integer> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int hash = 0;
        boolean open = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean ideograph = c >= FIRST_IDEOGRAPH && Character.isIdeographic(c);
            if (open && (ideograph || !Character.isLetterOrDigit(c))) {
                words.add(hash);
                open = false;
            }
            if (ideograph) {
                words.add((int) c);
            } else if (Character.isLetterOrDigit(c)) {
                hash = open ? hash * 31 + c : c;
                open = true;
            }
        }
        if (open) {
            words.add(hash);
        }
        return words;
    }
}
