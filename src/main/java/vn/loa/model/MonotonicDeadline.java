package vn.loa.model;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures a wait in memory by a clock that only goes forward, so that a correction of the machine's clock neither
 * shortens nor lengthens it. What has to outlive a restart is kept as an instant in the database instead.
 */
public final class MonotonicDeadline {
    private final LongSupplier nanos;
    private final long end;

    private MonotonicDeadline(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** Returns the moment that lies so far ahead by the machine's own count. */
    public static MonotonicDeadline in(Duration wait) {
        return in(wait, System::nanoTime);
    }

    /**
     * Returns the moment that lies so far ahead.
     *
     * @param nanos a count of nanoseconds that only goes forward, for example {@link System#nanoTime()}
     */
    public static MonotonicDeadline in(Duration wait, LongSupplier nanos) {
        return new MonotonicDeadline(nanos, nanos.getAsLong() + wait.toNanos());
    }

    /** Returns true from the moment on. */
    public boolean passed() {
        return end - nanos.getAsLong() <= 0;
    }

    /** Returns the time until the moment; zero once it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /** Returns the time since the moment; zero before it. */
    public Duration overdue() {
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - end));
    }
}
