package vn.loa.text.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/**
 * A date that is told by the time at which its page was made: {@code 20 phút trước}, {@code 2 giờ trước}, {@code hôm qua
 * lúc 15:30}. Minutes are told to the minute; of hours and days only the day is sure. Weeks and months tell no day.
 */
final class RelativeDate {
    private static final Set<String> AGO = Set.of("truoc", "ago");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("giay", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("phut", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("gio", Duration.ofHours(1)),
            Map.entry("tieng", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("ngay", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)));

    /** Words for a whole day, with the days that have gone by. */
    private static final Map<String, Integer> DAYS =
            Map.of("hom nay", 0, "today", 0, "hom qua", 1, "yesterday", 1, "hom kia", 2);

    private static final Set<String> PARTS_OF_DAY = Set.of("sang", "trua", "chieu", "toi", "dem");
    private static final int MOST_DIGITS = 3;

    /** Pages may be made a little before they say they were. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final DateTokens tokens;
    private final ZonedDateTime now;

    /** @param now when the page was made, in the portal's zone */
    RelativeDate(DateTokens tokens, ZonedDateTime now) {
        this.tokens = tokens;
        this.now = now;
    }

    /** Returns what the line tells; empty when it tells no day. */
    Optional<Published> published() {
        return IntStream.range(0, tokens.size())
                .mapToObj(at -> ago(at).or(() -> onDay(at)).or(() -> justNow(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Published> ago(int at) {
        Duration age = Duration.ZERO;
        Duration finest = Duration.ofDays(1);
        int next = at;
        while (tokens.isNumber(next, 1, MOST_DIGITS) && UNITS.containsKey(tokens.text(next + 1))) {
            Duration unit = UNITS.getOrDefault(tokens.text(next + 1), Duration.ZERO);
            age = age.plus(unit.multipliedBy(tokens.number(next)));
            finest = unit.compareTo(finest) < 0 ? unit : finest;
            next += 2;
        }
        boolean before = tokens.isWord(at - 2, "cach") && tokens.isWord(at - 1, "day");
        if (next == at || !(before || tokens.isWord(next, AGO))) {
            return Optional.empty();
        }
        ZonedDateTime then = now.minus(age);
        return Optional.of(
                finest.compareTo(Duration.ofMinutes(1)) <= 0
                        ? Published.at(then.truncatedTo(ChronoUnit.MINUTES).toInstant(), Precision.MINUTE)
                        : day(then.toLocalDate()));
    }

    private Optional<Published> onDay(int at) {
        return daysAgo(at)
                .map(now.toLocalDate()::minusDays)
                .flatMap(day -> time().map(time -> at(day, time)).orElseGet(() -> Optional.of(day(day))));
    }

    /** {@code hôm qua}, {@code chiều qua}, {@code sáng nay}. */
    private Optional<Integer> daysAgo(int at) {
        String pair = tokens.text(at) + " " + tokens.text(at + 1);
        if (tokens.isWord(at, PARTS_OF_DAY)) {
            return tokens.isWord(at + 1, "nay")
                    ? Optional.of(0)
                    : Optional.of(1).filter(yesterday -> tokens.isWord(at + 1, "qua"));
        }
        return Optional.ofNullable(DAYS.get(pair)).or(() -> Optional.ofNullable(DAYS.get(tokens.text(at))));
    }

    private Optional<ClockTime> time() {
        return IntStream.range(0, tokens.size())
                .mapToObj(at -> ClockTime.at(tokens, at))
                .flatMap(Optional::stream)
                .filter(time -> time.sinceMidnight().isPresent())
                .findFirst();
    }

    private Optional<Published> at(LocalDate day, ClockTime time) {
        Instant instant = day.atStartOfDay(now.getZone())
                .plus(time.sinceMidnight().orElseThrow())
                .toInstant();
        return Optional.of(Published.at(instant, time.hasSeconds() ? Precision.SECOND : Precision.MINUTE))
                .filter(told -> !instant.isAfter(now.toInstant().plus(AHEAD)));
    }

    private Optional<Published> justNow(int at) {
        boolean said = (tokens.isWord(at, "vua") && tokens.isWord(at + 1, "xong"))
                || (tokens.isWord(at, "just") && tokens.isWord(at + 1, "now"));
        return Optional.of(now.truncatedTo(ChronoUnit.MINUTES).toInstant())
                .filter(time -> said)
                .map(time -> Published.at(time, Precision.MINUTE));
    }

    private Published day(LocalDate day) {
        return Published.at(day.atStartOfDay(now.getZone()).toInstant(), Precision.DAY);
    }
}
