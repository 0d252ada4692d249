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
 * Queues the requests to a host: one at a time, in the order of asking, with a pause between; other hosts do not wait. Where
 * several nodes ask, each lets one of its requests at a time wait for its turn among them.
 */
final class HostQueue {
    private static final Logger log = LoggerFactory.getLogger(HostQueue.class);

    /** A request that waits for other nodes asks them again after this time. */
    private static final Duration AGAIN = Duration.ofMillis(400);

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

    private final Duration pause;
    private final LongSupplier nanos;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile HostClosings closings = HostClosings.NONE;
    private volatile MonotonicDeadline quiet = MonotonicDeadline.in(Duration.ZERO);
    private volatile HostVisits visits = HostVisits.ALONE;

    /**
     * Makes an empty queue.
     *
     * @param nanos a count of nanoseconds that only goes forward, by which hosts stay closed and requests lose
     *     their patience with other nodes
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

    /** Takes turns with other nodes. */
    void share(HostVisits wanted) {
        visits = wanted;
    }

    /**
     * A place in the queue of a host.
     *
     * @param patience how long to wait for the turn
     * @param longest how long the request takes at most once it is its turn
     */
    record Turn(String host, Duration patience, Duration longest) {}

    /** Runs a request when it is its turn; returns nothing, without having run it, when its patience ended before. */
    <T> Optional<T> inTurn(Turn turn, Callable<T> request) throws Exception {
        MonotonicDeadline end = MonotonicDeadline.in(turn.patience(), nanos);
        Lane lane = lane(turn.host());
        if (!lane.turn.tryLock(turn.patience().toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            TimeUnit.NANOSECONDS.sleep(lane.free.left().toNanos());
            return begins(turn, end) ? Optional.of(visiting(lane, turn.host(), request)) : Optional.empty();
        } finally {
            lane.turn.unlock();
        }
    }

    private boolean begins(Turn turn, MonotonicDeadline end) throws InterruptedException {
        boolean begun = begins(turn);
        while (!begun && !end.passed()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(AGAIN.toNanos(), end.left().toNanos()));
            begun = begins(turn);
        }
        return begun;
    }

    private boolean begins(Turn turn) {
        try {
            return visits.begin(turn.host(), turn.longest());
        } catch (RuntimeException e) {
            complain("whether another node visits {} is not known: {}", turn.host(), e);
            return true;
        }
    }

    private <T> T visiting(Lane lane, String host, Callable<T> request) throws Exception {
        try {
            return request.call();
        } finally {
            lane.free = MonotonicDeadline.in(pause);
            ends(host);
        }
    }

    private void ends(String host) {
        try {
            visits.end(host, pause);
        } catch (RuntimeException e) {
            complain("other nodes take {} for visited a while longer: {}", host, e);
        }
    }

    /** A full disk must not be filled by complaints about it. */
    private void complain(String what, String host, RuntimeException e) {
        if (quiet.passed()) {
            quiet = MonotonicDeadline.in(BETWEEN_COMPLAINTS);
            log.warn(what, host, e.toString());
        } else {
            log.debug(what, host, e.toString());
        }
    }

    private Lane lane(String host) {
        return lanes.computeIfAbsent(host, ignored -> new Lane());
    }
}
