package vn.loa.text.date;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the names of months in date lines, folded: Vietnamese, English, and the short forms that other systems
 * leave in.
 */
final class MonthNames {
    private static final Set<String> MONTH_WORDS = Set.of("thang", "thg", "th");
    private static final Map<String, Integer> VIETNAMESE = Map.ofEntries(
            Map.entry("gieng", 1),
            Map.entry("mot", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("tu", 4),
            Map.entry("bon", 4),
            Map.entry("nam", 5),
            Map.entry("sau", 6),
            Map.entry("bay", 7),
            Map.entry("tam", 8),
            Map.entry("chin", 9),
            Map.entry("muoi", 10),
            Map.entry("chap", 12));
    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int SHORTEST_ENGLISH = 3;

    /** Of the languages whose locale a content system's server may run in, where they differ from English. */
    private static final List<Set<String>> OTHER = List.of(
            Set.of("janv", "janvier", "januar", "januari", "ene", "enero", "янв"),
            Set.of("fev", "fevr", "fevrier", "februar", "februari", "febrero", "фев"),
            Set.of("mars", "marz", "mrz", "marts", "maart", "mrt", "marzo", "мар"),
            Set.of("avr", "avril", "abr", "abril", "апр"),
            Set.of("mai", "maj", "mei", "mayo", "мая"),
            Set.of("juni", "juin", "junio", "июн"),
            Set.of("juli", "juil", "juillet", "julio", "июл"),
            Set.of("aout", "ago", "agosto", "augusti", "augustus", "авг"),
            Set.of("sept", "septembre", "septiembre", "сен"),
            Set.of("okt", "oktober", "octobre", "octubre", "окт"),
            Set.of("novembre", "noviembre", "ноя"),
            Set.of("des", "desember", "dez", "dezember", "decembre", "dic", "diciembre", "дек"));

    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    private MonthNames() {}

    /** A month and the position after its name. */
    record Month(int number, int end) {}

    /** Finds {@code tháng 9}, {@code Th9}, {@code thg. 9}, {@code Tháng Mười Một} at a position. */
    static Optional<Month> vietnamese(DateTokens tokens, int at) {
        boolean glued = tokens.isWord(at, "t") && tokens.isGlued(at + 1) && tokens.isNumber(at + 1, 1, 2);
        if (!glued && !tokens.isWord(at, MONTH_WORDS)) {
            return Optional.empty();
        }
        int name = tokens.isSign(at + 1, ".") ? at + 2 : at + 1;
        return tokens.isNumber(name, 1, 2)
                ? Optional.of(new Month(tokens.number(name), name + 1))
                : vietnameseWord(tokens, name);
    }

    private static Optional<Month> vietnameseWord(DateTokens tokens, int name) {
        int number = VIETNAMESE.getOrDefault(tokens.text(name), 0);
        if (number == 0) {
            return Optional.empty();
        }
        boolean more = number == 10 && (tokens.isWord(name + 1, "mot") || tokens.isWord(name + 1, "hai"));
        int ones = tokens.isWord(name + 1, "mot") ? 1 : 2;
        return Optional.of(more ? new Month(number + ones, name + 2) : new Month(number, name + 1));
    }

    /**
     * Returns the number of the month whose English name, or the start of it, stands at a position; 0 when none does.
     */
    static int english(DateTokens tokens, int at) {
        String word = tokens.text(at);
        if (!tokens.isWord(at) || word.length() < SHORTEST_ENGLISH) {
            return 0;
        }
        for (int month = 0; month < ENGLISH.size(); month++) {
            if (ENGLISH.get(month).startsWith(word)) {
                return month + 1;
            }
        }
        return 0;
    }

    /** Returns the number of the month, also named in another language; 0 when there is none. */
    static int foreign(DateTokens tokens, int at) {
        int english = english(tokens, at);
        if (english > 0 || !tokens.isWord(at)) {
            return english;
        }
        for (int month = 0; month < OTHER.size(); month++) {
            if (OTHER.get(month).contains(tokens.text(at))) {
                return month + 1;
            }
        }
        return 0;
    }

    /** Returns the month of a Roman number, 0 when it is none. */
    static int roman(DateTokens tokens, int at) {
        return ROMAN.indexOf(tokens.text(at)) + 1;
    }
}
