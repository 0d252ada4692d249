package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The abbreviations that stand for several things, told apart by the words beside them, from {@code speech/senses.txt}. */
final class AbbreviationSenses {
    /** UTF-16 units behind an abbreviation that are looked at. */
    private static final int LOOKED_AHEAD = 40;

    private final Map<String, List<Sense>> byText;

    private AbbreviationSenses(Map<String, List<Sense>> byText) {
        this.byText = Map.copyOf(byText);
    }

    /**
     * One thing that an abbreviation stands for.
     *
     * @param words how it is said
     * @param before lower-case words of which one stands before it
     * @param after forms of which one stands behind it: {@code #} is a digit, {@code ##} a number of two, {@code ^} a capital with a small letter
     */
    private record Sense(String words, List<String> before, List<String> after) {}

    static AbbreviationSenses standard() {
        Map<String, List<Sense>> byText = new HashMap<>();
        for (List<String> row : SpeechTable.read("senses.txt")) {
            byText.computeIfAbsent(row.get(0), text -> new ArrayList<>())
                    .add(new Sense(row.get(1), forms(row, 2), forms(row, 3)));
        }
        return new AbbreviationSenses(byText);
    }

    private static List<String> forms(List<String> row, int column) {
        return row.size() > column && !row.get(column).isEmpty()
                ? List.of(row.get(column).split("\\|"))
                : List.of();
    }

    /** Returns what an abbreviation that ends at a place stands for there; empty when the words beside it do not tell. */
    Optional<String> find(String abbreviation, SpeechContext context, int end) {
        List<Sense> senses = byText.getOrDefault(abbreviation, List.of());
        if (senses.isEmpty()) {
            return Optional.empty();
        }
        String before = context.before().stripTrailing();
        String text = context.text();
        String after = text.substring(end, Math.min(text.length(), end + LOOKED_AHEAD));
        return senses.stream()
                .filter(sense -> sense.before().stream().anyMatch(form -> endsWith(before, form))
                        || sense.after().stream().anyMatch(form -> startsWith(after, form)))
                .map(Sense::words)
                .findFirst();
    }

    private static boolean endsWith(String text, String form) {
        int start = text.length() - form.length();
        if (form.equals("#")) {
            return start >= 0 && Character.isDigit(text.charAt(start));
        }
        return text.endsWith(form) && (start == 0 || !isJoined(text.charAt(start - 1), form.charAt(0)));
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
        int end = place + form.length();
        return form.equals("^") ? isName(text, place) : end <= text.length() && matches(text, place, form);
    }

    private static boolean isName(String text, int place) {
        return place > 0
                && place + 1 < text.length()
                && Character.isUpperCase(text.charAt(place))
                && Character.isLowerCase(text.charAt(place + 1));
    }

    private static boolean matches(String text, int place, String form) {
        String found = text.substring(place, place + form.length()).toLowerCase(Locale.ROOT);
        for (int i = 0; i < form.length(); i++) {
            boolean digit = form.charAt(i) == '#';
            if (digit ? !Character.isDigit(found.charAt(i)) : found.charAt(i) != form.charAt(i)) {
                return false;
            }
        }
        int end = place + form.length();
        boolean word = Character.isLetter(form.charAt(form.length() - 1)) || form.endsWith("##");
        return !word || end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}
