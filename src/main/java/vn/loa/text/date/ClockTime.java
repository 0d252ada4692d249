package vn.loa.text.date;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A time of day as it is written in a date line.
 *
 * @param start the position of its first token
 * @param end the position after its last token, a mark of the half of the day included
 * @param sinceMidnight the time, at most 24 hours; empty when it is written like one and tells none: midnight as
 *     systems print it that know only the day, an hour of an unknown half of the day, 25:61
 * @param hasSeconds whether seconds were told
 * @param half the half of the day, as far as it was told
 */
record ClockTime(int start, int end, Optional<Duration> sinceMidnight, boolean hasSeconds, Half half) {
    private static final Set<String> HOUR_WORDS = Set.of("h", "g", "gio");
    private static final Set<String> MINUTE_WORDS = Set.of("p", "ph", "phut", "m");
    private static final Set<String> SECOND_WORDS = Set.of("s", "giay");
    private static final Set<String> ENGLISH_HALF = Set.of("am", "pm", "a", "p");
    private static final Set<String> MORNING = Set.of("am", "sa", "sang");
    private static final Set<String> AFTERNOON = Set.of("pm", "ch", "chieu", "toi");

    /** Up to here an hour of noon is counted from twelve. */
    private static final int LATEST_NOON = 4;

    private static final int LATEST_MONTH = 12;

    /** Format letters that some systems print in place of AM and PM. */
    private static final Set<String> UNKNOWN_HALF = Set.of("aa", "tt");

    /** The halves of the day that a mark beside a time can name. */
    enum Half {
        NONE,
        MORNING,
        AFTERNOON,
        /** {@code 12 giờ trưa}, {@code 1 giờ trưa}. */
        NOON,
        UNKNOWN
    }

    /** Returns the time written at a position, if one is. */
    static Optional<ClockTime> at(DateTokens tokens, int at) {
        return withColons(tokens, at)
                .or(() -> withDots(tokens, at))
                .or(() -> withWords(tokens, at))
                .or(() -> compact(tokens, at));
    }

    /** Returns whether AM or PM is given in English. */
    boolean isEnglish(DateTokens tokens) {
        return half != Half.NONE && tokens.isAnyWord(start, end, ENGLISH_HALF);
    }

    /** {@code 16:30}, {@code 16:30:05.0}, {@code 4:12 PM}, {@code 16:30'}. */
    private static Optional<ClockTime> withColons(DateTokens tokens, int at) {
        if (!tokens.isNumber(at, 1, 2)
                || !tokens.isSign(at + 1, ":")
                || !tokens.isNumber(at + 2, 1, 2)
                || isAfterHours(tokens, at)) {
            return Optional.empty();
        }
        boolean hasSeconds = tokens.isSign(at + 3, ":") && tokens.isNumber(at + 4, 1, 2);
        int end = hasSeconds ? at + 5 : at + 3;
        if (hasSeconds && tokens.isSign(end, ".,") && tokens.isGlued(end + 1) && tokens.isNumber(end + 1)) {
            end += 2;
        }
        int seconds = hasSeconds ? tokens.number(at + 4) : 0;
        return told(tokens, at, end, new int[] {tokens.number(at), tokens.number(at + 2), seconds}, hasSeconds);
    }

    /** Of {@code 16:05:30} the minutes and seconds are no time of their own. */
    private static boolean isAfterHours(DateTokens tokens, int at) {
        return tokens.isGlued(at)
                && tokens.isSign(at - 1, ":")
                && tokens.isGlued(at - 1)
                && tokens.isNumber(at - 2, 1, 2);
    }

    /** {@code 16.05.30}: only with seconds, since other numbers have dots too. */
    private static Optional<ClockTime> withDots(DateTokens tokens, int at) {
        boolean dotted = isPair(tokens, at) && isPair(tokens, at + 2) && isPair(tokens, at + 4);
        boolean signs = tokens.isSign(at + 1, ".") && tokens.isSign(at + 3, ".");
        boolean ends = !tokens.isSign(at - 1, ".") && !(tokens.isSign(at + 5, ".") && tokens.isNumber(at + 6));
        if (!dotted || !signs || !ends) {
            return Optional.empty();
        }
        int[] clock = {tokens.number(at), tokens.number(at + 2), tokens.number(at + 4)};
        return told(tokens, at, at + 5, clock, true);
    }

    /** {@code 16.05}: only right beside a date, where no other number stands. */
    static Optional<ClockTime> shortWithDot(DateTokens tokens, int at) {
        boolean pairs = isPair(tokens, at) && isPair(tokens, at + 2);
        boolean glued = tokens.isSign(at + 1, ".") && tokens.isGlued(at + 1) && tokens.isGlued(at + 2);
        boolean ends = !tokens.isSign(at - 1, "./") && !(tokens.isGlued(at + 3) && tokens.isSign(at + 3, "./-"));
        return pairs && glued && ends && !isFirstDay(tokens, at)
                ? told(tokens, at, at + 3, new int[] {tokens.number(at), tokens.number(at + 2), 0}, false)
                        .filter(time -> time.sinceMidnight().isPresent())
                : Optional.empty();
    }

