package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The abbreviations that stand for several things, told apart by the words beside them, from {@code speech/senses.txt}: the
 * sense with the longest words there counts, the first of equals.
 */
final class AbbreviationSenses {
    /** UTF-16 units behind an abbreviation that are looked at. */
    private static final int LOOKED_AHEAD = 40;

    /** The column that tells that forms on both sides are needed. */
    private static final int BOTH = 4;

    private final Map<String, List<Sense>> byText;

    private AbbreviationSenses(Map<String, List<Sense>> byText) {
        this.byText = Map.copyOf(byText);
    }

    /**
     * One thing that an abbreviation stands for.
     *
     * @param words how it is said
     * @param before forms of which one stands before it; {@code ^} is the beginning of the line
     * @param after forms of which one stands behind it; {@code ^} is a capital with a small letter
     * @param both tells that one form of each has to stand there, else either is enough
     */
    private record Sense(String words, List<String> before, List<String> after, boolean both) {
        /** Returns the length of the forms that stand there, 0 when it does not fit. */
        int fit(String textBefore, String textAfter) {
            int left = longest(before, form -> endsWith(textBefore, form));
            int right = longest(after, form -> startsWith(textAfter, form));
            return both && (left == 0 || right == 0) ? 0 : left + right;
        }
    }

    static AbbreviationSenses standard() {
        Map<String, List<Sense>> byText = new HashMap<>();
        for (List<String> row : SpeechTable.read("senses.txt")) {
            byText.computeIfAbsent(row.get(0), text -> new ArrayList<>())
                    .add(new Sense(row.get(1), forms(row, 2), forms(row, 3), row.size() > BOTH));
        }
        return new AbbreviationSenses(byText);
    }

    private static List<String> forms(List<String> row, int column) {
        return row.size() > column && !row.get(column).isEmpty()
                ? List.of(row.get(column).split("\\|"))
                : List.of();
    }

    private static int longest(List<String> forms, Predicate<String> stands) {
        return forms.stream().filter(stands).mapToInt(String::length).max().orElse(0);
    }

    /** Returns what an abbreviation that ends at a place stands for there; empty when the words beside it do not tell. */
    Optional<String> find(String abbreviation, SpeechContext context, int end) {
        String before = context.written().stripTrailing();
        String text = context.text();
        String after = text.substring(end, Math.min(text.length(), end + LOOKED_AHEAD));
        Optional<String> best = Optional.empty();
        int most = 0;
        for (Sense sense : byText.getOrDefault(abbreviation, List.of())) {
            int fit = sense.fit(before, after);
            if (fit > most) {
                most = fit;
                best = Optional.of(sense.words());
            }
        }
        return best;
    }

    private static boolean endsWith(String text, String form) {
        if (form.equals("^")) {
            return text.chars().noneMatch(Character::isLetterOrDigit);
        }
        int start = text.length() - form.length();
        return start >= 0
                && matches(text, start, form)
                && (start == 0 || !isJoined(text.charAt(start - 1), form.charAt(0)));
    }

    private static boolean isJoined(char left, char right) {
        return Character.isLetter(left) && Character.isLetter(right)
                || Character.isDigit(left) && Character.isDigit(right);
    }

    private static boolean startsWith(String text, String form) {
        int place = 0;
        while (place < text.length()
                && (text.charAt(place) == ' ' || text.charAt(place) == '.')
                && text.charAt(place) != form.charAt(0)) {
            place++;
        }
        return form.equals("^")
                ? isName(text, place)
                : matches(text, place, form) && isWhole(text, place + form.length(), form);
    }

    private static boolean isName(String text, int place) {
        return place > 0
                && place + 1 < text.length()
                && Character.isUpperCase(text.charAt(place))
                && Character.isLowerCase(text.charAt(place + 1));
    }

    private static boolean matches(String text, int place, String form) {
        if (place + form.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            if (!isSign(text.charAt(place + i), form.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSign(char found, char sign) {
        if (sign == '#') {
            return Character.isDigit(found);
        }
        return found == sign || Character.toLowerCase(found) == sign;
    }

    private static boolean isWhole(String text, int end, String form) {
        boolean word = Character.isLetter(form.charAt(form.length() - 1)) || form.endsWith("##");
        return !word || end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}
