package vn.loa.text.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.loa.text.PlainText;

/** Adds the years that the dates of a list, newest first, do not tell. */
final class MissingYears {
    private static final int FEWEST = 3;
    private static final int LONGEST = 30;
    /** A 29 February was in one of the last years. */
    private static final int YEARS_BACK = 4;

    /** Of a list that goes on, the newest item is not much older than the page; another may be of days to come. */
    private static final Duration NEWEST_WITHIN = Duration.ofDays(60);

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final VietnameseDates dates;
    private final LocalDate today;

    /**
     * Makes the reader of one list.
     *
     * @param today the day on which the list's page was made
     */
    MissingYears(VietnameseDates dates, LocalDate today) {
        this.dates = dates;
        this.today = today;
    }

    /** Returns the lines with their years; as they are when their order does not prove these. */
    List<String> completed(List<String> lines) {
        if (lines.size() < FEWEST
                || lines.stream().allMatch(line -> instant(line).isPresent())) {
            return lines;
        }
        List<String> completed = lines.stream().map(this::completed).toList();
        List<Instant> told = new ArrayList<>();
        completed.forEach(line -> instant(line).ifPresent(told::add));
        boolean proven = told.size() == lines.size() && told.stream().distinct().count() >= FEWEST;
        return proven && isOfNow(told.get(0)) && falls(told) ? completed : lines;
    }

    private boolean isOfNow(Instant newest) {
        Instant page = today.atStartOfDay(dates.zone()).toInstant();
        return newest.isAfter(page.minus(NEWEST_WITHIN));
    }

    /** Between days that are more than a year apart the year in between could be another. */
    private static boolean falls(List<Instant> told) {
        return IntStream.range(1, told.size())
                .mapToObj(at -> Duration.between(told.get(at), told.get(at - 1)))
                .noneMatch(apart -> apart.isNegative() || apart.compareTo(A_YEAR) >= 0);
    }

    private String completed(String line) {
        if (line.isBlank() || line.length() > LONGEST || instant(line).isPresent()) {
            return line;
        }
        return IntStream.range(0, YEARS_BACK + 1)
                .mapToObj(back -> with(line, today.getYear() - back))
                .filter(dated -> instant(dated)
                        .filter(at -> !at.isAfter(
                                today.plusDays(1).atStartOfDay(dates.zone()).toInstant()))
                        .isPresent())
                .findFirst()
                .orElse(line);
    }

    /** Returns a line with a year behind its day and month, {@code 27/11/2026}. */
    static String with(String line, int year) {
        String start = PlainText.start(line, LONGEST);
        String sign = start.replaceFirst("^.*\\d\\s?([/.-])\\s?\\d{1,2}$", "$1");
        return start + (sign.length() == 1 ? sign : " ") + year;
    }

    private Optional<Instant> instant(String line) {
        return dates.read(line).instant();
    }
}
