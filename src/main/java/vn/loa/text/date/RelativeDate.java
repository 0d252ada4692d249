package vn.loa.text.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/**
 * A date that is told by the time at which its page was made: {@code 20 phút trước}, {@code 2 giờ trước}, {@code hôm qua
 * lúc 15:30}. Minutes are told to the minute; of hours and days only the day is sure. Weeks, months and years are read
 * as the latest day that they may mean, by which nothing recent is taken for old.
 */
final class RelativeDate {
    private static final Set<String> AGO = Set.of("truoc", "ago");
    private static final Set<String> ABOUT = Set.of("khoang", "hon", "gan", "tam", "chung");
    /** Of these many nothing can be counted. */
    private static final Set<String> SOME = Set.of("vai", "may", "nua", "nhieu", "nhung", "cac", "bao");

    private static final Map<String, ChronoUnit> UNITS = units(Map.of(
            ChronoUnit.SECONDS, "giay second seconds sec secs",
            ChronoUnit.MINUTES, "phut minute minutes min mins m",
            ChronoUnit.HOURS, "gio tieng hour hours hr hrs h",
            ChronoUnit.DAYS, "ngay hom day days d",
            ChronoUnit.WEEKS, "tuan week weeks wk w",
            ChronoUnit.MONTHS, "thang month months mo mos",
            ChronoUnit.YEARS, "nam year years yr yrs y"));

    private static final List<String> FROM_ONE =
            List.of("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi");

    private static final Set<String> ENGLISH_ONE = Set.of("a", "an", "one");

    /** Words for the week, month or year before this one. */
    private static final Map<String, ChronoUnit> LAST = Map.of(
            "tuan truoc", ChronoUnit.WEEKS,
            "last week", ChronoUnit.WEEKS,
            "thang truoc", ChronoUnit.MONTHS,
            "last month", ChronoUnit.MONTHS,
            "nam truoc", ChronoUnit.YEARS,
            "nam ngoai", ChronoUnit.YEARS,
            "last year", ChronoUnit.YEARS);

    /** Words for a whole day, with the days that have gone by. */
    private static final Map<String, Integer> DAYS =
            Map.of("hom nay", 0, "today", 0, "hom qua", 1, "yesterday", 1, "hom kia", 2);

    private static final Set<String> JUST = Set.of("xong", "dang", "moi");
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
                .mapToObj(at -> ago(at).or(() -> half(at))
                        .or(() -> onDay(at))
                        .or(() -> lastOf(at))
                        .or(() -> justNow(at)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, ChronoUnit> units(Map<ChronoUnit, String> words) {
        Map<String, ChronoUnit> units = new HashMap<>();
        words.forEach((unit, names) -> List.of(names.split(" ")).forEach(name -> units.put(name, unit)));
        return Map.copyOf(units);
    }

    private Optional<Published> ago(int at) {
        ZonedDateTime then = now;
        ChronoUnit finest = ChronoUnit.YEARS;
        int next = at;
        while (count(next).isPresent() && UNITS.containsKey(tokens.text(next + 1))) {
            ChronoUnit unit = Objects.requireNonNull(UNITS.get(tokens.text(next + 1)));
            then = then.minus(count(next).orElseThrow(), unit);
            finest = unit.compareTo(finest) < 0 ? unit : finest;
            next += 2;
        }
        int word = tokens.isWord(at - 1, ABOUT) ? at - 1 : at;
        boolean before = tokens.isWord(word - 2, "cach") && tokens.isWord(word - 1, "day");
        if (next == at || !(before || tokens.isWord(next, AGO))) {
            return Optional.empty();
        }
        return Optional.of(
                finest.compareTo(ChronoUnit.MINUTES) <= 0
                        ? Published.at(then.truncatedTo(ChronoUnit.MINUTES).toInstant(), Precision.MINUTE)
                        : day(then.toLocalDate()));
    }

    /** {@code nửa tiếng trước}, {@code nửa tháng trước}, {@code half a year ago}. */
    private Optional<Published> half(int at) {
        int unit = tokens.isWord(at, "nua") ? at + 1 : at + 2;
        boolean said = tokens.isWord(at, "nua") || (tokens.isWord(at, "half") && tokens.isWord(at + 1, ENGLISH_ONE));
        return Optional.ofNullable(UNITS.get(tokens.text(unit)))
                .filter(each -> said && tokens.isWord(unit + 1, AGO))
                .flatMap(this::halfOf);
    }

    private Optional<Published> halfOf(ChronoUnit unit) {
        return switch (unit) {
            case HOURS ->
                Optional.of(Published.at(
                        now.minusMinutes(30).truncatedTo(ChronoUnit.MINUTES).toInstant(), Precision.MINUTE));
            case DAYS -> Optional.of(day(now.minusHours(12).toLocalDate()));
            case MONTHS -> Optional.of(day(now.minusDays(15).toLocalDate()));
            case YEARS -> Optional.of(day(now.minusMonths(6).toLocalDate()));
            default -> Optional.empty();
        };
    }

    /** {@code 2}, {@code hai}; {@code thứ hai} is a day of the week. */
    private Optional<Integer> count(int at) {
        if (tokens.isNumber(at, 1, MOST_DIGITS)) {
            return Optional.of(tokens.number(at));
        }
        String word = tokens.text(at);
        int count = ENGLISH_ONE.contains(word) ? 1 : FROM_ONE.indexOf(word) + 1;
        return count > 0 && !tokens.isWord(at - 1, "thu") ? Optional.of(count) : Optional.empty();
    }

    /** {@code tuần trước}, {@code last month}: the last day of it. */
    private Optional<Published> lastOf(int at) {
        LocalDate today = now.toLocalDate();
        return Optional.ofNullable(LAST.get(tokens.text(at) + " " + tokens.text(at + 1)))
                .filter(unit -> !tokens.isWord(at - 1, SOME))
                .map(unit -> switch (unit) {
                    case WEEKS -> today.minusDays(today.getDayOfWeek().getValue());
                    case MONTHS -> today.minusDays(today.getDayOfMonth());
                    default -> today.minusDays(today.getDayOfYear());
                })
                .map(this::day);
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
        return Optional.ofNullable(DAYS.getOrDefault(pair, DAYS.get(tokens.text(at))));
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
        boolean said = (tokens.isWord(at, "vua") && tokens.isWord(at + 1, JUST))
                || (tokens.isWord(at, "just") && tokens.isWord(at + 1, "now"));
        return Optional.of(now.truncatedTo(ChronoUnit.MINUTES).toInstant())
                .filter(time -> said)
                .map(time -> Published.at(time, Precision.MINUTE));
    }

    private Published day(LocalDate day) {
        return Published.at(day.atStartOfDay(now.getZone()).toInstant(), Precision.DAY);
    }
}
