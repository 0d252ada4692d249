package vn.loa.text.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/**
 * A date that is one number and nothing else: seconds or milliseconds since 1970, {@code /Date(1764320400000)/} as
 * ASP.NET writes it into JSON, {@code 20261128}, {@code 20261128160000}. Beside other words such a number is anything.
 */
record BareTimestamp(String digits) {
    private static final Pattern WHOLE = Pattern.compile(
            "(?:@|\\\\?/?Date\\()?([1-9]\\d{7,13})(?:\\.\\d{1,9})?(?:[+-]\\d{4}\\)\\\\?/?|\\)\\\\?/?)?");
    private static final int LONGEST = 40;
    private static final int DAY = 8;
    private static final int SECONDS = 10;
    private static final int TO_THE_MINUTE = 12;
    private static final int MILLIS = 13;
    private static final int TO_THE_SECOND = 14;

    /** Returns the number a tidied line consists of. */
    static Optional<BareTimestamp> of(String line) {
        Matcher whole = WHOLE.matcher(line.length() <= LONGEST ? line : "");
        return whole.matches() ? Optional.of(new BareTimestamp(whole.group(1))) : Optional.empty();
    }

    /** Returns the time; empty where the number is no time that can be believed. */
    Optional<Published> read(ZoneId zone) {
        return switch (digits.length()) {
            case SECONDS -> since1970(Instant.ofEpochSecond(Long.parseLong(digits)));
            case MILLIS -> since1970(Instant.ofEpochMilli(Long.parseLong(digits)));
            case DAY -> day().map(day -> onDay(day, zone));
            case TO_THE_MINUTE -> time(zone, Precision.MINUTE);
            case TO_THE_SECOND -> time(zone, Precision.SECOND);
            default -> Optional.empty();
        };
    }

    private static Optional<Published> since1970(Instant instant) {
        boolean believable =
                CivilDate.isBelievable(instant.atOffset(ZoneOffset.UTC).getYear());
        return believable ? Optional.of(Published.at(instant, Precision.SECOND)) : Optional.empty();
    }

    private Optional<LocalDate> day() {
        return CivilDate.civil(number(0, 4), number(4, 6), number(6, DAY));
    }

    private Optional<Published> time(ZoneId zone, Precision precision) {
        int hour = number(DAY, 10);
        int minute = number(10, TO_THE_MINUTE);
        int second = digits.length() == TO_THE_SECOND ? number(TO_THE_MINUTE, TO_THE_SECOND) : 0;
        if (hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        return day().map(day -> day.atTime(hour, minute, second)).map(told -> at(told, zone, precision));
    }

    private static Published at(LocalDateTime told, ZoneId zone, Precision precision) {
        return ClockTime.isTold(told.toLocalTime())
                ? Published.at(told.atZone(zone).toInstant(), precision)
                : onDay(told.toLocalDate(), zone);
    }

    private static Published onDay(LocalDate day, ZoneId zone) {
        return Published.at(day.atStartOfDay(zone).toInstant(), Precision.DAY);
    }

    private int number(int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
