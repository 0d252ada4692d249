package vn.loa.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import vn.loa.model.MonotonicDeadline;

/**
 * Queues the requests to a host: one at a time, in the order of asking, with a pause between; other hosts do not wait.
 */
final class HostQueue {
    private final Duration pause;
    private final LongSupplier nanos;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * Makes an empty queue.
     *
     * @param nanos a count of nanoseconds that only goes forward, by which hosts stay closed
     */
    HostQueue(Duration pause, LongSupplier nanos) {
        this.pause = pause;
        this.nanos = nanos;
    }

    private final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        private volatile MonotonicDeadline free = MonotonicDeadline.in(Duration.ZERO);
        private volatile MonotonicDeadline open = MonotonicDeadline.in(Duration.ZERO, nanos);
    }

    /** Returns how long a host has still asked to be left alone; empty when it has not. */
    Optional<Duration> closed(String host) {
        return Optional.of(lane(host).open.left()).filter(left -> !left.isZero());
    }

    /** Closes a host that asked to be left alone for so long. */
    void close(String host, Duration duration) {
        lane(host).open = MonotonicDeadline.in(duration, nanos);
    }

    /** Runs a request when it is its turn. */
    <T> T inTurn(String host, Callable<T> request) throws Exception {
        Lane lane = lane(host);
        lane.turn.lockInterruptibly();
        try {
            TimeUnit.NANOSECONDS.sleep(lane.free.left().toNanos());
            return request.call();
        } finally {
            lane.free = MonotonicDeadline.in(pause);
            lane.turn.unlock();
        }
    }

    private Lane lane(String host) {
        return lanes.computeIfAbsent(host, ignored -> new Lane());
    }
}
