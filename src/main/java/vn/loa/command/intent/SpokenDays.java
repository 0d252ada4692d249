package vn.loa.command.intent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.command.intent.NewsDays.Day;

/**
 * Reads days and stretches of days of which people want the news: {@code từ 1/11 đến 10/11}, {@code từ ngày 1/11}, {@code
 * thứ hai tuần trước}, {@code tháng 10}. They may as well be the end of a pause.
 */
final class SpokenDays {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
    private static final Set<String> DAY_WORDS = Set.of("ngay", "mung", "hom");
    static final Set<String> TO = Set.of("den", "toi");
    /** Says that the day, week or month that follows still belongs to it. */
    static final String WHOLE = "het";

    private static final Set<String> NOW = Set.of("nay", "gio");

    private static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("hai", 1),
            Map.entry("2", 1),
            Map.entry("ba", 2),
            Map.entry("3", 2),
            Map.entry("tu", 3),
            Map.entry("4", 3),
            Map.entry("nam", 4),
            Map.entry("5", 4),
            Map.entry("sau", 5),
            Map.entry("6", 5),
            Map.entry("bay", 6),
            Map.entry("7", 6));

    /** Stretches that end of themselves, as they may begin a longer one. */
    private static final Map<String, Day> PERIODS = Map.of(
            "hom nay", new Day.OfPeriod(Period.TODAY, "hôm nay"),
            "hom qua", new Day.OfPeriod(Period.YESTERDAY, "hôm qua"),
            "hom kia", new Day.OfPeriod(Period.BEFORE_YESTERDAY, "hôm kia"),
            "tuan truoc", new Day.OfPeriod(Period.LAST_WEEK, "tuần trước"),
            "thang truoc", new Day.OfPeriod(Period.LAST_MONTH, "tháng trước"));

    private static final Set<String> LAST_WEEK = Set.of("tuan truoc", "tuan roi", "tuan qua");
    private static final Set<String> NEXT_WEEK = Set.of("tuan sau", "tuan toi");
    private static final Set<String> LATEST = Set.of("vua roi", "vua qua", "tuan nay", "hom roi");

    private final Sentence sentence;

    private SpokenDays(Sentence sentence) {
        this.sentence = sentence;
    }

    /**
     * A day that was found.
     *
     * @param until the same as an end that lies ahead
     * @param to the position after its last word
     */
    private record Found(Day day, Until until, int to) {
        /** The end of a stretch of days belongs to it. */
        Until whole() {
            return day instanceof Day.OfPeriod ? until : until.withDay();
        }
    }

    /** Reads the days that begin at a position. */
    static Optional<Tag> at(Sentence sentence, int from) {
        SpokenDays days = new SpokenDays(sentence);
        return days.range(from)
                .or(() -> days.single(from)
                        .map(found -> Tag.days(NewsDays.of(found.day()), found.until(), from, found.to())));
    }

    private String folded(int at) {
        return at < sentence.size() ? sentence.word(at).folded() : "";
    }

    private String two(int at) {
        return folded(at) + " " + folded(at + 1);
    }

    private Optional<Integer> number(int at) {
        return at < sentence.size() && sentence.word(at).isNumber()
                ? Optional.of(Integer.parseInt(sentence.word(at).lower()))
                : Optional.empty();
    }

    /** Reads {@code từ … đến …}, {@code từ …} and {@code … đến …} between dates. */
    private Optional<Tag> range(int at) {
        boolean from = folded(at).equals("tu") && !sentence.word(at).lower().equals("tư");
        int begin = from ? at + 1 : at;
        Optional<Found> first = single(begin).or(() -> from ? period(begin) : Optional.empty());
        Optional<Tag> both =
                (from ? ofNumbers(at) : Optional.<Tag>empty()).or(() -> first.flatMap(found -> end(at, found)));
        return both.or(() -> first.filter(found -> from).map(found -> {
            int now = TO.contains(folded(found.to())) && NOW.contains(folded(found.to() + 1))
                    ? found.to() + 2
                    : found.to();
            return Tag.days(new NewsDays(found.day(), Optional.empty(), true), found.until(), at, now);
        }));
    }

    private Optional<Tag> end(int at, Found first) {
        return afterTo(first.to())
                .flatMap(this::endpoint)
                .map(last -> Tag.days(
                        new NewsDays(first.day(), Optional.of(last.day()), false), last.whole(), at, last.to()));
    }

    private Optional<Found> endpoint(int at) {
        return single(at).or(() -> period(at));
    }

    /** Returns the position after "đến", "cho tới", "đến hết". */
    private Optional<Integer> afterTo(int at) {
        int to = folded(at).equals("cho") ? at + 1 : at;
        int end = folded(to + 1).equals(WHOLE) ? to + 2 : to + 1;
        return TO.contains(folded(to)) ? Optional.of(end) : Optional.empty();
    }

    /** Reads {@code từ 1 đến 10/11}, {@code từ ngày 1 đến ngày 10/11}: the month is told once. */
    private Optional<Tag> ofNumbers(int at) {
        int begin = DAY_WORDS.contains(folded(at + 1)) ? at + 2 : at + 1;
        Optional<Integer> day = number(begin).filter(each -> each >= 1 && each <= 31);
        Optional<Found> last = day.flatMap(each -> afterTo(begin + 1)).flatMap(this::single);
        return last.filter(found -> found.day() instanceof Day.OfDate).map(found -> {
            Day.OfDate end = (Day.OfDate) found.day();
            return Tag.days(
                    new NewsDays(before(end, day.orElseThrow()), Optional.of(end), false),
                    found.whole(),
                    at,
                    found.to());
        });
    }

    /** The month of the end, or the one before where the day is a later one: {@code từ 25 đến 5/11}. */
    private static Day before(Day.OfDate end, int day) {
        if (end.month() == 0 || day <= end.day()) {
            return new Day.OfDate(day, end.month(), end.year());
        }
        boolean january = end.month() == 1;
        return new Day.OfDate(
                day, january ? 12 : end.month() - 1, january && end.year() > 0 ? end.year() - 1 : end.year());
    }

    private Optional<Found> single(int at) {
        return date(at).or(() -> spelledDate(at)).or(() -> weekday(at)).or(() -> month(at));
    }

    private Optional<Found> date(int from) {
        int at = DAY_WORDS.contains(folded(from)) ? from + 1 : from;
        Matcher date = DATE.matcher(folded(at));
        return date.matches()
                ? Optional.of(date(integer(date.group(1)), integer(date.group(2)), year(date.group(3)), at + 1))
                : Optional.empty();
    }

    private static int integer(String digits) {
        return Integer.parseInt(digits);
    }

    private static int year(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return digits.length() == 2 ? 2000 + integer(digits) : integer(digits);
    }

    private static Found date(int day, int month, int year, int to) {
        return new Found(new Day.OfDate(day, month, year), Until.date(day, month), to);
    }

    /** Reads {@code ngày 20 tháng 11 năm 2026} and {@code ngày 20}. */
    private Optional<Found> spelledDate(int from) {
        boolean named = DAY_WORDS.contains(folded(from));
        int at = named ? from + 1 : from;
        Optional<Integer> day = number(at).filter(each -> each >= 1 && each <= 31);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> month = folded(at + 1).equals("thang") ? number(at + 2) : Optional.empty();
        if (month.isPresent()) {
            int year = folded(at + 3).equals("nam") ? number(at + 4).orElse(0) : 0;
            return Optional.of(date(day.get(), month.get(), year, year > 0 ? at + 5 : at + 3));
        }
        boolean alone = named && !CalendarDays.TURNS.contains(folded(at + 1));
        return alone ? Optional.of(date(day.get(), 0, 0, at + 1)) : Optional.empty();
    }

    private Optional<Found> weekday(int at) {
        boolean sunday = Set.of("chu nhat", "chua nhat").contains(two(at));
        Optional<Integer> day = sunday
                ? Optional.of(7)
                : Optional.ofNullable(folded(at).equals("thu") ? WEEKDAYS.get(folded(at + 1)) : null);
        return day.flatMap(number -> weekday(number, two(at + 2), at + 2));
    }

    /** A weekend alone is that of each week. */
    private static Optional<Found> weekday(int number, String week, int to) {
        if (LAST_WEEK.contains(week)) {
            return Optional.of(new Found(new Day.OfWeekday(number, true), Until.weekday(number), to + 2));
        } else if (NEXT_WEEK.contains(week)) {
            return Optional.of(new Found(new Day.OfWeekday(number, false), Until.weekdayOfNextWeek(number), to + 2));
        }
        boolean latest = LATEST.contains(week);
        return number > 5 && !latest
                ? Optional.empty()
                : Optional.of(new Found(new Day.OfWeekday(number, false), Until.weekday(number), latest ? to + 2 : to));
    }

    private Optional<Found> month(int at) {
        if (!folded(at).equals("thang")) {
            return Optional.empty();
        }
        Matcher dated = MONTH.matcher(folded(at + 1));
        if (dated.matches()) {
            return ofMonth(integer(dated.group(1)), integer(dated.group(2)), at + 2);
        }
        int year = folded(at + 2).equals("nam") ? number(at + 3).orElse(0) : 0;
        return number(at + 1).flatMap(month -> ofMonth(month, year, year > 0 ? at + 4 : at + 2));
    }

    private static Optional<Found> ofMonth(int month, int year, int to) {
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(new Found(new Day.OfMonth(month, year), Until.month(month), to));
    }

    private Optional<Found> period(int at) {
        return Optional.ofNullable(PERIODS.get(two(at)))
                .map(day -> new Found(day, Until.of(Until.Unit.TOMORROW), at + 2));
    }
}
