package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntConsumer;

/** Measures work by the time that the processor spent on it, which a busy machine does not lengthen much. */
public final class CpuTime {
    private static final int TIMES_THE_SIZE = 4;
    /** Twice of what is due; the square of the size would be 16. */
    private static final int TIMES_THE_WORK = 8;

    /** Shorter times tell nothing. */
    private static final Duration MEASURABLE = Duration.ofMillis(10);

    private static final int LARGEST = 1 << 20;

    private CpuTime() {}

    /** Does the work in this thread and returns how long this thread computed. */
    public static Duration of(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    /**
     * Fails when work on four times a size takes much more than four times as long, however slow the machine is.
     *
     * @param size to begin with; it is doubled until the work can be measured, which warms up as well
     */
    public static void assertLinear(int size, IntConsumer work) {
        int measured = size;
        while (time(measured, work).compareTo(MEASURABLE) < 0 && measured < LARGEST) {
            measured *= 2;
        }
        Duration bound = Duration.ZERO;
        Duration taken = Duration.ZERO;
        for (int attempt = 0; attempt == 0 || attempt < 3 && taken.compareTo(bound) >= 0; attempt++) {
            bound = time(measured, work).multipliedBy(TIMES_THE_WORK);
            taken = time(TIMES_THE_SIZE * measured, work);
        }
        assertThat(taken).isLessThan(bound);
    }

    private static Duration time(int size, IntConsumer work) {
        return of(() -> work.accept(size));
    }
}
