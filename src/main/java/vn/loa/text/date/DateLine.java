package vn.loa.text.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A date and the time beside it, as they stand in a line.
 *
 * @param tokens the line
 * @param date the day of publication, by its label where there are several
 * @param time the time that belongs to it
 * @param zone where that time holds, as far as the line tells
 */
record DateLine(DateTokens tokens, CivilDate date, Optional<ClockTime> time, Optional<UtcOffset> zone) {
    private static final Set<String> BETWEEN_WORDS = Set.of(
            "luc",
            "vao",
            "hoi",
            "gio",
            "ngay",
            "dang",
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
    private static final Set<String> WEEKDAY_WORDS = Set.of("thu", "t");
    private static final Set<String> UPDATE_LABELS = Set.of("nhat", "sua", "updated", "modified", "kien");
    private static final Set<String> PUBLISH_LABELS = Set.of("dang", "xuat", "publish", "published", "posted");
    private static final Set<String> POSTED_AT = Set.of("luc", "ngay", "tin", "tai", "vao");
    private static final int FULL_YEAR = 4;

    /** Returns the publication as a line tells it; empty when no day is written there. */
    static Optional<DateLine> in(DateTokens tokens) {
        List<CivilDate> dates = dates(tokens);
        return dates.isEmpty() ? Optional.empty() : Optional.of(of(tokens, publication(tokens, dates)));
    }

    private static DateLine of(DateTokens tokens, CivilDate date) {
        Optional<ClockTime> time = timeAfter(tokens, date).or(() -> timeBefore(tokens, date));
        Optional<UtcOffset> zone =
                time.flatMap(told -> UtcOffset.at(tokens, told.end()).or(() -> UtcOffset.at(tokens, date.end())));
        return new DateLine(tokens, date, time, zone);
    }

    /**
     * Returns whether it is written as American systems do by default, {@code 3/9/2026 4:05:00 PM}: with AM or PM and
     * without a zero in front of anything, a time without seconds right behind the day. {@code 03/09/2026 04:05 PM} is
     * what portals write that name the day first.
     */
    boolean isAmerican() {
        int start = date.start();
        boolean single = tokens.isNumber(start, 1, 1) || tokens.isNumber(start + 2, 1, 1);
        boolean padded = isPadded(start) || isPadded(start + 2);
        return date.isNumeric()
                && tokens.isSign(start + 1, "/")
                && !padded
                && time.filter(told -> isAmerican(told, single)).isPresent();
    }

    private boolean isAmerican(ClockTime told, boolean single) {
        boolean singleHour = tokens.isNumber(told.start(), 1, 1) && told.hasSeconds();
        return told.isEnglish(tokens)
                && (told.hasSeconds() || isRightBehind(told))
                && !isPadded(told.start())
                && tokens.number(told.start()) <= 12
                && (single || singleHour);
    }

    private boolean isRightBehind(ClockTime told) {
        int next = tokens.isSign(date.end(), ",") ? date.end() + 1 : date.end();
        return told.start() == next;
    }

    /** Returns the day that the line means; of two that it may mean, the one with the day of the week that is named. */
    Optional<LocalDate> day(DateOrder order) {
        boolean open = order == DateOrder.UNSETTLED || order == DateOrder.CONTRADICTED;
        return (open ? named() : Optional.<LocalDate>empty()).or(() -> order.day(date, isAmerican()));
    }

    /** Returns the only one of two days that is the day of the week which is named beside it. */
    Optional<LocalDate> named() {
        Optional<DayOfWeek> weekday = date.isAmbiguous() ? WeekdayNames.beside(tokens, date) : Optional.empty();
        return weekday.flatMap(name -> {
            List<LocalDate> fitting = Stream.of(date.day(), date.monthFirst())
                    .flatMap(Optional::stream)
                    .filter(day -> day.getDayOfWeek() == name)
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
        });
    }

    /** Returns the same line, whatever offset it names. */
    DateLine withoutOffset() {
        return new DateLine(tokens, date, time, Optional.empty());
    }

    private boolean isPadded(int at) {
        return tokens.text(at).startsWith("0");
    }

    private static List<CivilDate> dates(DateTokens tokens) {
        List<CivilDate> dates = new ArrayList<>();
        Optional<CivilDate> next = CivilDate.find(tokens, 0);
        while (next.isPresent()) {
            dates.add(next.get());
            next = CivilDate.find(tokens, next.get().end());
        }
        return dates;
    }

    /** The first one, unless it says it is of something else and a later one says it is the publication. */
    private static CivilDate publication(DateTokens tokens, List<CivilDate> dates) {
        CivilDate first = dates.get(0);
        if (isTimeWithDots(tokens, first) && dates.size() > 1) {
            return dates.get(1);
        }
        return IntStream.range(1, dates.size())
                .filter(i -> isPublication(tokens, dates, i))
                .mapToObj(dates::get)
                .findFirst()
                .orElse(first);
    }

    private static boolean isPublication(DateTokens tokens, List<CivilDate> dates, int i) {
        int from = dates.get(i - 1).end();
        int to = dates.get(i).start();
        int first = dates.get(0).start();
        boolean updated = tokens.isAnyWord(0, first, UPDATE_LABELS) && tokens.isAnyWord(from, to, PUBLISH_LABELS);
        return updated || (isLabelled(tokens, from, to) && !isLabelled(tokens, 0, first));
    }

    /** {@code Ngày đăng}, {@code Đăng lúc}, {@code Xuất bản}; the Party, {@code Đảng}, folds to the same word. */
    private static boolean isLabelled(DateTokens tokens, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean posted = tokens.isWord(at, "dang")
                    && (tokens.isWord(at + 1, POSTED_AT)
                            || tokens.isSign(at + 1, ":")
                            || tokens.isWord(at - 1, "ngay"));
            if (posted || (tokens.isWord(at, "xuat") && tokens.isWord(at + 1, "ban"))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 16.05.30 18/09/2023}. */
    private static boolean isTimeWithDots(DateTokens tokens, CivilDate date) {
        return ClockTime.at(tokens, date.start())
                        .filter(time -> time.end() >= date.end())
                        .isPresent()
                && tokens.digits(date.end() - 1) < FULL_YEAR;
    }

    private static Optional<ClockTime> timeAfter(DateTokens tokens, CivilDate date) {
        int start = skipOffset(tokens, date.end());
        for (int at = start; at <= start + BETWEEN_AT_MOST; at++) {
            Optional<ClockTime> time = timeAt(tokens, at);
            if (time.isPresent()) {
                return time;
            }
            if (!isBetween(tokens, at)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<ClockTime> timeAt(DateTokens tokens, int at) {
        return ClockTime.at(tokens, at).or(() -> ClockTime.shortWithDot(tokens, at));
    }

    private static Optional<ClockTime> timeBefore(DateTokens tokens, CivilDate date) {
        for (int at = date.start() - 1; at >= 0; at--) {
            Optional<ClockTime> time = timeAt(tokens, at).filter(t -> isUpTo(tokens, t.end(), date.start()));
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static boolean isUpTo(DateTokens tokens, int from, int to) {
        int start = skipOffset(tokens, from);
        for (int at = start; at < to; at++) {
            if (!isBetween(tokens, at)) {
                return false;
            }
        }
        return to - start <= BETWEEN_AT_MOST;
    }

    /** {@code 16:00 (GMT+7) 18/09/2023}, {@code 18/09/2023 (GMT+7) 16:00}. */
    private static int skipOffset(DateTokens tokens, int from) {
        return UtcOffset.at(tokens, from).map(UtcOffset::end).orElse(from);
    }

    private static boolean isBetween(DateTokens tokens, int at) {
        boolean weekday = tokens.isNumber(at, 1, 1) && tokens.isWord(at - 1, WEEKDAY_WORDS);
        return weekday || tokens.isSign(at) || tokens.isWord(at, BETWEEN_WORDS);
    }
}
