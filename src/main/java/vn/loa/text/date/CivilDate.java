package vn.loa.text.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A day as it is written in a date line.
 *
 * @param start the position of its first token
 * @param end the position after its last token
 * @param day the day, day before month where both are numbers; empty when there is none such (31/02)
 * @param monthFirst the day when its first number is taken for the month; empty when there is none such
 * @param isNumeric whether day and month are both numbers, in an order that is not told by a name or the year in front
 */
record CivilDate(int start, int end, Optional<LocalDate> day, Optional<LocalDate> monthFirst, boolean isNumeric) {
    /** Null dates of databases (0001, 1900, 1970) are no dates. */
    private static final int FIRST_YEAR = 1990;

    /** The last year that two digits tell; a later one is a slip of the pen (2062 for 2026). */
    private static final int LAST_YEAR = 2049;

    private static final Set<String> ENGLISH_ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> HOUR_LETTERS = Set.of("h", "g");
    private static final String SIGNS = "/-.";

    /** Returns the first day written at or after a position. */
    static Optional<CivilDate> find(DateTokens tokens, int from) {
        for (int at = from; at < tokens.size(); at++) {
            Optional<CivilDate> found = at(tokens, at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<CivilDate> at(DateTokens tokens, int at) {
        if (tokens.isNumber(at)) {
            return numeric(tokens, at)
                    .or(() -> compact(tokens, at))
                    .or(() -> dayAndMonthWord(tokens, at))
                    .or(() -> dayAndForeignMonth(tokens, at))
                    .or(() -> dayAndRomanMonth(tokens, at))
                    .or(() -> yearAndEnglishMonth(tokens, at));
        }
        return monthWordAndDay(tokens, at).or(() -> englishMonthAndDay(tokens, at));
    }

    /** Returns whether the day can be read in either order, each time as another day. */
    boolean isAmbiguous() {
        return day.isPresent() && monthFirst.isPresent() && !day.equals(monthFirst);
    }

    /** {@code 18/09/2023}, {@code 2023-09-18}, {@code 18.9.23}, {@code 16 - 10 - 2020}, {@code 18/9 năm 2023}. */
    private static Optional<CivilDate> numeric(DateTokens tokens, int at) {
        if (!tokens.isSign(at + 1, SIGNS) || isInsideLongerNumber(tokens, at)) {
            return Optional.empty();
        }
        boolean dayAndMonth = tokens.isNumber(at, 1, 2) && tokens.isNumber(at + 2, 1, 2);
        if (dayAndMonth && tokens.isWord(at + 3, "nam")) {
            return tokens.isNumber(at + 4, 4, 4) ? inEitherOrder(tokens, at) : Optional.empty();
        }
        if (!tokens.text(at + 3).equals(tokens.text(at + 1)) || isContinued(tokens, at + 4)) {
            return Optional.empty();
        }
        if (tokens.isNumber(at, 4, 4) && tokens.isNumber(at + 2, 1, 2) && tokens.isNumber(at + 4, 1, 2)) {
            return found(at, at + 5, tokens.number(at), tokens.number(at + 2), tokens.number(at + 4));
        }
        return dayAndMonth && isYear(tokens, at + 4) ? inEitherOrder(tokens, at) : Optional.empty();
    }

    private static Optional<CivilDate> inEitherOrder(DateTokens tokens, int at) {
        int first = tokens.number(at);
        int second = tokens.number(at + 2);
        int year = year(tokens, at + 4);
        return Optional.of(new CivilDate(at, at + 5, civil(year, second, first), civil(year, first, second), true));
    }

    /** Four digits, or two that are not the hour of a time: {@code 28 Nov 16:00} names no year. */
    private static boolean isYear(DateTokens tokens, int at) {
        boolean hour = tokens.isSign(at + 1, ":") && tokens.isGlued(at + 1) && tokens.isNumber(at + 2);
        return tokens.isNumber(at, 4, 4) || (tokens.isNumber(at, 2, 2) && !hour);
    }

    /** Telephone numbers and document numbers have more than three parts; a time before it is none of them. */
    private static boolean isInsideLongerNumber(DateTokens tokens, int at) {
        return tokens.isGlued(at)
                && tokens.isSign(at - 1, SIGNS)
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
        if (!tokens.isNumber(at, 1, 2) || isMinutes(tokens, at)) {
            return Optional.empty();
        }
        return MonthNames.vietnamese(tokens, skipSigns(tokens, at + 1))
                .flatMap(m -> yearAfter(tokens, m.end())
                        .flatMap(y -> found(at, y + 1, tokens.number(y), m.number(), tokens.number(at))));
    }

    /** {@code Tháng Chín 18, 2023}. */
    private static Optional<CivilDate> monthWordAndDay(DateTokens tokens, int at) {
        return MonthNames.vietnamese(tokens, at)
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

    /** {@code 18 Sep 2023}, {@code 18-Sep-23}, {@code 18th of September, 2023}, {@code 18 okt. 2023}. */
    private static Optional<CivilDate> dayAndForeignMonth(DateTokens tokens, int at) {
        int word = skipSigns(tokens, tokens.isWord(at + 1, ENGLISH_ORDINALS) ? at + 2 : at + 1);
        int month = tokens.isWord(word, "of") ? word + 1 : word;
        int year = skipSigns(tokens, month + 1);
        int number = MonthNames.foreign(tokens, month);
        boolean matches = tokens.isNumber(at, 1, 2)
                && number > 0
                && isYear(tokens, year)
                && !isMinutes(tokens, at)
                && !isDayBeforeYear(tokens, year);
        return matches ? found(at, year + 1, year(tokens, year), number, tokens.number(at)) : Optional.empty();
    }

    /** The {@code 05} of {@code 16:05 - T6, 2023-06-09}, where T6 is a Friday. */
    private static boolean isMinutes(DateTokens tokens, int at) {
        boolean colon = tokens.isSign(at - 1, ":");
        boolean letter = tokens.isWord(at - 1, HOUR_LETTERS) && tokens.isGlued(at) && tokens.isGlued(at - 1);
        return (colon || letter) && tokens.isNumber(at - 2, 1, 2);
    }

    /** The {@code 12} of {@code T5, Feb 12, 2026} is no year. */
    private static boolean isDayBeforeYear(DateTokens tokens, int at) {
        return tokens.isNumber(at, 1, 2) && tokens.isSign(at + 1, ",") && tokens.isNumber(at + 2, 4, 4);
    }

    /** {@code 18/IX/2023}, {@code 18-IX-2023}. */
    private static Optional<CivilDate> dayAndRomanMonth(DateTokens tokens, int at) {
        int month = MonthNames.roman(tokens, at + 2);
        boolean signs = tokens.isSign(at + 1, SIGNS) && tokens.text(at + 3).equals(tokens.text(at + 1));
        boolean matches = tokens.isNumber(at, 1, 2) && signs && month > 0 && tokens.isNumber(at + 4, 4, 4);
        return matches ? found(at, at + 5, tokens.number(at + 4), month, tokens.number(at)) : Optional.empty();
    }

    /** {@code 2023-Sep-18}, {@code 2023 September 18}. */
    private static Optional<CivilDate> yearAndEnglishMonth(DateTokens tokens, int at) {
        int month = skipSigns(tokens, at + 1);
        int day = skipSigns(tokens, month + 1);
        int number = MonthNames.english(tokens, month);
        boolean matches =
                tokens.isNumber(at, 4, 4) && number > 0 && tokens.isNumber(day, 1, 2) && !tokens.isSign(day + 1, ":");
        return matches ? found(at, day + 1, tokens.number(at), number, tokens.number(day)) : Optional.empty();
    }

    /** {@code September 18, 2023}, and {@code Mon Sep 18 16:00:00 GMT+07:00 2023} as Java and C print it. */
    private static Optional<CivilDate> englishMonthAndDay(DateTokens tokens, int at) {
        int month = MonthNames.english(tokens, at);
        int day = skipSigns(tokens, at + 1);
        if (month == 0 || !tokens.isNumber(day, 1, 2)) {
            return Optional.empty();
        }
        int year = skipSigns(tokens, tokens.isWord(day + 1, ENGLISH_ORDINALS) ? day + 2 : day + 1);
        if (tokens.isNumber(year, 4, 4)) {
            return found(at, year + 1, tokens.number(year), month, tokens.number(day));
        }
        return yearAfterTime(tokens, day + 1)
                .flatMap(last -> found(at, day + 1, tokens.number(last), month, tokens.number(day)));
    }

    private static Optional<Integer> yearAfterTime(DateTokens tokens, int at) {
        return ClockTime.at(tokens, at)
                .map(time ->
                        UtcOffset.at(tokens, time.end()).map(UtcOffset::end).orElse(time.end()))
                .map(last -> tokens.isWord(last) ? last + 1 : last)
                .filter(last -> tokens.isNumber(last, 4, 4));
    }

    private static int skipSigns(DateTokens tokens, int at) {
        int next = tokens.isSign(at, ",.-/") ? at + 1 : at;
        return next > at && tokens.isSign(next, ",") ? next + 1 : next;
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
        return Optional.of(new CivilDate(start, end, civil(year, month, day), Optional.empty(), false));
    }

    /** Returns whether an article can have been published in a year. */
    static boolean isBelievable(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Returns the day of these numbers; empty when there is none such in a believable year. */
    static Optional<LocalDate> civil(int year, int month, int day) {
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
