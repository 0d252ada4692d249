package vn.loa.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Queues the requests to a host: one at a time, in the order of asking, with a pause between; other hosts do not wait.
 */
final class HostQueue {
    private final Duration pause;
    private final InstantSource clock;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    HostQueue(Duration pause, InstantSource clock) {
        this.pause = pause;
        this.clock = clock;
    }

    private static final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        private volatile Instant free = Instant.EPOCH;
        private volatile Instant closedUntil = Instant.EPOCH;
    }

    /** Returns how long a host has still asked to be left alone; empty when it has not. */
    Optional<Duration> closed(String host) {
        Duration left = Duration.between(clock.instant(), lane(host).closedUntil);
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** Closes a host that asked to be left alone for so long. */
    void close(String host, Duration duration) {
        lane(host).closedUntil = clock.instant().plus(duration);
    }

    /** Runs a request when it is its turn. */
    <T> T inTurn(String host, Callable<T> request) throws Exception {
        Lane lane = lane(host);
        lane.turn.lockInterruptibly();
        try {
            long wait = Duration.between(clock.instant(), lane.free).toMillis();
            if (wait > 0) {
                TimeUnit.MILLISECONDS.sleep(Math.min(wait, pause.toMillis()));
            }
            return request.call();
        } finally {
            lane.free = clock.instant().plus(pause);
            lane.turn.unlock();
        }
    }

    private Lane lane(String host) {
        return lanes.computeIfAbsent(host, ignored -> new Lane());
    }
}
