package vn.loa.text.date;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.text.PlainText;

/**
 * Reads the dates that portals and feeds print. A date is never guessed: what cannot be read has no instant, an
 * impossible day does not roll over, and the time of reading is never taken for it; what is told relative to it is
 * read only where it is known when the page was made. Takes time in proportion to the
 * length, and looks at the first 500 characters only.
 *
 * <p>Civil dates are day/month/year, unless a source's rules say month/day/year, the line can only be read that way, it
 * is written as American systems do, or the other dates of its list settle it.
 */
public final class VietnameseDates {
    /** More say nothing more about the order of day and month. */
    private static final int MOST_LINES = 500;

    private static final Set<String> RELATIVE_WORDS =
            Set.of("truoc", "ago", "yesterday", "today", "qua", "nay", "xong");

    private static final Set<String> RELATIVE_PAIRS = Set.of(
            "moi day",
            "hom kia",
            "cach day",
            "just now",
            "bay gio",
            "nam ngoai",
            "last week",
            "last month",
            "last year");

    private static final int LEAP_YEAR = 2024;

    /** A portal's clock may be ahead, or print Hanoi's time as that of Greenwich. */
    private static final Duration AHEAD_AT_MOST = Duration.ofDays(1);

    private final ZoneId zone;
    private final DateOrder order;
    private final List<DatePattern> patterns;
    private final Optional<InstantSource> clock;
    private final Optional<Instant> servedAt;

    /** Reads civil dates of a zone. */
    public static VietnameseDates in(ZoneId zone) {
        return new VietnameseDates(zone, DateOrder.UNSETTLED, List.of(), Optional.empty(), Optional.empty());
    }

    private VietnameseDates(
            ZoneId zone,
            DateOrder order,
            List<DatePattern> patterns,
            Optional<InstantSource> clock,
            Optional<Instant> servedAt) {
        this.zone = Objects.requireNonNull(zone);
        this.order = order;
        this.patterns = patterns;
        this.clock = clock;
        this.servedAt = servedAt;
    }

    /** Returns the same reader for a portal that writes month/day/year. */
    public VietnameseDates monthFirst() {
        return new VietnameseDates(zone, DateOrder.MONTH_FIRST_ALWAYS, patterns, clock, servedAt);
    }

    /**
     * Tries these patterns of {@link java.time.format.DateTimeFormatter} on the whole line first.
     *
     * @throws IllegalArgumentException when one is no pattern
     */
    public VietnameseDates withPatterns(List<String> first) {
        return new VietnameseDates(
                zone, order, first.stream().map(DatePattern::of).toList(), clock, servedAt);
    }

    /**
     * Returns the same reader, which rejects dates more than a day ahead of a clock; nothing is published before its
     * time.
     */
    public VietnameseDates believing(InstantSource now) {
        return new VietnameseDates(zone, order, patterns, Optional.of(now), servedAt);
    }

    /**
     * Returns the same reader for a page that was made at this time, to which {@code 2 giờ trước} and {@code hôm qua}
     * are relative; without a time these tell no instant.
     */
    public VietnameseDates relativeTo(Optional<Instant> time) {
        return new VietnameseDates(zone, order, patterns, clock, time);
    }

    /**
     * Settles the order of day and month for all dates of one list or feed by those that can be read in one order only,
     * by AM and PM as American systems write them, and by days that one order puts into the future. Leaves the order
     * alone where a portal's rules told it.
     *
     * @param lines the dates of the list as written
     */
    public VietnameseDates settledBy(Stream<String> lines) {
        if (order != DateOrder.UNSETTLED) {
            return this;
        }
        OrderEvidence evidence =
                new OrderEvidence(day -> isToCome(day.atStartOfDay(zone).toInstant()));
        lines.distinct()
                .limit(MOST_LINES)
                .filter(line -> byPattern(line).isEmpty())
                .forEach(line -> DateLine.in(new DateTokens(line)).ifPresent(evidence::add));
        return new VietnameseDates(zone, evidence.order(), patterns, clock, servedAt);
    }

