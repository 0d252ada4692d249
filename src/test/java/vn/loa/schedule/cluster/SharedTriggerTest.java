package vn.loa.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Trigger;
import org.quartz.spi.OperableTrigger;

/** A time that a clock set which was ahead is put back, and no other. */
class SharedTriggerTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:30Z");
    private static final JobKey JOB = JobKey.jobKey("a", "check");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private static Trigger planned(Trigger trigger) {
        ((OperableTrigger) trigger).computeFirstFireTime(null);
        return trigger;
    }

    private static Trigger fired(Trigger trigger) {
        ((OperableTrigger) planned(trigger)).triggered(null);
        return trigger;
    }

    private static Instant putBack(Trigger trigger) {
        return SharedTrigger.putBack(trigger, NOW).orElseThrow().getStartTime().toInstant();
    }

    @Test
    void a_regular_time_is_as_far_ahead_as_its_first_time_or_later_its_interval() {
        Duration first = Duration.ofMinutes(13);
        assertThat(SharedTrigger.putBack(planned(SharedTrigger.every(JOB, TEN_MINUTES, first, NOW)), NOW))
                .isEmpty();
        assertThat(SharedTrigger.putBack(fired(SharedTrigger.every(JOB, TEN_MINUTES, Duration.ZERO, NOW)), NOW))
                .isEmpty();
    }

    @Test
    void a_regular_time_that_was_set_a_day_ahead_keeps_its_place_among_the_others() {
        Trigger ahead = planned(SharedTrigger.every(JOB, TEN_MINUTES, Duration.ofMinutes(13), NOW.plus(DAY)));
        assertThat(putBack(ahead)).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
        Trigger gone = fired(SharedTrigger.every(JOB, TEN_MINUTES, Duration.ofMinutes(4), NOW.plus(DAY)));
        assertThat(putBack(gone)).isEqualTo(NOW.plus(Duration.ofMinutes(4)));
    }

    @Test
    void a_time_of_the_calendar_is_the_next_one_after_now() {
        String oftenADay = "0 0/10 * * * ?";
        assertThat(SharedTrigger.putBack(planned(SharedTrigger.cron(JOB, oftenADay, ZoneOffset.UTC, NOW)), NOW))
                .isEmpty();
        Trigger ahead = planned(SharedTrigger.cron(JOB, oftenADay, ZoneOffset.UTC, NOW.plus(DAY)));
        assertThat(putBack(ahead)).isEqualTo(Instant.parse("2026-03-09T10:10:00Z"));
    }

    @Test
    void a_single_time_keeps_its_delay() {
        Duration delay = Duration.ofHours(2);
        assertThat(SharedTrigger.putBack(planned(SharedTrigger.once(JOB, delay, NOW)), NOW))
                .isEmpty();
        assertThat(putBack(planned(SharedTrigger.once(JOB, delay, NOW.plus(DAY)))))
                .isEqualTo(NOW.plus(delay));
    }
}
