package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.waiting.TestPatience;

/** {@code kill -9} between what people say and what they are answered. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class AnswersIT extends ProofFixture {
    private static final long SEED = Long.getLong("loa.proof.seed", 20_261_129);
    private static final int KILLS = 3;
    private static final int LONGEST_MICROS = 60_000;

    private EmulatedChat asking(String name) {
        Person person = ground.telegram().person(name);
        EmulatedChat chat = ground.telegram().privateChat(person);
        chat.says(person, "/trogiup");
        return chat;
    }

    private static void awaitAnswer(EmulatedChat chat) {
        await().atMost(TestPatience.LIMIT).until(() -> !chat.messages().isEmpty());
    }

    @Test
    void whoever_asked_before_a_kill_at_a_random_moment_is_answered_after_the_restart() throws IOException {
        Random random = new Random(SEED);
        LoaProcess program = ground.start();
        awaitAnswer(asking("Khởi đầu"));
        EmulatedChat[] asked = new EmulatedChat[KILLS];
        for (int i = 0; i < KILLS; i++) {
            asked[i] = asking("Cán bộ " + i);
            LockSupport.parkNanos(random.nextInt(LONGEST_MICROS) * 1_000L);
            program.kill();
            program = ground.start();
        }
        for (EmulatedChat chat : asked) {
            awaitAnswer(chat);
            assertThat(chat.messages()).as("seed %d", SEED).hasSizeLessThanOrEqualTo(2);
        }
        // An answer may come before the poll that confirms its question.
        await().atMost(TestPatience.LIMIT).until(() -> ground.telegram().pendingUpdates() == 0);
    }

    @Test
    void whoever_was_about_to_be_answered_at_a_kill_is_answered_after_the_restart() throws IOException {
        LoaProcess program = ground.start();
        ground.telegram().faults().on("sendMessage").always().page(502);
        EmulatedChat chat = asking("Cán bộ");
        ground.telegram()
                .history()
                .await(
                        "an answer under way",
                        history -> !history.of("sendMessage").isEmpty());
        program.kill();
        assertThat(chat.messages()).isEmpty();
        ground.telegram().faults().clear();
        ground.start();
        awaitAnswer(chat);
    }
}
