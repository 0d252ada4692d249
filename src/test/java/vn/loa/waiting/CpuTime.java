package vn.loa.waiting;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures work by the time that the processor spent on it, which a busy machine does not lengthen much. */
public final class CpuTime {
    private CpuTime() {}

    /** Does the work in this thread and returns how long this thread computed. */
    public static Duration of(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }
}
