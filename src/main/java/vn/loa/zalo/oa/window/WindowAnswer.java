package vn.loa.zalo.oa.window;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the answer of Zalo about one person, whom it is asked about by {@code quota/message}.
 *
 * @param lastInteraction when the person last turned to the account
 */
public record WindowAnswer(Instant lastInteraction) {
    private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,11}");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final int LONGEST = 40;
    /** No message of Zalo's is older; the other end is a clock that is not quite right. */
    private static final Instant FIRST = Instant.parse("2012-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofHours(1);

    public WindowAnswer {
        Objects.requireNonNull(lastInteraction);
    }

    /**
     * Reads the answer's data; nobody publishes in which form the time is told, so each that Zalo uses elsewhere is read.
     *
     * @return empty when it tells no time that can be read
     */
    public static Optional<WindowAnswer> of(JsonNode data, ZoneId zone, Instant now) {
        return time(data.path("last_interaction").asText().strip(), zone)
                .filter(at -> at.isAfter(FIRST) && at.isBefore(now.plus(AHEAD)))
                .map(WindowAnswer::new);
    }

    private static Optional<Instant> time(String told, ZoneId zone) {
        if (told.length() > LONGEST) {
            return Optional.empty();
        }
        if (MILLIS.matcher(told).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(told)));
        }
        if (SECONDS.matcher(told).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(told)));
        }
        try {
            return told.matches("\\d{4}-.*T.*(Z|[+-]\\d{2}:\\d{2})")
                    ? Optional.of(OffsetDateTime.parse(told).toInstant())
                    : day(told).map(day -> day.atTime(clock(told)).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String told) {
        Matcher day = YEAR_FIRST.matcher(told);
        if (day.find()) {
            return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
        }
        Matcher other = DAY_FIRST.matcher(told);
        return other.find()
                ? Optional.of(LocalDate.of(number(other, 3), number(other, 2), number(other, 1)))
                : Optional.empty();
    }

    /** A day without a time may be meant up to its end. */
    private static LocalTime clock(String told) {
        Matcher time = TIME.matcher(told);
        if (!time.find()) {
            return LocalDateTime.MAX.toLocalTime();
        }
        return LocalTime.of(number(time, 1), number(time, 2), time.group(3) == null ? 0 : number(time, 3));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
