package vn.loa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.model.Cadence;
import vn.loa.model.Source;

class TimetableTest {
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
                source(new Cadence.Every(Duration.ofMillis(50))), Duration.ofMillis(10), checks::incrementAndGet);
        await().atMost(Duration.ofSeconds(30)).until(() -> checks.get() >= 3);
    }

    @Test
    void a_source_with_a_cron_expression_is_checked_at_the_start_and_at_its_times() {
        AtomicInteger checks = new AtomicInteger();
        timetable.watch(source(new Cadence.Cron("* * * * * ?")), Duration.ofMillis(100), checks::incrementAndGet);
        await().atMost(Duration.ofSeconds(30)).until(() -> checks.get() >= 3);
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
        await().atMost(Duration.ofSeconds(30)).until(() -> bad.get() >= 2 && good.get() >= 2);
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
        assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void work_can_be_asked_for_out_of_turn() {
        AtomicInteger runs = new AtomicInteger();
        timetable.every("rare", Duration.ofHours(1), runs::incrementAndGet);
        timetable.now("rare");
        await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() == 1);
    }

    @Test
    void a_cron_expression_is_one_of_quartz() {
        assertThat(Timetable.problemOfCron("0 0/10 6-21 ? * MON-SAT")).isEmpty();
        assertThat(Timetable.problemOfCron("*/10 * * * *")).isPresent();
        assertThat(Timetable.problemOfCron("0 0 0 30 2 ? 2020")).isPresent();
        assertThat(Timetable.problemOfCron("mỗi giờ")).isPresent();
    }

    private static Source source(Cadence cadence) {
        return new Source("a", "A", URI.create("http://x/"), "", cadence, Map.of(), Set.of());
    }
}
