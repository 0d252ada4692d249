package vn.loa.command.inquiry;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.store.delivery.Repetition;
import vn.loa.text.Folding;

/**
 * The rhythm in which a question is asked again, with its day and time, as people write it: {@code hằng tuần thứ sáu 7h30},
 * {@code hằng tháng ngày 5 lúc 8 giờ}. What is not told is as at the first sending.
 *
 * @param often weekly or monthly
 * @param weekday of a weekly one
 * @param day of the month of a monthly one, 1 to 31; in a shorter month its last day
 */
record InquiryTiming(Repetition often, Optional<DayOfWeek> weekday, Optional<Integer> day, Optional<LocalTime> time) {
    private static final int LONGEST = 60;
    private static final List<String> WEEKDAYS = List.of("hai", "ba", "tu", "nam", "sau", "bay");
    private static final List<String> NUMBERS = List.of(
            "khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai");
    private static final String HOUR = "\\d{1,2}|muoi mot|muoi hai|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin";

    private static final Pattern EVERY =
            Pattern.compile("(?<![a-z])(?:lap lai )?(?:(?:vao )?(?:hang|moi) (?<often>tuan|thang))(?![a-z])");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?<![a-z])(?:vao )?(?:cac |moi )?(?:thu (?<name>hai|ba|tu|nam|sau|bay|[2-7])|(?<sunday>chu nhat|cn))(?![a-z\\d])");
    private static final Pattern LAST_DAY =
            Pattern.compile("(?<![a-z])(?:vao )?ngay cuoi(?: cung)?(?: thang)?(?![a-z])");
    private static final Pattern DAY = Pattern.compile(
            "(?<![a-z])(?:vao )?ngay (?:mung |mong )?(?<day>\\d{1,2})(?! ?(?:h|g|gio|:)(?![a-z]))(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?<![a-z\\d])(?:vao )?(?:luc )?(?:(?<before>sang|trua|chieu|toi) )?(?<hour>" + HOUR
                    + ") ?(?:h|g|gio|:) ?(?:(?<minute>\\d{2})(?: ?(?:p|phut))?|(?<half>ruoi))?(?: (?<part>sang|trua|chieu|toi))?(?![a-z\\d])");

    /** A wish that cannot be fulfilled, of which something can be said. */
    static final InquiryTiming UNCLEAR =
            new InquiryTiming(Repetition.DAILY, Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads these words; empty when they say more than when a question is to be asked again, {@link #UNCLEAR} when there
     * is no such day or time.
     */
    static Optional<InquiryTiming> read(String words) {
        String folded = Folding.fold(words.strip());
        Matcher every = EVERY.matcher(folded);
        if (folded.length() > LONGEST || !every.find()) {
            return Optional.empty();
        }
        boolean weekly = every.group("often").equals("tuan");
        StringBuilder rest = new StringBuilder(folded);
        blank(rest, every);
        Matcher time = TIME.matcher(rest);
        Optional<Optional<LocalTime>> at = time.find() ? Optional.of(time(time)) : Optional.empty();
        at.ifPresent(told -> blank(rest, time));
        Matcher weekday = WEEKDAY.matcher(rest);
        Optional<DayOfWeek> onWeekday = weekday.find() ? Optional.of(weekday(weekday)) : Optional.empty();
        onWeekday.ifPresent(told -> blank(rest, weekday));
        Optional<Integer> onDay = day(rest);
        if (!rest.toString().replaceAll("[ ,.;]", "").isEmpty()) {
            return Optional.empty();
        }
        boolean possible = at.map(Optional::isPresent).orElse(true)
                && (weekly ? onDay.isEmpty() : onWeekday.isEmpty())
                && onDay.map(day -> day >= 1 && day <= 31).orElse(true);
        Repetition often = weekly ? Repetition.WEEKLY : Repetition.MONTHLY;
        return Optional.of(possible ? new InquiryTiming(often, onWeekday, onDay, at.flatMap(told -> told)) : UNCLEAR);
    }

    private static void blank(StringBuilder rest, Matcher found) {
        for (int i = found.start(); i < found.end(); i++) {
            rest.setCharAt(i, ' ');
        }
    }

    private static Optional<Integer> day(StringBuilder rest) {
        Matcher last = LAST_DAY.matcher(rest);
        if (last.find()) {
            blank(rest, last);
            return Optional.of(31);
        }
        Matcher day = DAY.matcher(rest);
        if (!day.find()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(day.group("day"));
        blank(rest, day);
        return Optional.of(number);
    }

    private static DayOfWeek weekday(Matcher told) {
        if (told.group("sunday") != null) {
            return DayOfWeek.SUNDAY;
        }
        int named = WEEKDAYS.indexOf(told.group("name"));
        return DayOfWeek.of(named >= 0 ? named + 1 : Integer.parseInt(told.group("name")) - 1);
    }

    private static Optional<LocalTime> time(Matcher told) {
        String word = told.group("hour");
        int hour = NUMBERS.contains(word) ? NUMBERS.indexOf(word) : Integer.parseInt(word);
        int minute = told.group("half") != null
                ? 30
                : told.group("minute") == null ? 0 : Integer.parseInt(told.group("minute"));
        String part = told.group("part") == null ? told.group("before") : told.group("part");
        boolean later = part != null
                && hour < 12
                && (part.equals("chieu") || part.equals("toi") || part.equals("trua") && hour < 10);
        int civil = later ? hour + 12 : hour;
        return civil < 24 && minute < 60 ? Optional.of(LocalTime.of(civil, minute)) : Optional.empty();
    }

    /**
     * Returns the time from which the rounds are counted: a time that is over, on a day of that number.
     *
     * @param sent when the question was sent first
     */
    Instant anchor(Instant sent, Instant now, ZoneId zone) {
        if (weekday.isEmpty() && day.isEmpty() && time.isEmpty()) {
            return sent;
        }
        ZonedDateTime first = sent.atZone(zone);
        LocalTime at = time.orElse(first.toLocalTime());
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = often == Repetition.WEEKLY
                ? today.with(TemporalAdjusters.previousOrSame(weekday.orElse(first.getDayOfWeek())))
                : lastOfMonth(today, day.orElse(first.getDayOfMonth()));
        ZonedDateTime over = last.atTime(at).atZone(zone);
        return over.toInstant().isAfter(now)
                ? before(last, first).atTime(at).atZone(zone).toInstant()
                : over.toInstant();
    }

    private LocalDate before(LocalDate date, ZonedDateTime first) {
        return often == Repetition.WEEKLY
                ? date.minusWeeks(1)
                : lastOfMonth(date.minusDays(1), day.orElse(first.getDayOfMonth()));
    }

    /** Returns the last such day up to a day; months that are too short have none. */
    private static LocalDate lastOfMonth(LocalDate upTo, int day) {
        YearMonth month = YearMonth.from(upTo);
        while (month.lengthOfMonth() < day || month.atDay(day).isAfter(upTo)) {
            month = month.minusMonths(1);
        }
        return month.atDay(day);
    }
}
