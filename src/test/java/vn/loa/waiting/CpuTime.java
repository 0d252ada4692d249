package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

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
     * @param size to begin with; more than zero; it is doubled until the work can be measured, which warms up as well
     */
    public static void assertLinear(int size, IntConsumer work) {
        if (size <= 0) {
            throw new IllegalArgumentException("no size grows from " + size);
        }
        int measured = size;
        while (time(measured, work).compareTo(MEASURABLE) < 0 && measured < LARGEST) {
            measured *= 2;
        }
        Duration small = least(measured, work);
        assertThat(least(TIMES_THE_SIZE * measured, work)).isLessThan(small.multipliedBy(TIMES_THE_WORK));
    }

    /** Of three, since what others do on the machine only adds to it. */
    private static Duration least(int size, IntConsumer work) {
        return Stream.generate(() -> time(size, work))
                .limit(3)
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration time(int size, IntConsumer work) {
        return of(() -> work.accept(size));
    }
}
