package vn.loa.telegram.incoming;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import vn.loa.model.MonotonicDeadline;

/**
 * Keeps questions from a platform that has just failed to answer several: for a while none is asked, then one, whose
 * answer decides. Safe for several threads.
 */
final class CircuitBreaker {
    private final int mostFailures;
    private final Duration pause;

    @GuardedBy("this")
    private int failures;

    @GuardedBy("this")
    private MonotonicDeadline closed = MonotonicDeadline.in(Duration.ZERO);

    /**
     * Makes a breaker that lets questions pass.
     *
     * @param mostFailures in a row, after which none is asked
     * @param pause for how long
     */
    CircuitBreaker(int mostFailures, Duration pause) {
        this.mostFailures = mostFailures;
        this.pause = pause;
    }

    /** Returns whether a question may be asked now; the one that ends a pause is asked alone. */
    synchronized boolean lets() {
        if (failures < mostFailures) {
            return true;
        }
        if (!closed.passed()) {
            return false;
        }
        closed = MonotonicDeadline.in(pause);
        return true;
    }

    /** Notes that a question was answered. */
    synchronized void answered() {
        failures = 0;
    }

    /** Notes that a question was not answered. */
    synchronized void failed() {
        failures++;
        closed = MonotonicDeadline.in(pause);
    }
}
