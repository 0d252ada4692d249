package vn.loa.text.date;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A time of day as it is written in a date line.
 *
 * @param end the position after its last token, a mark of the half of the day included
 * @param time the time, or empty when it is written like one and tells none: midnight as systems print it that know
 *     only the day, an hour of an unknown half of the day, 25:61
 * @param hasSeconds whether seconds were told
 */
record ClockTime(int end, Optional<LocalTime> time, boolean hasSeconds) {
    private static final Set<String> HOUR_WORDS = Set.of("h", "g", "gio");
    private static final Set<String> MINUTE_WORDS = Set.of("p", "ph", "phut", "m");
    private static final Set<String> SECOND_WORDS = Set.of("s", "giay");
    private static final Set<String> MORNING = Set.of("am", "sa", "sang");
    private static final Set<String> AFTERNOON = Set.of("pm", "ch", "chieu", "toi");

    /** Format letters that some systems print in place of AM and PM. */
    private static final Set<String> UNKNOWN_HALF = Set.of("aa", "tt");

    private enum Half {
        NONE,
        MORNING,
        AFTERNOON,
        UNKNOWN
    }

    /** The time written at a position, if one is. */
    static Optional<ClockTime> at(DateTokens tokens, int at) {
        return withColons(tokens, at).or(() -> withWords(tokens, at)).or(() -> compact(tokens, at));
    }

    /** {@code 16:30}, {@code 16:30:05.0}, {@code 4:12 PM}, {@code 16:30'}. */
    private static Optional<ClockTime> withColons(DateTokens tokens, int at) {
        if (!tokens.isNumber(at, 1, 2) || !tokens.isSign(at + 1, ":") || !tokens.isNumber(at + 2, 1, 2)) {
            return Optional.empty();
        }
        boolean hasSeconds = tokens.isSign(at + 3, ":") && tokens.isNumber(at + 4, 1, 2);
        int end = hasSeconds ? at + 5 : at + 3;
        if (hasSeconds && tokens.isSign(end, ".,") && tokens.isGlued(end + 1) && tokens.isNumber(end + 1)) {
            end += 2;
        }
        int seconds = hasSeconds ? tokens.number(at + 4) : 0;
        return told(tokens, end, new int[] {tokens.number(at), tokens.number(at + 2), seconds}, hasSeconds);
    }

    /** {@code 16h30}, {@code 16 giờ 30 phút}, {@code 16g}; {@code 3 giờ trước} is none. */
    private static Optional<ClockTime> withWords(DateTokens tokens, int at) {
        if (!tokens.isNumber(at, 1, 2) || !tokens.isWord(at + 1, HOUR_WORDS) || tokens.isWord(at + 2, "truoc")) {
            return Optional.empty();
        }
        int next = tokens.isSign(at + 2, ":") ? at + 3 : at + 2;
        boolean hasMinutes = tokens.isNumber(next, 1, 2) && !tokens.isSign(next + 1, "/-.");
        int end = hasMinutes ? next + 1 : at + 2;
        int minutes = hasMinutes ? tokens.number(next) : 0;
        if (hasMinutes && tokens.isWord(end, MINUTE_WORDS)) {
            end++;
        }
        boolean hasSeconds = hasMinutes && tokens.isNumber(end, 1, 2) && tokens.isWord(end + 1, SECOND_WORDS);
        int seconds = hasSeconds ? tokens.number(end) : 0;
        return told(tokens, hasSeconds ? end + 2 : end, new int[] {tokens.number(at), minutes, seconds}, hasSeconds);
    }

    /** {@code T160000}. */
    private static Optional<ClockTime> compact(DateTokens tokens, int at) {
        if (!tokens.isNumber(at, 6, 6) || !tokens.isWord(at - 1, "t") || !tokens.isGlued(at)) {
            return Optional.empty();
        }
        int number = tokens.number(at);
        return told(tokens, at + 1, new int[] {number / 10000, number / 100 % 100, number % 100}, true);
    }

    private static Optional<ClockTime> told(DateTokens tokens, int written, int[] clock, boolean hasSeconds) {
        int at = tokens.isSign(written, "'") ? written + 1 : written;
        boolean dotted = tokens.isSign(at + 1, ".") && tokens.isWord(at + 2, "m") && tokens.isGlued(at + 2);
        Half half = half(tokens.text(at) + (dotted ? "m" : ""));
        int marks = dotted ? 3 : 1;
        int end = half == Half.NONE ? at : at + marks + (dotted && tokens.isSign(at + 3, ".") ? 1 : 0);
        return Optional.of(new ClockTime(end, time(clock, half), hasSeconds));
    }

    private static Half half(String word) {
        if (MORNING.contains(word)) {
            return Half.MORNING;
        }
        if (AFTERNOON.contains(word)) {
            return Half.AFTERNOON;
        }
        return UNKNOWN_HALF.contains(word) ? Half.UNKNOWN : Half.NONE;
    }

    private static Optional<LocalTime> time(int[] clock, Half half) {
        int hour = clock[0];
        if (half == Half.UNKNOWN && hour <= 12) {
            return Optional.empty();
        }
        if (half == Half.MORNING && hour == 12) {
            hour = 0;
        } else if (half == Half.AFTERNOON && hour < 12) {
            hour += 12;
        }
        boolean possible = hour < 24 && clock[1] < 60 && clock[2] < 60;
        return possible
                ? Optional.of(LocalTime.of(hour, clock[1], clock[2])).filter(ClockTime::isTold)
                : Optional.empty();
    }

    /** Nobody publishes at midnight to the second; systems print it for items whose time they do not know. */
    static boolean isTold(LocalTime time) {
        return !time.equals(LocalTime.MIDNIGHT);
    }
}
