package vn.loa.command.announce;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.Folding;

/**
 * Reads when an announcement is to go: {@code 7h sáng mai}, {@code 14:30 thứ hai}, {@code 8 giờ rưỡi ngày 20/9},
 * {@code 30 phút nữa}. Pure.
 */
final class SendTime {
    /** Whoever plans further ahead has mistaken the date. */
    private static final Duration FURTHEST = Duration.ofDays(60);

    private static final int LONGEST = 80;
    private static final Pattern CLOCK = Pattern.compile("\\b(\\d{1,2}) ?(?:gio|h|g|:) ?(?:(\\d{2})\\b|(ruoi)\\b)?");
    private static final Pattern HALF = Pattern.compile("\\b(sang|trua|chieu|toi|dem)\\b");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}))?\\b");
    private static final Pattern MONTHLY = Pattern.compile("\\bngay (\\d{1,2}) (?:hang|moi) thang\\b");
    private static final Pattern SOON =
            Pattern.compile("^(?:sau )?(\\d{1,3}) ?(phut|gio|tieng)(?: dong ho)?(?: nua)?$");
    private static final Map<String, Integer> DAYS = Map.of("hom nay", 0, "mai", 1, "mot", 2, "ngay kia", 2);
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "thu hai", DayOfWeek.MONDAY,
            "thu ba", DayOfWeek.TUESDAY,
            "thu tu", DayOfWeek.WEDNESDAY,
            "thu nam", DayOfWeek.THURSDAY,
            "thu sau", DayOfWeek.FRIDAY,
            "thu bay", DayOfWeek.SATURDAY,
            "chu nhat", DayOfWeek.SUNDAY);

    private SendTime() {}

    /** Returns the time; empty when none is told, or it has passed or lies more than 60 days ahead. */
    static Optional<Instant> read(String words, ZonedDateTime now) {
        String folded = Folding.fold(words.strip());
        if (folded.length() > LONGEST) {
            return Optional.empty();
        }
        return soon(folded, now)
                .or(() -> at(folded, now))
                .filter(time -> time.isAfter(now) && time.isBefore(now.plus(FURTHEST)))
                .map(ZonedDateTime::toInstant);
    }

    private static Optional<ZonedDateTime> soon(String words, ZonedDateTime now) {
        Matcher soon = SOON.matcher(words);
        boolean relative = soon.matches() && (words.startsWith("sau ") || words.endsWith(" nua"));
        if (!relative) {
            return Optional.empty();
        }
        int count = Integer.parseInt(soon.group(1));
        return Optional.of(soon.group(2).equals("phut") ? now.plusMinutes(count) : now.plusHours(count));
    }

    private static Optional<ZonedDateTime> at(String words, ZonedDateTime now) {
        Optional<LocalTime> time = clock(DATE.matcher(words).replaceAll(" "));
        if (time.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> told = day(words, now.toLocalDate()).or(() -> monthly(words, now, time.get()));
        ZonedDateTime today = now.toLocalDate().atTime(time.get()).atZone(now.getZone());
        return told.map(day -> day.atTime(time.get()).atZone(now.getZone()))
                .or(() -> DATE.matcher(words).find()
                        ? Optional.empty()
                        : Optional.of(today.isAfter(now) ? today : today.plusDays(1)));
    }

    private static Optional<LocalTime> clock(String words) {
        Matcher clock = CLOCK.matcher(words);
        if (!clock.find()) {
            return Optional.empty();
        }
        int hour = inHalf(Integer.parseInt(clock.group(1)), HALF.matcher(words));
        int minute = clock.group(3) != null ? 30 : clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static int inHalf(int hour, Matcher half) {
        if (!half.find() || hour >= 12) {
            return hour;
        }
        return switch (half.group(1)) {
            case "chieu", "toi" -> hour + 12;
            case "trua" -> hour < 10 ? hour + 12 : hour;
            case "dem" -> hour >= 6 ? hour + 12 : hour;
            default -> hour;
        };
    }

    private static Optional<LocalDate> day(String words, LocalDate today) {
        Matcher date = DATE.matcher(words);
        if (date.find()) {
            return date(date, today);
        }
        Optional<LocalDate> weekday = WEEKDAYS.entrySet().stream()
                .filter(each -> words.contains(each.getKey()))
                .findFirst()
                .map(each -> today.with(TemporalAdjusters.next(each.getValue())));
        return weekday.or(() -> DAYS.entrySet().stream()
                .filter(each -> words.matches(".*\\b" + each.getKey() + "\\b.*"))
                .findFirst()
                .map(each -> today.plusDays(each.getValue())));
    }

    /** "ngày 5 hằng tháng": the first such day whose time has not passed. */
    private static Optional<LocalDate> monthly(String words, ZonedDateTime now, LocalTime time) {
        Matcher monthly = MONTHLY.matcher(words);
        int day = monthly.find() ? Integer.parseInt(monthly.group(1)) : 0;
        if (day < 1 || day > 28) {
            return Optional.empty();
        }
        LocalDate here = now.toLocalDate().withDayOfMonth(day);
        return Optional.of(here.atTime(time).atZone(now.getZone()).isAfter(now) ? here : here.plusMonths(1));
    }

    private static Optional<LocalDate> date(Matcher date, LocalDate today) {
        try {
            int year = date.group(3) == null ? today.getYear() : Integer.parseInt(date.group(3));
            LocalDate day = LocalDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
            return Optional.of(date.group(3) == null && day.isBefore(today) ? day.plusYears(1) : day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
