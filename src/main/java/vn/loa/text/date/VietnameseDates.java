package vn.loa.text.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * impossible day does not roll over, and the time of reading is never taken for it. Takes time in proportion to the
 * length, and looks at the first 500 characters only.
 *
 * <p>Civil dates are day/month/year; a source that writes month/day/year has to say so.
 */
public final class VietnameseDates {
    private static final Set<String> BETWEEN_WORDS = Set.of(
            "luc",
            "vao",
            "hoi",
            "gio",
            "ngay",
            "at",
            "on",
            "t",
            "thu",
            "hai",
            "ba",
            "tu",
            "nam",
            "sau",
            "bay",
            "chu",
            "nhat",
            "cn",
            "mon",
            "tue",
            "wed",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");
    private static final int BETWEEN_AT_MOST = 8;
    private static final Set<String> UPDATE_LABELS = Set.of("nhat", "sua", "updated", "modified", "kien");
    private static final Set<String> PUBLISH_LABELS = Set.of("dang", "xuat", "publish", "published", "posted");
    private static final Set<String> RELATIVE_WORDS =
            Set.of("truoc", "ago", "yesterday", "today", "qua", "nay", "xong");

    private final ZoneId zone;
    private final boolean monthFirst;
    private final List<DatePattern> patterns;

    /** Reads civil dates of a zone. */
    public static VietnameseDates in(ZoneId zone) {
        return new VietnameseDates(zone, false, List.of());
    }

    private VietnameseDates(ZoneId zone, boolean monthFirst, List<DatePattern> patterns) {
        this.zone = Objects.requireNonNull(zone);
        this.monthFirst = monthFirst;
        this.patterns = patterns;
    }

    /** For a portal that writes month/day/year. */
    public VietnameseDates monthFirst() {
        return new VietnameseDates(zone, true, patterns);
    }

    /**
     * Tries these patterns of {@link java.time.format.DateTimeFormatter} on the whole line first.
     *
     * @throws IllegalArgumentException when one is no pattern
     */
    public VietnameseDates withPatterns(List<String> first) {
        return new VietnameseDates(
                zone, monthFirst, first.stream().map(DatePattern::of).toList());
    }

    /** When it was published, as far as the raw text tells. */
    public Published read(String raw) {
        Optional<Published> byPattern = patterns.stream()
                .flatMap(pattern -> pattern.read(PlainText.tidy(raw), zone).stream())
                .findFirst();
        return byPattern.orElseGet(() -> read(new DateTokens(raw)));
    }

    private Published read(DateTokens tokens) {
        List<CivilDate> dates = dates(tokens);
        if (dates.isEmpty()) {
            return isRelative(tokens) ? Published.relative() : Published.unknown();
        }
        CivilDate date = publication(tokens, dates);
        return date.day().map(day -> read(tokens, date, day)).orElse(Published.unknown());
    }

    private List<CivilDate> dates(DateTokens tokens) {
        List<CivilDate> dates = new ArrayList<>();
        Optional<CivilDate> next = CivilDate.find(tokens, 0, monthFirst);
        while (next.isPresent()) {
            dates.add(next.get());
            next = CivilDate.find(tokens, next.get().end(), monthFirst);
        }
        return dates;
    }

    /** The first one, unless it says it is of something else and a later one says it is the publication. */
    private static CivilDate publication(DateTokens tokens, List<CivilDate> dates) {
        CivilDate first = dates.get(0);
        if (!isLabelled(tokens, 0, first.start(), UPDATE_LABELS)) {
            return first;
        }
        for (int i = 1; i < dates.size(); i++) {
            if (isLabelled(tokens, dates.get(i - 1).end(), dates.get(i).start(), PUBLISH_LABELS)) {
                return dates.get(i);
            }
        }
        return first;
    }

    private static boolean isLabelled(DateTokens tokens, int from, int to, Set<String> labels) {
        for (int at = from; at < to; at++) {
            if (tokens.isWord(at, labels)) {
                return true;
            }
        }
        return false;
    }

    private Published read(DateTokens tokens, CivilDate date, LocalDate day) {
        Optional<ClockTime> after = timeAfter(tokens, date);
        Optional<ClockTime> clock = after.or(() -> timeBefore(tokens, date));
        Optional<LocalTime> time = clock.flatMap(ClockTime::time);
        if (time.isEmpty()) {
            return onDay(day);
        }
        Optional<ZoneOffset> offset =
                UtcOffset.at(tokens, clock.get().end()).or(() -> UtcOffset.at(tokens, date.end()));
        Precision precision = clock.get().hasSeconds() ? Precision.SECOND : Precision.MINUTE;
        return at(day.atTime(time.get()), offset, precision);
    }

    private Published at(LocalDateTime told, Optional<ZoneOffset> offset, Precision precision) {
        Instant instant =
                offset.map(told::toInstant).orElseGet(() -> told.atZone(zone).toInstant());
        LocalDateTime here = LocalDateTime.ofInstant(instant, zone);
        return ClockTime.isTold(here.toLocalTime()) ? Published.at(instant, precision) : onDay(here.toLocalDate());
    }

    private Published onDay(LocalDate day) {
        return Published.at(day.atStartOfDay(zone).toInstant(), Precision.DAY);
    }

    private static Optional<ClockTime> timeAfter(DateTokens tokens, CivilDate date) {
        for (int at = date.end(); at <= date.end() + BETWEEN_AT_MOST; at++) {
            Optional<ClockTime> time = ClockTime.at(tokens, at);
            if (time.isPresent()) {
                return time;
            }
            if (!isBetween(tokens, at)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<ClockTime> timeBefore(DateTokens tokens, CivilDate date) {
        for (int at = date.start() - 1; at >= 0; at--) {
            Optional<ClockTime> time = ClockTime.at(tokens, at).filter(t -> isUpTo(tokens, t.end(), date.start()));
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static boolean isUpTo(DateTokens tokens, int from, int to) {
        for (int at = skipOffset(tokens, from); at < to; at++) {
            if (!isBetween(tokens, at)) {
                return false;
            }
        }
        return to - from <= BETWEEN_AT_MOST;
    }

    /** {@code 16:00 (GMT+7) 18/09/2023}. */
    private static int skipOffset(DateTokens tokens, int from) {
        if (UtcOffset.at(tokens, from).isEmpty()) {
            return from;
        }
        int at = from;
        while (tokens.isWord(at) || tokens.isSign(at, "([+-:") || (tokens.isNumber(at) && tokens.isGlued(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBetween(DateTokens tokens, int at) {
        return tokens.isSign(at) || tokens.isWord(at, BETWEEN_WORDS);
    }

    private static boolean isRelative(DateTokens tokens) {
        return Stream.iterate(0, at -> at < tokens.size(), at -> at + 1)
                .anyMatch(at -> tokens.isWord(at, RELATIVE_WORDS) || isJustNow(tokens, at));
    }

    /** {@code vừa mới}, {@code mới đây}, {@code hôm kia}, {@code just now}. */
    private static boolean isJustNow(DateTokens tokens, int at) {
        String pair = tokens.text(at) + " " + tokens.text(at + 1);
        return tokens.isWord(at, "vua")
                || Set.of("moi day", "hom kia", "just now", "bay gio").contains(pair);
    }
}
