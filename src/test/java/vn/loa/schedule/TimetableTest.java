package vn.loa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.waiting.TestPatience;

@Tag("slow")
class TimetableTest {
    private static final Optional<Duration> SOON = Optional.of(Duration.ofMillis(100));
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");

    private Timetable timetable;

    @BeforeEach
    void start() {
        timetable = new Timetable(ZoneId.of("Asia/Ho_Chi_Minh"), InstantSource.system(), new Random(1));
        timetable.start();
    }

    @AfterEach
    void stop() {
        timetable.close();
    }

    @Test
    void a_source_is_checked_soon_after_the_start_and_then_again_and_again() {
        AtomicInteger checks = new AtomicInteger();
        timetable.watch(
                source(new Cadence.Every(Duration.ofMillis(50))), Duration.ofMillis(10), SOON, checks::incrementAndGet);
        await().atMost(TestPatience.LIMIT).until(() -> checks.get() >= 3);
    }

    @Test
    void a_source_with_a_cron_expression_is_checked_at_the_start_and_at_its_times() {
        AtomicInteger checks = new AtomicInteger();
        timetable.watch(source(new Cadence.Cron("* * * * * ?")), Duration.ofMillis(100), SOON, checks::incrementAndGet);
        await().atMost(TestPatience.LIMIT).until(() -> checks.get() >= 3);
    }

    @Test
    void its_loops_turn_and_stop_turning_when_all_threads_hang() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            await().atMost(TestPatience.LIMIT)
                    .untilAsserted(() -> assertThat(timetable.sinceTurns().keySet())
                            .containsExactlyInAnyOrder("timetable", "checks"));
            IntStream.range(0, 40)
                    .forEach(i -> timetable.every("hangs " + i, Duration.ZERO, Duration.ofHours(1), () -> {
                        try {
                            end.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }));
            await().atMost(TestPatience.LIMIT).until(() -> stands("timetable") && !stands("checks"));
            assertThat(IntStream.range(0, 40))
                    .as("there are fewer threads, which take any of them")
                    .anyMatch(i -> timetable.running("hangs " + i).isPresent());
        } finally {
            end.countDown();
        }
    }

    @Test
    void an_end_waits_for_work_no_longer_than_it_may() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        timetable.every("stays", Duration.ZERO, Duration.ofHours(1), () -> {
            begun.countDown();
            awaitUninterruptibly(end);
            ended.countDown();
        });
        assertThat(begun.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        long start = System.nanoTime();
        timetable.close(Duration.ofMillis(1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Timetable.LONGEST_END);
        assertThat(ended.getCount()).as("work that still runs").isOne();
        end.countDown();
        assertThat(ended.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    private boolean stands(String loop) {
        return timetable.sinceTurns().get(loop).compareTo(Duration.ofSeconds(5)) > 0;
    }

    @Test
    void work_that_throws_is_fired_again_and_stops_nobody_else() {
        AtomicInteger bad = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        timetable.every("bad", Duration.ofMillis(20), () -> {
            bad.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        timetable.every("good", Duration.ofMillis(20), good::incrementAndGet);
        await().atMost(TestPatience.LIMIT).until(() -> bad.get() >= 2 && good.get() >= 2);
    }

    @Test
    void the_same_work_never_runs_twice_at_the_same_time() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch runs = new CountDownLatch(5);
        timetable.every("slow", Duration.ofMillis(1), () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            inside.decrementAndGet();
            runs.countDown();
        });
        assertThat(runs.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void work_can_be_asked_for_out_of_turn() {
        AtomicInteger runs = new AtomicInteger();
        timetable.every("rare", Duration.ofHours(1), runs::incrementAndGet);
        timetable.now("rare");
        await().atMost(TestPatience.LIMIT).until(() -> runs.get() == 1);
    }

    @Test
    void a_cron_expression_is_one_of_quartz() {
        assertThat(CronSyntax.problem("0 0/10 6-21 ? * MON-SAT", NOW)).isEmpty();
        assertThat(CronSyntax.problem("*/10 * * * *", NOW)).isPresent();
        assertThat(CronSyntax.problem("0 0 0 30 2 ? 2020", NOW)).isPresent();
        assertThat(CronSyntax.problem("mỗi giờ", NOW)).isPresent();
    }

    @Test
    void a_cron_expression_whose_last_time_is_past_is_a_problem() {
        assertThat(CronSyntax.problem("0 0 8 1 1 ? 2025", NOW)).isPresent();
        assertThat(CronSyntax.problem("0 0 8 1 1 ? 2025", Instant.parse("2024-12-31T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void portals_that_do_not_answer_keep_no_other_work_waiting() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(12);
        CountDownLatch end = new CountDownLatch(1);
        List<Source> sources = IntStream.range(0, 30)
                .mapToObj(i -> source("s" + i, new Cadence.Every(Duration.ofHours(1))))
                .toList();
        sources.forEach(each -> timetable.watch(each, Duration.ZERO, SOON, () -> {
            hanging.countDown();
            awaitUninterruptibly(end);
        }));
        assertThat(hanging.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        CountDownLatch dispatched = new CountDownLatch(3);
        timetable.every("dispatch", Duration.ofMillis(20), dispatched::countDown);
        boolean went = dispatched.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        end.countDown();
        assertThat(went).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_clock_that_is_put_back_delays_nothing() {
        InstantSource system = InstantSource.system();
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofHours(1));
        try (Timetable other = new Timetable(
                ZoneId.of("Asia/Ho_Chi_Minh"), () -> system.instant().plus(ahead.get()), new Random(1))) {
            AtomicInteger runs = new AtomicInteger();
            AtomicInteger checks = new AtomicInteger();
            other.every("dispatch", Duration.ofMillis(50), runs::incrementAndGet);
            other.watch(source(new Cadence.Every(Duration.ofMillis(50))), Duration.ZERO, SOON, checks::incrementAndGet);
            other.start();
            ahead.set(Duration.ZERO);
            await().atMost(TestPatience.LIMIT).until(() -> runs.get() >= 3 && checks.get() >= 3);
        }
    }

    @Test
    void a_source_is_checked_within_a_delay_once_however_often_that_is_asked_for() {
        Source source = source(new Cadence.Every(Duration.ofHours(1)));
        AtomicInteger checks = new AtomicInteger();
        timetable.checkWithin(source, Duration.ZERO);
        timetable.watch(source, Duration.ZERO, Optional.empty(), checks::incrementAndGet);
        timetable.checkWithin(source, Duration.ofMillis(300));
        timetable.checkWithin(source, Duration.ofMillis(600));
        await().atMost(TestPatience.LIMIT).until(() -> checks.get() == 1);
        assertThat(timetable.nextCheck(source).orElseThrow())
                .isAfter(InstantSource.system().instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void a_source_that_is_not_watched_cannot_be_checked_and_that_is_said() {
        Source source = source(new Cadence.Every(Duration.ofHours(1)));
        assertThat(timetable.checkNow(source)).isFalse();
        timetable.watch(source, Duration.ZERO, SOON, () -> {});
        assertThat(timetable.checkNow(source)).isTrue();
        timetable.unwatch(source);
        assertThat(timetable.checkNow(source)).isFalse();
    }

    private static Source source(Cadence cadence) {
        return source("a", cadence);
    }

    private static Source source(String id, Cadence cadence) {
        return new Source(id, "A", URI.create("http://x/"), "", cadence, Map.of(), Set.of());
    }
}
