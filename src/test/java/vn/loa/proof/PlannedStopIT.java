package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** SIGTERM in the middle of a broadcast: a new version is installed, the machine restarts. */
@Order(2)
class PlannedStopIT extends ProofFixture {
    private static final int CHATS = 400;
    private static final int STOPS = 4;

    @Test
    void planned_stops_are_quick_and_repeat_nothing() throws IOException {
        ground.seat(CHATS);
        ground.announce();
        // A slow platform, so that much is under way at each stop and only waiting for it helps.
        ground.telegram().faults().on("sendMessage").always().meanwhile(() -> LockSupport.parkNanos(1_000_000_000));
        LoaProcess program = ground.start();
        for (int stop = 1; stop <= STOPS; stop++) {
            ground.awaitReached(CHATS * stop / (STOPS + 2));
            assertThat(program.stop()).isLessThan(Duration.ofSeconds(10));
            Evidence stopped = ground.evidence();
            assertThat(stopped.untold()).as("not written down at stop %d", stop).isEmpty();
            assertThat(stopped.rows()).noneMatch(row -> row.state().equals("SENDING"));
            assertThat(stopped.open()).as("left for later at stop %d", stop).isNotEmpty();
            program = ground.start();
        }
        assertThat(ground.finish(program).repeated()).isZero();
    }
}
