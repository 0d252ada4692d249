package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.waiting.TestPatience;

/**
 * PostgreSQL is stopped without a farewell at random points of a broadcast and started again. The build does it twice;
 * {@code -Dloa.proof.server-stops=10} does it more often.
 */
@Order(1)
class ServerStopIT {
    private static final int CHATS = Integer.getInteger("loa.proof.chats", 2_000);
    private static final int STOPS = Integer.getInteger("loa.proof.server-stops", 2);
    private static final long SEED = Long.getLong("loa.proof.seed", 20_261_101);

    @TempDir
    private Path folder;

    private ProofServer server;
    private Ground ground;

    @BeforeEach
    void open() throws IOException {
        server = new ProofServer(folder.resolve("server"));
        ground = new Ground("server-stop", folder, GroundDatabase.on(server.database()));
    }

    @AfterEach
    void close() throws IOException {
        ground.close();
        server.close();
    }

    @Test
    void a_server_that_is_stopped_in_mid_broadcast_loses_nothing() throws IOException {
        ground.portal().publish(1, "Tin cũ");
        LoaProcess program = ground.begin("n1").awaitLine("first check, in silence");
        ground.seat(CHATS);
        ground.portal().publish(2, "Ra quân Chủ nhật xanh");
        int[] points =
                new Random(SEED).ints(1, CHATS * 3 / 4).limit(STOPS).sorted().toArray();
        for (int point : points) {
            ground.awaitReached(point);
            server.stopAtOnceAndStart();
        }
        // A check that was under way at the stop keeps its source until Quartz or the watchdog sees that it is over.
        int asked = ground.portal().requests().size();
        await().atMost(TestPatience.LIMIT)
                .until(() -> ground.portal().requests().size() > asked);
        assertThat(ground.finish(program).repeated())
                .as("repeated, seed %d", SEED)
                .isLessThanOrEqualTo(STOPS * Ground.senders());
    }
}
