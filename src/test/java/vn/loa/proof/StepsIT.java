package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.loa.waiting.TestPatience;

/** {@code kill -9} at each step of a delivery's way. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class StepsIT extends ProofFixture {
    private static final int CHATS = 3;
    private static final Duration PATIENCE = TestPatience.LIMIT;

    private void announced() {
        ground.seat(CHATS);
        ground.announce();
    }

    private int repeatedAfterRestart() throws IOException {
        ground.telegram().faults().clear();
        return ground.finish(ground.start()).repeated();
    }

    @Test
    void found_on_the_portal_and_not_yet_entered() throws IOException {
        ground.seat(CHATS);
        ground.portal().publish(1, "Tin cũ");
        LoaProcess program = ground.start().awaitLine("first check, in silence");
        ground.portal().publish(2, "Ra quân Chủ nhật xanh");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> ground.portal().requests().stream().anyMatch(path -> path.contains("/2-tin")));
        program.kill();
        assertThat(repeatedAfterRestart()).isZero();
    }

    @Test
    void claimed() throws IOException {
        announced();
        ground.telegram().faults().on("sendMessage").always().hangBefore();
        ground.start().killAt("3 deliveries claimed");
        assertThat(ground.evidence().rows()).allMatch(row -> row.state().equals("SENDING"));
        assertThat(repeatedAfterRestart()).isZero();
    }

    @Test
    void received_by_the_platform_and_not_answered() throws IOException {
        announced();
        ground.telegram().faults().on("sendMessage").in(ground.chat(0)).hangAfter();
        LoaProcess program = ground.start();
        ground.awaitReached(CHATS);
        program.kill();
        assertThat(ground.evidence().untold())
                .contains(Long.toString(ground.chat(0).id()));
        assertThat(repeatedAfterRestart()).isBetween(1, CHATS);
    }

    @Test
    void answered_and_not_written_down() throws IOException {
        announced();
        CountDownLatch locked = new CountDownLatch(1);
        ground.telegram().faults().on("sendMessage").always().meanwhile(() -> awaitQuietly(locked));
        LoaProcess program = ground.start();
        ground.awaitReached(CHATS);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + ground.database());
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
            locked.countDown();
            program.killAt("arrived as message");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(ground.evidence().untold()).hasSize(CHATS);
        assertThat(repeatedAfterRestart()).isEqualTo(CHATS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void written_down() throws IOException {
        announced();
        ground.telegram().faults().on("sendMessage").nth(2).always().hangBefore();
        ground.start().killAt("written down");
        Evidence atDeath = ground.evidence();
        assertThat(atDeath.rows()).filteredOn(Evidence.Row::sent).hasSize(1);
        assertThat(atDeath.untold()).isEmpty();
        assertThat(repeatedAfterRestart()).isZero();
    }
}
