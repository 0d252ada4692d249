package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The Bot API is away in the middle of a broadcast. */
@Order(2)
class ApiOutageIT extends ProofFixture {
    private static final int CHATS = 300;

    /** Waits for the program to notice; what it does when the platform answers again is its own matter. */
    private static void awaitNotice(LoaProcess program, int outage) {
        program.awaitLines("everything is kept", outage);
    }

    @Test
    void a_server_that_is_gone_and_a_gateway_that_answers_for_nobody_cost_time_only() throws IOException {
        ground.seat(CHATS);
        ground.announce();
        LoaProcess program = ground.start();
        ground.awaitReached(CHATS / 4);
        ground.telegram().goDown();
        awaitNotice(program, 1);
        ground.telegram().comeBack();
        ground.awaitReached(CHATS / 2);
        ground.telegram().faults().on("*").always().page(502);
        awaitNotice(program, 2);
        ground.telegram().faults().clear();
        Evidence evidence = ground.finish(program);
        assertThat(evidence.repeated()).as("cut off when the server went").isLessThanOrEqualTo(Ground.senders());
    }
}
