package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.waiting.TestPatience;

class HostQueueTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private static HostQueue.Turn turn(String host) {
        return new HostQueue.Turn(host, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    /** Other nodes that let this one in after it asked so often. */
    private static HostVisits lettingInAfter(int refusals, List<String> told) {
        return new HostVisits() {
            private int asked;

            @Override
            public boolean begin(String host, Duration longest) {
                told.add("begin " + host);
                return asked++ >= refusals;
            }

            @Override
            public void end(String host, Duration pause) {
                told.add("end " + host);
            }
        };
    }

    @Test
    void a_request_waits_until_other_nodes_let_it_in_and_tells_them_its_end() throws Exception {
        List<String> told = new ArrayList<>();
        HostQueue queue = new HostQueue(Duration.ZERO, System::nanoTime);
        queue.share(lettingInAfter(2, told));
        assertThat(queue.inTurn(turn("a"), () -> told.add("visit"))).contains(true);
        assertThat(told).containsExactly("begin a", "begin a", "begin a", "visit", "end a");
    }

    @Test
    void a_request_that_other_nodes_do_not_let_in_is_given_up_when_its_patience_ends() throws Exception {
        List<String> told = new ArrayList<>();
        AtomicLong nanos = new AtomicLong();
        HostQueue queue = new HostQueue(
                Duration.ZERO, () -> nanos.addAndGet(Duration.ofMillis(10).toNanos()));
        queue.share(lettingInAfter(1_000_000, told));
        HostQueue.Turn hasty = new HostQueue.Turn("a", Duration.ofMillis(150), Duration.ofMinutes(1));
        assertThat(queue.inTurn(hasty, () -> told.add("visit"))).isEmpty();
        assertThat(told).hasSizeGreaterThan(1).containsOnly("begin a");
    }

    @Test
    void the_patience_with_other_nodes_is_measured_by_the_queue_s_own_count() throws Exception {
        AtomicLong nanos = new AtomicLong();
        HostQueue queue = new HostQueue(Duration.ZERO, nanos::get);
        queue.share(new HostVisits() {
            @Override
            public boolean begin(String host, Duration longest) {
                nanos.addAndGet(Duration.ofSeconds(61).toNanos());
                return false;
            }

            @Override
            public void end(String host, Duration pause) {}
        });
        assertThat(queue.inTurn(turn("a"), () -> "a")).isEmpty();
    }

    @Test
    void a_request_that_waits_behind_one_of_its_own_node_is_given_up_when_its_patience_ends() throws Exception {
        HostQueue queue = new HostQueue(Duration.ZERO, System::nanoTime);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Optional<Boolean>> slow = threads.submit(() -> queue.inTurn(turn("a"), () -> {
            started.countDown();
            return release.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }));
        started.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        HostQueue.Turn hasty = new HostQueue.Turn("a", Duration.ofMillis(20), Duration.ofMinutes(1));
        assertThat(queue.inTurn(hasty, () -> true)).isEmpty();
        release.countDown();
        assertThat(slow.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)).contains(true);
        threads.shutdownNow();
    }

    @Test
    void who_cannot_ask_other_nodes_goes_by_its_own_queue() throws Exception {
        HostQueue queue = new HostQueue(Duration.ZERO, System::nanoTime);
        queue.share(new HostVisits() {
            @Override
            public boolean begin(String host, Duration longest) {
                throw new IllegalStateException("no database");
            }

            @Override
            public void end(String host, Duration pause) {
                throw new IllegalStateException("no database");
            }
        });
        assertThat(queue.inTurn(turn("a"), () -> "a")).contains("a");
    }

    @Test
    void a_host_is_asked_one_thing_at_a_time() throws Exception {
        HostQueue queue = new HostQueue(Duration.ZERO, System::nanoTime);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Optional<Integer>>> asked = IntStream.range(0, 50)
                .mapToObj(i -> threads.submit(() -> queue.inTurn(turn("a"), () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(100_000);
                    return inside.decrementAndGet();
                })))
                .toList();
        for (Future<Optional<Integer>> each : asked) {
            each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
        threads.shutdownNow();
    }

    @Test
    void another_host_does_not_wait() throws Exception {
        HostQueue queue = new HostQueue(Duration.ofHours(1), System::nanoTime);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Optional<Boolean>> slow = threads.submit(() -> queue.inTurn(turn("a"), () -> {
            started.countDown();
            return release.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }));
        started.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(threads.submit(() -> queue.inTurn(turn("b"), () -> "b"))
                        .get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .contains("b");
        release.countDown();
        assertThat(slow.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)).contains(true);
        threads.shutdownNow();
    }

    @Test
    void between_two_questions_to_a_host_there_is_the_pause() throws Exception {
        HostQueue queue = new HostQueue(Duration.ofMillis(80), System::nanoTime);
        long first = queue.inTurn(turn("a"), System::nanoTime).orElseThrow();
        long second = queue.inTurn(turn("a"), System::nanoTime).orElseThrow();
        assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(Duration.ofMillis(79));
        threads.shutdownNow();
    }
}