    /** {@code 09.11 - 10.11.2026}: a day, and after a dash the last one in the same form. */
    private static boolean isFirstDay(DateTokens tokens, int at) {
        boolean day = tokens.number(at + 2) <= LATEST_MONTH;
        return day && tokens.isSign(at + 3, "-–") && tokens.isNumber(at + 4, 1, 2) && tokens.isSign(at + 5, ".");
    }

    private static boolean isPair(DateTokens tokens, int at) {
        return tokens.isNumber(at, 2, 2);
    }

    /** {@code 16h30}, {@code 16 giờ 30 phút}, {@code 16g}; {@code 3 giờ trước} is none. */
    private static Optional<ClockTime> withWords(DateTokens tokens, int at) {
        if (!tokens.isNumber(at, 1, 2) || !tokens.isWord(at + 1, HOUR_WORDS) || tokens.isWord(at + 2, "truoc")) {
            return Optional.empty();
        }
        int next = tokens.isSign(at + 2, ":") ? at + 3 : at + 2;
        boolean hasMinutes = tokens.isNumber(next, 1, 2) && !beginsDate(tokens, next);
        int end = hasMinutes ? next + 1 : at + 2;
        int minutes = hasMinutes ? tokens.number(next) : 0;
        if (hasMinutes && tokens.isWord(end, MINUTE_WORDS)) {
            end++;
        }
        boolean hasSeconds = hasMinutes && tokens.isNumber(end, 1, 2) && tokens.isWord(end + 1, SECOND_WORDS);
        int seconds = hasSeconds ? tokens.number(end) : 0;
        return told(
                tokens, at, hasSeconds ? end + 2 : end, new int[] {tokens.number(at), minutes, seconds}, hasSeconds);
    }

    /** In {@code 16h 21/04} the 21 is a day, in {@code 16h40 - 21/04} and {@code 16h40-21/04} the 40 are minutes. */
    private static boolean beginsDate(DateTokens tokens, int at) {
        boolean parted = !tokens.isGlued(at + 1) || (tokens.isGlued(at) && tokens.isSign(at + 1, "-"));
        return tokens.isSign(at + 1, "/-.") && !parted;
    }

    /** {@code T160000}, {@code T1600}. */
    private static Optional<ClockTime> compact(DateTokens tokens, int at) {
        boolean hasSeconds = tokens.isNumber(at, 6, 6);
        boolean written = hasSeconds || tokens.isNumber(at, 4, 4);
        if (!written || !tokens.isWord(at - 1, "t") || !tokens.isGlued(at)) {
            return Optional.empty();
        }
        int number = tokens.number(at) * (hasSeconds ? 1 : 100);
        int[] clock = {number / 10000, number / 100 % 100, number % 100};
        return told(tokens, at, at + 1, clock, hasSeconds);
    }

    private static Optional<ClockTime> told(DateTokens tokens, int start, int written, int[] clock, boolean seconds) {
        int at = tokens.isSign(written, "'") ? written + 1 : written;
        boolean dotted = tokens.isSign(at + 1, ".") && tokens.isWord(at + 2, "m") && tokens.isGlued(at + 2);
        Half half = half(tokens.text(at) + (dotted ? "m" : ""));
        int marks = dotted ? 3 : 1;
        int end = half == Half.NONE ? at : at + marks + (dotted && tokens.isSign(at + 3, ".") ? 1 : 0);
        return Optional.of(new ClockTime(start, end, time(clock, half), seconds, half));
    }

    private static Half half(String word) {
        if (MORNING.contains(word)) {
            return Half.MORNING;
        }
        if (AFTERNOON.contains(word)) {
            return Half.AFTERNOON;
        }
        if (word.equals("trua")) {
            return Half.NOON;
        }
        return UNKNOWN_HALF.contains(word) ? Half.UNKNOWN : Half.NONE;
    }

    private static Optional<Duration> time(int[] clock, Half half) {
        int hour = hour(clock[0], half);
        // The sixtieth second is a leap second.
        boolean possible = hour >= 0 && hour < 24 && clock[1] < 60 && clock[2] <= 60;
        boolean endOfDay = hour == 24 && clock[1] == 0 && clock[2] == 0;
        Duration time = Duration.ofHours(hour).plusMinutes(clock[1]).plusSeconds(Math.min(clock[2], 59));
        return Optional.of(time).filter(told -> (possible || endOfDay) && !told.isZero());
    }

    /** Of 24; -1 when it may be either half's. */
    private static int hour(int hour, Half half) {
        return switch (half) {
            case NONE -> hour;
            case MORNING -> hour == 12 ? 0 : hour;
            case AFTERNOON -> hour < 12 ? hour + 12 : hour;
            case NOON -> hour < LATEST_NOON ? hour + 12 : hour;
            case UNKNOWN -> hour <= 12 ? -1 : hour;
        };
    }

    /** Returns whether a time was given: systems print midnight to the second for items whose time they do not know. */
    static boolean isTold(LocalTime time) {
        return !time.equals(LocalTime.MIDNIGHT);
    }
}
