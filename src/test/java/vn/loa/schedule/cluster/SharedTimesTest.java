package vn.loa.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.Source;

/** Of single times of a source the earliest stands. */
class SharedTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Source SOURCE = new Source(
            "a", "A", URI.create("http://x/"), "", new Cadence.Every(Duration.ofDays(9)), Map.of(), Set.of());

    private Scheduler scheduler;
    private SharedTimes times;

    @BeforeEach
    void open() throws SchedulerException {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "single times");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        scheduler = new StdSchedulerFactory(settings).getScheduler();
        times = new SharedTimes(scheduler, ZoneOffset.UTC, () -> NOW, new Random(1));
        times.watch(SOURCE, Duration.ZERO, Optional.empty());
    }

    @AfterEach
    void close() throws SchedulerException {
        scheduler.shutdown();
    }

    @Test
    void a_check_that_is_wanted_now_does_not_wait_for_a_single_time_far_ahead() {
        times.once("a", Duration.ofHours(6));
        assertThat(times.next("a")).contains(NOW.plus(Duration.ofHours(6)));
        times.once("a", Duration.ZERO);
        assertThat(times.next("a")).contains(NOW);
    }

    @Test
    void a_later_single_time_leaves_an_earlier_one_as_it_is() {
        times.once("a", Duration.ofSeconds(2));
        times.once("a", Duration.ofHours(6));
        assertThat(times.next("a")).contains(NOW.plusSeconds(2));
    }
}
