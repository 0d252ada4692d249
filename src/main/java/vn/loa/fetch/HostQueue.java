package vn.loa.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.MonotonicDeadline;

/**
 * Queues the requests to a host: one at a time, in the order of asking, with a pause between; other hosts do not wait.
 */
final class HostQueue {
    private static final Logger log = LoggerFactory.getLogger(HostQueue.class);

    private final Duration pause;
    private final LongSupplier nanos;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile HostClosings closings = HostClosings.NONE;

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
        return Optional.of(lane(host).open.left())
                .filter(left -> !left.isZero())
                .or(() -> remembered(host));
    }

    private Optional<Duration> remembered(String host) {
        try {
            return closings.left(host);
        } catch (RuntimeException e) {
            log.warn("whether {} has asked to be left alone is not known: {}", host, e.toString());
            return Optional.empty();
        }
    }

    /** Closes a host that asked to be left alone for so long. */
    void close(String host, Duration duration) {
        lane(host).open = MonotonicDeadline.in(duration, nanos);
        try {
            closings.close(host, duration);
        } catch (RuntimeException e) {
            log.warn("a restart will not know that {} has asked to be left alone: {}", host, e.toString());
        }
    }

    /** Goes by what others know of closed hosts, too, and tells them. */
    void remember(HostClosings wanted) {
        closings = wanted;
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
