package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Measures work by the time that the processor spent on it, which a busy machine does not lengthen much. */
public final class CpuTime {
    private static final int TIMES_THE_SIZE = 8;
    /** Three times of what is due; the square of the size would be 64. */
    private static final int TIMES_THE_WORK = 24;

    /** Shorter times tell nothing. */
    private static final Duration NOISE = Duration.ofMillis(50);

    private CpuTime() {}

    /** Does the work in this thread and returns how long this thread computed. */
    public static Duration of(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    /** Fails when work on eight times a size takes much more than eight times as long, however slow the machine is. */
    public static void assertLinear(int size, IntConsumer work) {
        Duration small = least(() -> work.accept(size));
        Duration large = least(() -> work.accept(TIMES_THE_SIZE * size));
        assertThat(large).isLessThan(small.multipliedBy(TIMES_THE_WORK).plus(NOISE));
    }

    private static Duration least(Runnable work) {
        return Stream.of(of(work), of(work), of(work)).min(Duration::compareTo).orElseThrow();
    }
}
