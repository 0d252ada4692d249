package vn.loa.watch.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaleSourceTest {
    private static final Instant NEWEST = Instant.parse("2026-03-09T10:00:00Z");
    private static final Instant LONG_AGO = NEWEST.minus(Duration.ofDays(900));

    private static List<Instant> every(Duration pause, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NEWEST.minus(pause.multipliedBy(i)))
                .toList();
    }

    private static boolean strange(List<Instant> times, Duration quiet) {
        return StaleSource.strangelyQuietSince(times, LONG_AGO, NEWEST.plus(quiet))
                .isPresent();
    }

    @Test
    void a_busy_list_may_be_quiet_for_a_week() {
        List<Instant> hourly = every(Duration.ofHours(1), 20);
        assertThat(strange(hourly, Duration.ofDays(7))).isFalse();
        assertThat(strange(hourly, Duration.ofDays(8))).isTrue();
    }

    @Test
    void a_slow_list_may_be_quiet_for_twice_its_longest_pause() {
        List<Instant> monthly = every(Duration.ofDays(30), 6);
        assertThat(strange(monthly, Duration.ofDays(60))).isFalse();
        assertThat(strange(monthly, Duration.ofDays(61))).isTrue();
    }

    @Test
    void a_few_articles_are_no_rhythm_and_may_be_the_last_for_six_weeks() {
        assertThat(strange(every(Duration.ofHours(1), 4), Duration.ofDays(42))).isFalse();
        assertThat(strange(every(Duration.ofHours(1), 4), Duration.ofDays(43))).isTrue();
        assertThat(strange(every(Duration.ofDays(100), 4), Duration.ofDays(199)))
                .isFalse();
    }

    @Test
    void articles_that_were_all_seen_at_one_moment_are_no_rhythm() {
        List<Instant> undated = every(Duration.ofSeconds(1), 20);
        assertThat(strange(undated, Duration.ofDays(42))).isFalse();
        assertThat(strange(undated, Duration.ofDays(43))).isTrue();
    }

    @Test
    void no_list_may_be_quiet_for_longer_than_a_year() {
        List<Instant> seldom = every(Duration.ofDays(300), 6);
        Duration yearAndTet = Duration.ofDays(365 + 17);
        assertThat(strange(seldom, yearAndTet)).isFalse();
        assertThat(strange(seldom, yearAndTet.plusDays(1))).isTrue();
    }

    @Test
    void a_list_that_was_given_up_long_before_is_quiet_after_six_weeks() {
        List<Instant> seldom = every(Duration.ofDays(100), 6);
        Instant came = NEWEST.plus(Duration.ofDays(400));
        assertThat(StaleSource.strangelyQuietSince(seldom, came, came.plus(Duration.ofDays(42))))
                .isEmpty();
        assertThat(StaleSource.strangelyQuietSince(seldom, came, came.plus(Duration.ofDays(43))))
                .contains(NEWEST);
    }

    @Test
    void the_days_around_tet_do_not_count() {
        Instant beforeTet = Instant.parse("2026-02-05T00:00:00Z");
        List<Instant> hourly = IntStream.range(0, 20)
                .mapToObj(i -> beforeTet.minus(Duration.ofHours(i)))
                .toList();
        assertThat(StaleSource.strangelyQuietSince(hourly, LONG_AGO, Instant.parse("2026-03-01T00:00:00Z")))
                .isEmpty();
        assertThat(StaleSource.strangelyQuietSince(hourly, LONG_AGO, Instant.parse("2026-03-02T00:00:00Z")))
                .contains(beforeTet);
    }

    @Test
    void a_source_is_unusually_quiet_when_it_never_was_so_long() {
        List<Instant> monthly = every(Duration.ofDays(30), 6);
        assertThat(StaleSource.unusuallyQuietSince(monthly, LONG_AGO, NEWEST.plus(Duration.ofDays(30))))
                .isEmpty();
        assertThat(StaleSource.unusuallyQuietSince(monthly, LONG_AGO, NEWEST.plus(Duration.ofDays(31))))
                .contains(NEWEST);
    }

    @Test
    void a_source_that_never_had_an_article_is_quiet_since_it_is_watched() {
        assertThat(StaleSource.strangelyQuietSince(List.of(), NEWEST, NEWEST.plus(Duration.ofDays(42))))
                .isEmpty();
        assertThat(StaleSource.strangelyQuietSince(List.of(), NEWEST, NEWEST.plus(Duration.ofDays(43))))
                .contains(NEWEST);
    }

    @Test
    void what_was_quiet_before_we_came_is_given_its_time() {
        List<Instant> times = every(Duration.ofDays(1), 10);
        Instant cameLate = NEWEST.plus(Duration.ofDays(100));
        assertThat(StaleSource.strangelyQuietSince(times, cameLate, cameLate.plus(Duration.ofDays(7))))
                .isEmpty();
        assertThat(StaleSource.strangelyQuietSince(times, cameLate, cameLate.plus(Duration.ofDays(8))))
                .contains(NEWEST);
    }
}
