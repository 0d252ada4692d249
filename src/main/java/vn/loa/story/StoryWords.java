package vn.loa.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Splits text into folded words and marks those that tell a fact: a number, or a name inside a sentence. */
final class StoryWords {
    /** As they count terms, meetings and quarters; some write them in digits. */
    private static final Map<String, String> ROMAN = Map.ofEntries(
            Map.entry("II", "2"),
            Map.entry("III", "3"),
            Map.entry("IV", "4"),
            Map.entry("VI", "6"),
            Map.entry("VII", "7"),
            Map.entry("VIII", "8"),
            Map.entry("IX", "9"),
            Map.entry("XI", "11"),
            Map.entry("XII", "12"),
            Map.entry("XIII", "13"),
            Map.entry("XIV", "14"));

    /** The greatest number of words taken; the beginning of a long text has said what the rest says. */
    private static final int MOST_WORDS = 1_000;
    /** A text may be one "word" of a megabyte; UTF-16 units. */
    private static final int LONGEST_WORD = 40;

    /** In capitals they are words too: "VI PHẠM", "XI MĂNG". */
    private static final Set<String> ROMAN_OR_WORD = Set.of("VI", "XI");

    /** Before a number that tells which of several, folded; besides the {@link #PERIODS}. */
    private static final Set<String> ORDINAL_MARKS = Set.of("thu", "so");

    private static final int SHOUTED_TO_SMALL = 2;
    private static final String SENTENCE_ENDS = ".!?:;…";
    /** After these, folded, a number tells which of several of a kind it is. */
    static final Set<String> PERIODS =
            Set.of("tuan", "thang", "quy", "ky", "dot", "lan", "khoa", "vong", "luot", "buoi", "phien", "chuyen");

    private static final Set<String> NUMBERS =
            Set.of("mot", "nhat", "hai", "nhi", "ba", "bon", "tu", "nam", "sau", "bay", "tam", "chin", "muoi");
    /** A commune's name follows these as it follows "xã"; they name nothing themselves. */
    private static final Set<String> OFFICES = Set.of("ubnd", "hdnd", "mttq");

    /** The words of periods and places with their marks; with others they mean other things: "quỹ", "thắng", "bạn", "phó". */
    private static final Set<String> MEANT = Set.of(
            "tuần", "tháng", "quý", "quí", "kỳ", "kì", "đợt", "lần", "khóa", "khoá", "vòng", "lượt", "buổi", "phiên",
            "chuyến", "bản", "ấp", "phố", "quận", "trấn");

    private static final Set<String> MISTAKEN =
            MEANT.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());

    private final List<Word> words = new ArrayList<>();
    private boolean shouted;
    /** A text has few different words, and folding is what costs most. */
    private final Map<String, String> folded = new HashMap<>();

    /**
     * Holds one word.
     *
     * @param folded lower case without marks
     * @param fact whether it is a number, or begins with a capital where no sentence begins
     * @param last whether a mark follows, at which a name or a number of several words ends
     */
    record Word(String folded, boolean fact, boolean last) {}

    static List<Word> of(List<String> parts) {
        StoryWords reader = new StoryWords();
        parts.forEach(reader::read);
        return reader.words;
    }

    private void read(String part) {
        boolean begins = true;
        shouted = isShouted(part);
        int end = 0;
        while (end < part.length() && words.size() < MOST_WORDS) {
            int start = skip(part, end, true);
            end = skip(part, start, false);
            begins = add(part.substring(start, Math.min(end, start + LONGEST_WORD)), begins);
        }
    }

    /** Where all is in capitals they mark no name. */
    private static boolean isShouted(String part) {
        long capitals = part.chars().filter(Character::isUpperCase).count();
        long small = part.chars().filter(Character::isLowerCase).count();
        return capitals > SHOUTED_TO_SMALL * small;
    }

    private static int skip(String text, int from, boolean blank) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) == blank) {
            at++;
        }
        return at;
    }

    private static String folded(String word) {
        String bare = Folding.fold(word);
        String small = PlainText.composed(word).toLowerCase(Locale.ROOT);
        boolean other = MISTAKEN.contains(bare) && !small.equals(bare) && !MEANT.contains(small);
        return other ? bare + "'" : bare;
    }

    /** "Đợt một" and "đợt hai" are two. */
    private boolean tellsWhich(String word) {
        return NUMBERS.contains(word) && PERIODS.contains(lastWord());
    }

    private String lastWord() {
        return words.isEmpty() ? "" : words.get(words.size() - 1).folded();
    }

    private boolean isRoman(String word) {
        boolean clear = !shouted || !ROMAN_OR_WORD.contains(word);
        return ROMAN.containsKey(word) && (clear || PERIODS.contains(lastWord()) || ORDINAL_MARKS.contains(lastWord()));
    }

    /** Returns whether the next word begins a sentence. */
    private boolean add(String raw, boolean begins) {
        int first = 0;
        int last = raw.length();
        while (first < last && !Character.isLetterOrDigit(raw.charAt(first))) {
            first++;
        }
        while (first < last && !Character.isLetterOrDigit(raw.charAt(last - 1))) {
            last--;
        }
        if (first == last) {
            return begins || !raw.isEmpty() && SENTENCE_ENDS.indexOf(raw.charAt(raw.length() - 1)) >= 0;
        }
        String word = raw.substring(first, last);
        String bare = folded.computeIfAbsent(word, StoryWords::folded);
        boolean roman = isRoman(word);
        boolean number = roman || word.chars().anyMatch(Character::isDigit) || tellsWhich(bare);
        boolean name = !shouted && !begins && Character.isUpperCase(word.codePointAt(0)) && !OFFICES.contains(bare);
        String after = raw.substring(last);
        boolean ends = after.chars().anyMatch(mark -> SENTENCE_ENDS.indexOf(mark) >= 0);
        boolean closed = ends || after.indexOf(',') >= 0 || after.indexOf(')') >= 0;
        words.add(new Word(roman ? ROMAN.getOrDefault(word, bare) : bare, number || name, closed));
        return ends;
    }
}
