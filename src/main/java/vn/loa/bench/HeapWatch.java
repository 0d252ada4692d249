package vn.loa.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Samples every few milliseconds how much of the Java heap is in use, garbage that was not yet collected included. */
final class HeapWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 10;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watch = new Thread(task, "heap watch");
        watch.setDaemon(true);
        return watch;
    });
    private volatile long most;

    HeapWatch() {
        var ignored = thread.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
    }

    /** Returns the most bytes in use so far. */
    long most() {
        return most;
    }

    /** Returns the most bytes that Java may use. */
    long limit() {
        return memory.getHeapMemoryUsage().getMax();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
