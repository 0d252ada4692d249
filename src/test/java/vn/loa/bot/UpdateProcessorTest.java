package vn.loa.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.InboxStore;
import vn.loa.waiting.TestPatience;

class UpdateProcessorTest implements UpdateConsumer {
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");

    @TempDir
    private Path folder;

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> handling = body -> {};
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean here = true;
    private Database database;
    private InboxStore inbox;
    private UpdateProcessor processor;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        inbox = new InboxStore(database);
        processor = new UpdateProcessor(BOT, inbox, this, InstantSource.system());
    }

    @AfterEach
    void close() {
        processor.close();
        database.close();
    }

    /** The lane stands before the colon. */
    @Override
    public String lane(String body) {
        return body.substring(0, body.indexOf(':'));
    }

    @Override
    public boolean mayHandle() {
        asked.incrementAndGet();
        return here;
    }

    @Override
    public void handle(String key, String body) {
        handling.accept(body);
        handled.add(body);
    }

    private static InboxStore.Waiting update(String body) {
        return new InboxStore.Waiting(body, body);
    }

    private void awaitHandled(int count) {
        await().atMost(TestPatience.LIMIT)
                .until(() -> handled.size() == count && inbox.waiting(BOT).isEmpty());
    }

    @Test
    void a_lane_is_handled_in_order_and_each_update_once() {
        List<InboxStore.Waiting> batch = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> batch.add(update("a:" + i)));
        processor.start();
        assertThat(processor.accept(batch)).isEqualTo(50);
        assertThat(processor.accept(batch)).isZero();

        awaitHandled(50);
        assertThat(handled)
                .isEqualTo(batch.stream().map(InboxStore.Waiting::body).toList());
    }

    @Test
    void eight_lanes_that_hang_hold_up_no_other() {
        CountDownLatch release = new CountDownLatch(1);
        handling = body -> {
            if (!body.startsWith("quick")) {
                awaitLatch(release);
            }
        };
        processor.start();
        IntStream.range(0, 8).forEach(i -> processor.accept(List.of(update("slow" + i + ":x"))));
        processor.accept(List.of(update("quick:x")));

        await().atMost(TestPatience.LIMIT).until(() -> handled.contains("quick:x"));
        release.countDown();
        awaitHandled(9);
    }

    @Test
    void what_was_written_down_before_the_start_is_handled_first() {
        processor.accept(List.of(update("a:1"), update("a:2")));
        assertThat(handled).isEmpty();
        processor.start();
        processor.accept(List.of(update("a:3")));

        awaitHandled(3);
        assertThat(handled).containsExactly("a:1", "a:2", "a:3");
    }

    @Test
    void what_another_node_wrote_down_as_it_lost_the_bot_is_taken_up_without_a_start_and_once() {
        CountDownLatch release = new CountDownLatch(1);
        handling = body -> awaitLatch(release);
        processor.start();
        processor.accept(List.of(update("a:1")));
        inbox.accept(
                BOT,
                List.of(update("b:1"), update("a:2")),
                InstantSource.system().instant());
        processor.lookAgain();
        processor.lookAgain();
        release.countDown();
        awaitHandled(3);
        processor.lookAgain();
        awaitHandled(3);
    }

    @Test
    void while_another_node_runs_the_bot_updates_wait_where_they_were_written_down() {
        processor.accept(List.of(update("a:1")));
        here = false;
        asked.set(0);
        processor.start();
        await().atMost(TestPatience.LIMIT).until(() -> asked.get() > 1);
        assertThat(handled).isEmpty();
        assertThatThrownBy(() -> processor.accept(List.of(update("a:2")))).hasMessageContaining("another node");
        assertThat(inbox.waiting(BOT)).extracting(InboxStore.Waiting::body).containsExactly("a:1");

        here = true;
        awaitHandled(1);
    }

    @Test
    void an_update_whose_handling_was_cut_off_is_handled_by_the_next_program() {
        CountDownLatch forEver = new CountDownLatch(1);
        CountDownLatch inHand = new CountDownLatch(1);
        handling = body -> {
            inHand.countDown();
            awaitLatch(forEver);
        };
        processor.start();
        processor.accept(List.of(update("a:1"), update("a:2")));
        awaitLatch(inHand);

        handling = body -> {};
        try (UpdateProcessor next = new UpdateProcessor(BOT, inbox, this, InstantSource.system())) {
            next.start();
            await().atMost(TestPatience.LIMIT).until(() -> inbox.waiting(BOT).isEmpty());
            assertThat(handled).containsExactly("a:1", "a:2");
        }
        forEver.countDown();
    }

    @Test
    void an_update_that_ended_the_program_three_times_is_not_begun_a_fourth_time() {
        processor.accept(List.of(update("a:poison"), update("a:2")));
        for (int i = 0; i < 3; i++) {
            inbox.begin(BOT, "a:poison");
        }
        processor.start();

        awaitHandled(1);
        assertThat(handled).containsExactly("a:2");
    }

    @Test
    void what_handling_throws_hurts_only_its_update() {
        handling = body -> {
            if (body.equals("a:1")) {
                throw new StackOverflowError();
            }
        };
        processor.start();
        processor.accept(List.of(update("a:1"), update("a:2")));

        awaitHandled(1);
        assertThat(handled).containsExactly("a:2");
        assertThat(processor.problem()).isEmpty();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