    /**
     * Completes the lines of a list that tell a day and a month only, {@code 27/11}, by the latest year in which they are
     * not to come. Leaves all as they are where the list is not proven to stand newest first by days of three at least, the first
     * of the last 60 days, or nobody knows when its page was made.
     *
     * @param lines the dates as written, in the list's order
     */
    public List<String> withYears(List<String> lines) {
        return servedAt.map(now -> new MissingYears(this, now.atZone(zone).toLocalDate()).completed(lines))
                .orElse(lines);
    }

    /** Returns whether nothing but the year is missing in a line that tells no day. */
    public boolean isWithoutYear(String line) {
        return read(line).instant().isEmpty()
                && read(MissingYears.with(line, LEAP_YEAR)).instant().isPresent();
    }

    /** Reads the time of publication, as far as the raw text has it. */
    public Published read(String raw) {
        Published told = byPattern(raw)
                .or(() -> BareTimestamp.of(PlainText.tidy(raw)).flatMap(number -> number.read(zone)))
                .orElseGet(() -> read(new DateTokens(raw)));
        return told.instant().filter(this::isToCome).isPresent() ? Published.unknown() : told;
    }

    /** Reads the time of publication as if any offset that is named were that of the portal. */
    Published readAsShown(String raw) {
        Published told = DateLine.in(new DateTokens(raw))
                .map(DateLine::withoutOffset)
                .flatMap(line -> line.day(order).map(day -> read(line, day)))
                .orElse(Published.unknown());
        return told.instant().filter(this::isToCome).isPresent() ? Published.unknown() : told;
    }

    ZoneId zone() {
        return zone;
    }

    private Optional<Published> byPattern(String raw) {
        if (patterns.isEmpty()) {
            return Optional.empty();
        }
        String line = PlainText.tidy(raw);
        return patterns.stream()
                .flatMap(pattern -> pattern.read(line, zone).stream())
                .findFirst();
    }

    private boolean isToCome(Instant instant) {
        return clock.filter(now -> Duration.between(now.instant(), instant).compareTo(AHEAD_AT_MOST) > 0)
                .isPresent();
    }

    private Published read(DateTokens tokens) {
        Optional<DateLine> line = DateLine.in(tokens);
        if (line.isEmpty()) {
            return isRelative(tokens) ? relative(tokens) : Published.unknown();
        }
        return line.get().day(order).map(day -> read(line.get(), day)).orElse(Published.unknown());
    }

    private Published read(DateLine line, LocalDate day) {
        Optional<Duration> time = line.time().flatMap(ClockTime::sinceMidnight);
        if (time.isEmpty()) {
            return onDay(day);
        }
        boolean seconds = line.time().filter(ClockTime::hasSeconds).isPresent();
        ZoneId there = line.zone().map(UtcOffset::zone).orElse(zone);
        Instant instant = day.atStartOfDay().plus(time.get()).atZone(there).toInstant();
        return at(instant, seconds ? Precision.SECOND : Precision.MINUTE);
    }

    private Published at(Instant instant, Precision precision) {
        LocalDateTime here = LocalDateTime.ofInstant(instant, zone);
        return ClockTime.isTold(here.toLocalTime()) ? Published.at(instant, precision) : onDay(here.toLocalDate());
    }

    private Published onDay(LocalDate day) {
        return Published.at(day.atStartOfDay(zone).toInstant(), Precision.DAY);
    }

    private Published relative(DateTokens tokens) {
        return servedAt.flatMap(now -> new RelativeDate(tokens, now.atZone(zone)).published())
                .orElseGet(Published::relative);
    }

    private static boolean isRelative(DateTokens tokens) {
        return Stream.iterate(0, at -> at < tokens.size(), at -> at + 1)
                .anyMatch(at -> tokens.isWord(at, RELATIVE_WORDS) || isJustNow(tokens, at));
    }

    /** {@code vừa mới}, {@code mới đây}, {@code hôm kia}, {@code just now}, {@code năm ngoái}. */
    private static boolean isJustNow(DateTokens tokens, int at) {
        String pair = tokens.text(at) + " " + tokens.text(at + 1);
        return tokens.isWord(at, "vua") || RELATIVE_PAIRS.contains(pair);
    }
}
