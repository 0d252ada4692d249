package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The abbreviations that stand for several things, told apart by the words beside them, from {@code speech/senses.txt}: the
 * sense with the longest words there counts, the first of equals.
 */
final class AbbreviationSenses {
    /** UTF-16 units behind an abbreviation that are looked at. */
    private static final int LOOKED_AHEAD = 40;

    /** The column that tells where the forms have to stand. */
    private static final int PLACE = 4;

    /** UTF-16 units on either side of an abbreviation in which the topic of a text is looked for. */
    private static final int NEAR = 60;

    private static final int FARTHEST = 1_000;
    private static final int NOWHERE = 2_000;

    private static final Pattern CLAUSE_END = Pattern.compile("[;.](?!\\d)");
    private static final Pattern CLAUSE_START = Pattern.compile("(?:^|[;.])[^\\p{L}\\d;.]*$");
    private static final Pattern MONEY = Pattern.compile(
            "\\d[\\d.,]{0,12} ?(?:(?:triệu|tỷ|tỉ|trđ|tr|nghìn|ngàn|k)|(?<=\\d{3} ?)(?:đồng|đ))(?![\\p{L}\\d])");
    private static final Pattern JOINED_BEFORE = Pattern.compile("[\\p{L}\\d][-/&.]$|\\d$|\\p{Lu}{2} ?[-–&] ?$");
    private static final Pattern JOINED_BEHIND =
            Pattern.compile("[-/&.]?[\\p{L}\\d]|\\. ?\\p{Lu}| ?\\d{2,5}(?!\\p{L})| ?[-–&] ?\\p{Lu}{2}");

    private final Map<String, List<Sense>> byText;

    private AbbreviationSenses(Map<String, List<Sense>> byText) {
        this.byText = Map.copyOf(byText);
    }

    /**
     * One thing that an abbreviation stands for.
     *
     * @param words how it is said
     * @param before forms of which one stands before it; {@code ^} is the beginning of the line or of a clause
     * @param after forms of which one stands behind it; {@code ^} is a capital with a small letter, {@code $} a sum of money
     * @param place {@code +} where one form of each has to stand there, {@code ~} where the forms stand anywhere near,
     *     with none as what is meant mostly; empty where either is enough
     */
    private record Sense(String words, List<String> before, List<String> after, String place) {
        /** Returns the length of the forms that stand there, 0 when it does not fit. */
        int fit(String textBefore, String textAfter) {
            int left = longest(before, form -> endsWith(textBefore, form));
            int right = longest(after, form -> startsWith(textAfter, form));
            return place.equals("+") && (left == 0 || right == 0) ? 0 : left + right;
        }

        /** Returns how far away the nearest word of the topic stands; as far as can be where any text will do. */
        int distance(String lowerBefore, String lowerAfter) {
            int nearest = before.isEmpty() ? FARTHEST : NOWHERE;
            for (String word : before) {
                int left = lastWord(lowerBefore, word);
                int right = firstWord(lowerAfter, word);
                nearest = left < 0 ? nearest : Math.min(nearest, lowerBefore.length() - left - word.length());
                nearest = right < 0 ? nearest : Math.min(nearest, right);
            }
            return nearest;
        }
    }

    static AbbreviationSenses standard() {
        Map<String, List<Sense>> byText = new HashMap<>();
        for (List<String> row : SpeechTable.read("senses.txt")) {
            byText.computeIfAbsent(row.get(0), text -> new ArrayList<>())
                    .add(new Sense(row.get(1), forms(row, 2), forms(row, 3), row.size() > PLACE ? row.get(PLACE) : ""));
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
        List<Sense> senses = byText.getOrDefault(abbreviation, List.of());
        String before = context.written().stripTrailing();
        String text = context.text();
        String after = text.substring(end, Math.min(text.length(), end + LOOKED_AHEAD));
        Optional<String> best = Optional.empty();
        int most = 0;
        for (Sense sense : senses) {
            int fit = sense.place().equals("~") ? 0 : sense.fit(before, after);
            if (fit > most) {
                most = fit;
                best = Optional.of(sense.words());
            }
        }
        return best.or(() -> ofTopic(senses, context, end));
    }

    /** Part of another sign, the letters may be anything. */
    private static Optional<String> ofTopic(List<Sense> senses, SpeechContext context, int end) {
        List<Sense> topics =
                senses.stream().filter(sense -> sense.place().equals("~")).toList();
        if (topics.isEmpty() || isPart(context, end)) {
            return Optional.empty();
        }
        String text = context.text();
        String behind = CLAUSE_END.split(text.substring(end, Math.min(text.length(), end + NEAR)), 2)[0].toLowerCase(
                Locale.ROOT);
        Optional<String> best = Optional.empty();
        int nearest = NOWHERE;
        for (Sense topic : topics) {
            int distance = topic.distance(context.before(), behind);
            if (distance < nearest) {
                nearest = distance;
                best = Optional.of(topic.words());
            }
        }
        return best;
    }

    private static boolean isPart(SpeechContext context, int end) {
        return JOINED_BEFORE.matcher(context.written()).find() || context.precedes(end, JOINED_BEHIND);
    }

    private static int firstWord(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0 && !isWord(text, at, word)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static int lastWord(String text, String word) {
        int at = text.lastIndexOf(word);
        while (at >= 0 && !isWord(text, at, word)) {
            at = text.lastIndexOf(word, at - 1);
        }
        return at;
    }

    private static boolean isWord(String text, int at, String word) {
        int end = at + word.length();
        return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static boolean endsWith(String text, String form) {
        if (form.equals("^")) {
            return CLAUSE_START.matcher(text).find();
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
        return switch (form) {
            case "^" -> isName(text, place);
            case "$" -> MONEY.matcher(text).region(place, text.length()).lookingAt();
            default -> matches(text, place, form) && isWhole(text, place + form.length(), form);
        };
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
