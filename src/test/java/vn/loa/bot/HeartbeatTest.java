package vn.loa.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-03-09T10:00:00Z");
    private final Heartbeat pulse = new Heartbeat(() -> now);

    @Test
    void a_loop_that_never_came_to_an_end_is_ill_after_its_time_and_not_before() {
        now = now.plus(LONGEST);
        assertThat(pulse.problem(LONGEST)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(pulse.problem(LONGEST)).contains("no round came to its end for 301 s");
    }

    @Test
    void a_loop_is_well_while_its_rounds_end() {
        now = now.plus(Duration.ofHours(1));
        pulse.beat();
        now = now.plus(LONGEST);
        assertThat(pulse.problem(LONGEST)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(pulse.problem(LONGEST)).isNotEmpty();
    }

    @Test
    void a_last_round_that_lies_in_the_future_says_nothing_good() {
        pulse.beat();
        now = now.minus(Duration.ofHours(1));
        assertThat(pulse.problem(LONGEST)).contains("its last round lies in the future");
    }
}
