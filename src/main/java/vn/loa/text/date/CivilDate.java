package vn.loa.text.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A day as it is written in a date line.
 *
 * @param start the position of its first token
 * @param end the position after its last token
 * @param day the day, or empty when it is written like one and there is none such (31/02)
 */
record CivilDate(int start, int end, Optional<LocalDate> day) {
    /** Null dates of databases (0001, 1900, 1970) are no dates; neither is a year no reader will live to see. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;

    private static final Set<String> MONTH_WORDS = Set.of("thang", "thg", "th");
    private static final Map<String, Integer> VIETNAMESE_MONTHS = Map.ofEntries(
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
    private static final Set<String> ENGLISH_ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final String ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

    /** The first day written at or after a position. */
    static Optional<CivilDate> find(DateTokens tokens, int from, boolean monthFirst) {
        for (int at = from; at < tokens.size(); at++) {
            Optional<CivilDate> found = at(tokens, at, monthFirst);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<CivilDate> at(DateTokens tokens, int at, boolean monthFirst) {
        if (tokens.isNumber(at)) {
            return numeric(tokens, at, monthFirst)
                    .or(() -> compact(tokens, at))
                    .or(() -> dayAndMonthWord(tokens, at))
                    .or(() -> dayAndEnglishMonth(tokens, at));
        }
        return monthWordAndDay(tokens, at).or(() -> englishMonthAndDay(tokens, at));
    }

    /** {@code 18/09/2023}, {@code 2023-09-18}, {@code 18.9.23}, {@code 16 - 10 - 2020}, {@code 18/9 năm 2023}. */
    private static Optional<CivilDate> numeric(DateTokens tokens, int at, boolean monthFirst) {
        if (!tokens.isSign(at + 1, "/-.") || isInsideLongerNumber(tokens, at)) {
            return Optional.empty();
        }
        if (tokens.isNumber(at, 1, 2) && tokens.isNumber(at + 2, 1, 2) && tokens.isWord(at + 3, "nam")) {
            return tokens.isNumber(at + 4, 4, 4) ? dayFirst(tokens, at, at + 4, monthFirst) : Optional.empty();
        }
        if (!tokens.text(at + 3).equals(tokens.text(at + 1)) || isContinued(tokens, at + 4)) {
            return Optional.empty();
        }
        if (tokens.isNumber(at, 4, 4) && tokens.isNumber(at + 2, 1, 2) && tokens.isNumber(at + 4, 1, 2)) {
            return found(at, at + 5, tokens.number(at), tokens.number(at + 2), tokens.number(at + 4));
        }
        boolean year = tokens.isNumber(at + 4, 4, 4) || tokens.isNumber(at + 4, 2, 2);
        boolean dayAndMonth = tokens.isNumber(at, 1, 2) && tokens.isNumber(at + 2, 1, 2);
        return year && dayAndMonth ? dayFirst(tokens, at, at + 4, monthFirst) : Optional.empty();
    }

    private static Optional<CivilDate> dayFirst(DateTokens tokens, int at, int yearAt, boolean monthFirst) {
        int month = tokens.number(monthFirst ? at : at + 2);
        int day = tokens.number(monthFirst ? at + 2 : at);
        return found(at, yearAt + 1, year(tokens, yearAt), month, day);
    }

    /** Telephone numbers and document numbers have more than three parts; a time before it is none of them. */
    private static boolean isInsideLongerNumber(DateTokens tokens, int at) {
        return tokens.isGlued(at)
                && tokens.isSign(at - 1, "/.-")
                && tokens.isGlued(at - 1)
                && tokens.isNumber(at - 2)
                && tokens.text(at - 1).equals(tokens.text(at + 1))
                && !(tokens.isSign(at - 3, ":") && tokens.isNumber(at - 4));
    }

    private static boolean isContinued(DateTokens tokens, int last) {
        return tokens.isGlued(last + 1)
                && tokens.text(last + 1).equals(tokens.text(last - 1))
                && tokens.isGlued(last + 2)
                && tokens.isNumber(last + 2)
                && !tokens.isSign(last + 3, ":");
    }

    /** {@code 20230918T160000}: only with the T, since other numbers have eight digits too. */
    private static Optional<CivilDate> compact(DateTokens tokens, int at) {
        if (!tokens.isNumber(at, 8, 8) || !tokens.isWord(at + 1, "t") || !tokens.isGlued(at + 1)) {
            return Optional.empty();
        }
        int number = tokens.number(at);
        return found(at, at + 1, number / 10000, number / 100 % 100, number % 100);
    }

    /** {@code 18 tháng 9 năm 2023}, {@code 18 Tháng Chín, 2023}, {@code 18 tháng 9/2023}, {@code 18 Th9 2023}. */
    private static Optional<CivilDate> dayAndMonthWord(DateTokens tokens, int at) {
        int next = tokens.isSign(at + 1, ",.-/") ? at + 2 : at + 1;
        Optional<Month> month = tokens.isNumber(at, 1, 2) ? vietnameseMonth(tokens, next) : Optional.empty();
        return month.flatMap(m -> yearAfter(tokens, m.end())
                .flatMap(y -> found(at, y + 1, tokens.number(y), m.number(), tokens.number(at))));
    }

    /** {@code Tháng Chín 18, 2023}. */
    private static Optional<CivilDate> monthWordAndDay(DateTokens tokens, int at) {
        return vietnameseMonth(tokens, at)
                .filter(m -> tokens.isNumber(m.end(), 1, 2))
                .flatMap(m -> yearAfter(tokens, m.end() + 1)
                        .flatMap(y -> found(at, y + 1, tokens.number(y), m.number(), tokens.number(m.end()))));
    }

    private static Optional<Integer> yearAfter(DateTokens tokens, int at) {
        int year = at;
        while (year < at + 3 && (tokens.isSign(year, ",/-.") || tokens.isWord(year, "nam"))) {
            year++;
        }
        return tokens.isNumber(year, 4, 4) ? Optional.of(year) : Optional.empty();
    }

    private record Month(int number, int end) {}

    private static Optional<Month> vietnameseMonth(DateTokens tokens, int at) {
        if (!tokens.isWord(at, MONTH_WORDS)) {
            return Optional.empty();
        }
        int name = tokens.isSign(at + 1, ".") ? at + 2 : at + 1;
        if (tokens.isNumber(name, 1, 2)) {
            return Optional.of(new Month(tokens.number(name), name + 1));
        }
        Integer number = VIETNAMESE_MONTHS.get(tokens.text(name));
        if (number == null) {
            return Optional.empty();
        }
        boolean eleventh = number == 10 && (tokens.isWord(name + 1, "mot") || tokens.isWord(name + 1, "hai"));
        int more = tokens.isWord(name + 1, "mot") ? 1 : 2;
        return Optional.of(eleventh ? new Month(number + more, name + 2) : new Month(number, name + 1));
    }

    /** {@code 18 Sep 2023}, {@code 18-Sep-23}, {@code 18th September, 2023}. */
    private static Optional<CivilDate> dayAndEnglishMonth(DateTokens tokens, int at) {
        int month = skipSigns(tokens, tokens.isWord(at + 1, ENGLISH_ORDINALS) ? at + 2 : at + 1);
        int year = skipSigns(tokens, month + 1);
        boolean matches = tokens.isNumber(at, 1, 2)
                && englishMonth(tokens, month) > 0
                && (tokens.isNumber(year, 4, 4) || tokens.isNumber(year, 2, 2));
        return matches
                ? found(at, year + 1, year(tokens, year), englishMonth(tokens, month), tokens.number(at))
                : Optional.empty();
    }

    /** {@code September 18, 2023}, and {@code Mon Sep 18 16:00:00 ICT 2023} as Java prints it. */
    private static Optional<CivilDate> englishMonthAndDay(DateTokens tokens, int at) {
        int day = skipSigns(tokens, at + 1);
        if (englishMonth(tokens, at) == 0 || !tokens.isNumber(day, 1, 2)) {
            return Optional.empty();
        }
        int year = skipSigns(tokens, tokens.isWord(day + 1, ENGLISH_ORDINALS) ? day + 2 : day + 1);
        if (tokens.isNumber(year, 4, 4)) {
            return found(at, year + 1, tokens.number(year), englishMonth(tokens, at), tokens.number(day));
        }
        int afterTime = tokens.isSign(day + 2, ":") && tokens.isSign(day + 4, ":") ? day + 6 : day + 4;
        int last = tokens.isWord(afterTime) ? afterTime + 1 : afterTime;
        boolean printed = tokens.isSign(day + 2, ":") && tokens.isNumber(last, 4, 4);
        return printed
                ? found(at, day + 1, tokens.number(last), englishMonth(tokens, at), tokens.number(day))
                : Optional.empty();
    }

    private static int skipSigns(DateTokens tokens, int at) {
        return tokens.isSign(at, ",.-/") ? at + 1 : at;
    }

    private static int englishMonth(DateTokens tokens, int at) {
        String word = tokens.text(at);
        int found = word.length() < 3 ? -1 : ENGLISH_MONTHS.indexOf(word.substring(0, 3));
        return tokens.isWord(at) && found >= 0 && found % 4 == 0 ? found / 4 + 1 : 0;
    }

    /** Two digits as in RFC 822. */
    private static int year(DateTokens tokens, int at) {
        int number = tokens.number(at);
        if (tokens.digits(at) > 2) {
            return number;
        }
        return number < 50 ? 2000 + number : 1900 + number;
    }

    private static Optional<CivilDate> found(int start, int end, int year, int month, int day) {
        return Optional.of(new CivilDate(start, end, civil(year, month, day)));
    }

    /** Whether something can have been published in a year. */
    static boolean isBelievable(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Optional<LocalDate> civil(int year, int month, int day) {
        if (!isBelievable(year)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
