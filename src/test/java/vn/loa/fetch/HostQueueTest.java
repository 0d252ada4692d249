package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostQueueTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @Test
    void a_host_is_asked_one_thing_at_a_time() throws Exception {
        HostQueue queue = new HostQueue(Duration.ZERO, System::nanoTime);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> asked = IntStream.range(0, 50)
                .mapToObj(i -> threads.submit(() -> queue.inTurn("a", () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(100_000);
                    return inside.decrementAndGet();
                })))
                .toList();
        for (Future<Integer> each : asked) {
            each.get(10, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
        threads.shutdownNow();
    }

    @Test
    void another_host_does_not_wait() throws Exception {
        HostQueue queue = new HostQueue(Duration.ofHours(1), System::nanoTime);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Boolean> slow = threads.submit(() -> queue.inTurn("a", () -> {
            started.countDown();
            return release.await(10, TimeUnit.SECONDS);
        }));
        started.await(10, TimeUnit.SECONDS);
        assertThat(threads.submit(() -> queue.inTurn("b", () -> "b")).get(10, TimeUnit.SECONDS))
                .isEqualTo("b");
        release.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdownNow();
    }

    @Test
    void between_two_questions_to_a_host_there_is_the_pause() throws Exception {
        HostQueue queue = new HostQueue(Duration.ofMillis(80), System::nanoTime);
        long first = queue.inTurn("a", System::nanoTime);
        long second = queue.inTurn("a", System::nanoTime);
        assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(Duration.ofMillis(79));
        threads.shutdownNow();
    }
}
