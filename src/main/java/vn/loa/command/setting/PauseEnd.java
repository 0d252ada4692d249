package vn.loa.command.setting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.intent.Intent;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.Understanding;

/**
 * Reads the end of a pause as people type it, in folded words: {@code 30/4}, {@code den het 1/5/2026}, {@code 3 ngay},
 * {@code 1 tuan}, {@code ngay mai}. A date means its first moment: on that day news come again.
 */
final class PauseEnd {
    private static final Pattern LASTING =
            Pattern.compile("(?:trong )?(\\d{1,3}) ?(gio|tieng|h|hours?|ngay|d|days?|tuan|weeks?|thang|months?)");
    private static final Pattern DATE =
            Pattern.compile("(?:ngay )?(\\d{1,2}) ?(?:[/.-]|thang) ?(\\d{1,2})(?: ?(?:[/.-]|nam) ?(\\d{4}))?");
    private static final Pattern UNTIL = Pattern.compile("^(?:cho )?(?:den|toi|until)? ?(het )?(.*)$");
    /** The longest pause, in days. A date without a year that lies further ahead is the one that has just passed. */
    private static final int LONGEST = 300;

    private PauseEnd() {}

    /** Returns the end of the pause; empty when it is none, has passed, or lies more than 300 days ahead. */
    static Optional<Instant> read(String folded, ZonedDateTime now) {
        Matcher until = UNTIL.matcher(folded.strip());
        if (!until.matches()) {
            return Optional.empty();
        }
        int whole = until.group(1) == null ? 0 : 1;
        Optional<ZonedDateTime> end = date(until.group(2), folded.matches("(?:cho )?(?:den|toi) .*"), now.toLocalDate())
                .map(day -> day.plusDays(whole).atStartOfDay(now.getZone()))
                .or(() -> lasting(until.group(2), now))
                .or(() -> spoken((whole > 0 ? "hết " : "") + until.group(2), now));
        return end.filter(told -> told.isAfter(now) && told.isBefore(now.plusDays(LONGEST)))
                .map(ZonedDateTime::toInstant);
    }

    /** Returns whether the pause is wanted from a later day on: {@code tu 5/12 den 10/12}. */
    static boolean isLater(String folded) {
        Understanding understood = IntentReader.standard().read("tạm dừng " + folded);
        return understood.intent() == Intent.PAUSE && understood.slots().later();
    }

    /**
     * Reads what people say of an end: {@code thứ hai tuần sau}, {@code hết tuần}. "Mai" alone, which has lost its marks
     * here, may be "mãi".
     */
    private static Optional<ZonedDateTime> spoken(String words, ZonedDateTime now) {
        if (words.matches("(?:.* )?mai")) {
            return Optional.empty();
        }
        Understanding understood = IntentReader.standard().read("tạm dừng đến " + words);
        return understood.intent() == Intent.PAUSE && understood.slots().what().isEmpty()
                ? understood
                        .slots()
                        .until()
                        .flatMap(end -> end.resumes(now.toLocalDate()))
                        .map(day -> day.atStartOfDay(now.getZone()))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String words, boolean named, LocalDate today) {
        if (words.matches("(?:sang )?ngay mai|sang mai|tomorrow") || words.equals("mai") && named) {
            return Optional.of(today.plusDays(1));
        }
        Matcher date = DATE.matcher(words);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(day(date, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher date, LocalDate today) {
        int year = date.group(3) == null ? today.getYear() : Integer.parseInt(date.group(3));
        LocalDate day = LocalDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
        return date.group(3) == null && day.isBefore(today) ? day.plusYears(1) : day;
    }

    private static Optional<ZonedDateTime> lasting(String words, ZonedDateTime now) {
        Matcher lasting = LASTING.matcher(words);
        if (!lasting.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(lasting.group(1));
        return Optional.of(
                switch (lasting.group(2)) {
                    case "gio", "tieng", "h", "hour", "hours" -> now.plusHours(count);
                    case "ngay", "d", "day", "days" -> now.plusDays(count);
                    case "tuan", "week", "weeks" -> now.plusWeeks(count);
                    default -> now.plusMonths(count);
                });
    }
}
