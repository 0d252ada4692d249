package vn.loa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.loa.model.Source;

/** Fires what is done once, however many nodes there are: the checks of sources, and work that one node at a time does. */
public interface SharedTimetable extends AutoCloseable {
    /** Sets what checks a source. To be called before the start. */
    void checking(Consumer<Source> check);

    /**
     * Checks a source at its times. What holds already, for this or another node, goes on as it is.
     *
     * @param jitter each check but the first comes up to this much later than its time
     * @param firstIn after how long it is checked first, whatever its times; empty for at its times alone
     */
    void watch(Source source, Duration jitter, Optional<Duration> firstIn);

    /** Checks a source soon, here, that fell out of its times, and at its times from then on. */
    void mend(Source source, Duration jitter);

    /** Stops checking a source; a check that runs comes to its end. */
    void unwatch(Source source);

    /** Checks a source once more, as soon as no check of it runs; false when it is not watched. */
    boolean checkNow(Source source);

    /** Checks a source that is watched once more after a delay, unless it is checked before that anyway. */
    void checkWithin(Source source, Duration delay);

    /**
     * Checks a source as {@link #checkNow} does, and surely on this node, where somebody waits for the result.
     *
     * @param notWatched is called when it turns out only later that the source is not watched
     */
    boolean checkHere(Source source, Runnable notWatched);

    /** Returns when a source is checked next, not before now; empty when it is not watched. */
    Optional<Instant> nextCheck(Source source);

    /** Runs a task again and again, on one node at a time. Each node says what the task of a name is. */
    void every(String name, Duration firstIn, Duration interval, Runnable task);

    /** Returns how long ago each loop last fired here, by name, {@code timetable} and {@code checks}. */
    Map<String, Duration> sinceTurns();

    /** Begins to fire. */
    void start();

    /** Fires nothing here while other nodes are to do it, whether it has begun or begins later; false ends that. */
    void leaveToOthers(boolean left);

    /** Fires nothing more here; what runs goes on. */
    void pause();

    /** Stops firing here; waits at most so long for what runs. */
    void close(Duration atMost);

    /** Stops firing here; waits up to ten seconds for what runs. */
    @Override
    default void close() {
        close(Timetable.LONGEST_END);
    }
}
