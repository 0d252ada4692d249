package vn.loa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.quartz.SchedulerConfigException;
import vn.loa.waiting.TestPatience;

@Isolated("what a thread throws reaches whatever test listens for that at the time")
class IdleThreadPoolTest {
    private static final Set<Thread.State> WAITS = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final IdleThreadPool pool = new IdleThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        pool.shutdown(true);
    }

    private void busy(int threads) throws SchedulerConfigException {
        pool.setThreadCount(threads);
        pool.setThreadNamePrefix("px");
        pool.initialize();
        for (int i = 0; i < threads; i++) {
            assertThat(pool.runInThread(this::work)).isTrue();
        }
    }

    private void work() {
        try {
            var unused = end.await(TestPatience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void who_asks_for_a_thread_waits_while_all_are_busy() throws Exception {
        busy(2);
        CompletableFuture<Integer> free = new CompletableFuture<>();
        Thread asking = new Thread(() -> free.complete(pool.blockForAvailableThreads()), "asking");
        asking.start();
        await().atMost(TestPatience.LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> WAITS.contains(asking.getState()));
        assertThat(free).isNotDone();
        end.countDown();
        assertThat(free.get(TestPatience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .isBetween(1, 2);
    }

    @Test
    void work_that_throws_gives_its_thread_back() throws Exception {
        busy(1);
        end.countDown();
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> name = new CompletableFuture<>();
            pool.runInThread(() -> {
                name.complete(Thread.currentThread().getName());
                throw new QuietException();
            });
            assertThat(name.get(TestPatience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                    .startsWith("px-");
        }
    }

    @Test
    void what_had_begun_to_fire_at_the_end_still_runs() throws Exception {
        busy(1);
        pool.shutdown(false);
        CompletableFuture<Boolean> ran = new CompletableFuture<>();
        assertThat(pool.runInThread(() -> ran.complete(true))).isTrue();
        assertThat(ran.get(TestPatience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
    }

    @Test
    void a_pool_without_threads_is_refused() {
        pool.setThreadCount(0);
        assertThatThrownBy(pool::initialize).isInstanceOf(SchedulerConfigException.class);
    }

    /** Ends a thread without a trace in the log of the tests. */
    private static final class QuietException extends RuntimeException {
        private static final long serialVersionUID = 1;

        QuietException() {
            super("on purpose", null, false, false);
        }
    }
}
