package vn.loa.command.setting;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads times of day as people type them, in folded words: {@code 7:00}, {@code 7h}, {@code 16g30}, {@code 7 gio 30},
 * {@code 7h toi}, {@code 21:30-6:00}, {@code 7 16}.
 */
final class TimesOfDay {
    private static final Pattern TIME = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)"
            + "(?:\\s*:\\s*(\\d{2})(?!\\d|\\s*:)"
            + "|\\s*(?:h|g(?:io)?)(?:\\s*(\\d{1,2})(?!\\d|\\s*[:hg]))?(?:\\s*(?:phut|ph|p)\\b)?)?"
            + "(?:\\s*(sang|trua|chieu|toi|dem|am|pm)\\b)?");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:[\\s,;.&+–-]|\\b(?:va|and|luc|vao|tu|den|hang ngay|moi ngay|ban tin|gio)\\b)*");

    private TimesOfDay() {}

    /** Returns the times in the order in which they were written; empty when there are none, or other words too. */
    static List<LocalTime> read(String folded) {
        List<LocalTime> times = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher matcher = TIME.matcher(folded);
        while (matcher.find()) {
            Optional<LocalTime> time = time(matcher.toMatchResult());
            if (time.isEmpty()) {
                return List.of();
            }
            times.add(time.get());
            matcher.appendReplacement(rest, " ");
        }
        matcher.appendTail(rest);
        return BETWEEN.matcher(rest).matches() ? times : List.of();
    }

    private static Optional<LocalTime> time(MatchResult written) {
        int hour = hour(Integer.parseInt(written.group(1)), written.group(4));
        int minute = Stream.of(written.group(2), written.group(3))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .sum();
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** Returns the hour of the day. Twelve at night is midnight, and so is the hour 24. */
    private static int hour(int hour, String half) {
        if (half == null) {
            return hour == 24 ? 0 : hour;
        }
        boolean small = hour < 12;
        return switch (half) {
            case "chieu", "pm" -> small ? hour + 12 : hour;
            case "toi" -> small ? hour + 12 : hour % 12 == 0 ? 0 : hour;
            case "dem" -> small && hour >= 6 ? hour + 12 : hour % 12 == 0 ? 0 : hour;
            case "trua" -> hour < 10 ? hour + 12 : hour;
            default -> hour == 12 ? 0 : hour;
        };
    }
}
