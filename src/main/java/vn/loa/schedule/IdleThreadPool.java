package vn.loa.schedule;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ThreadPool;

/**
 * Gives Quartz threads as it needs them, up to a number; one that has been idle for five seconds ends. Quartz's own pool
 * keeps all of them from the start. Quartz makes it by its name, and sets what has a setter from its properties.
 */
public final class IdleThreadPool implements ThreadPool {
    private static final int IDLE_SECONDS = 5;
    private static final int LOOK_MILLIS = 500;
    private static final int LONGEST_END_MINUTES = 60;

    private final AtomicInteger made = new AtomicInteger();
    private int most = 1;
    private String prefix = "quartz";
    private boolean daemons;
    private Semaphore free = new Semaphore(1);
    private ThreadPoolExecutor threads = executor();

    /** Sets how many there are at most. */
    public void setThreadCount(int count) {
        most = count;
    }

    /** Sets the beginning of their names. */
    public void setThreadNamePrefix(String prefix) {
        this.prefix = prefix;
    }

    /** Sets whether the program may end while they run. */
    public void setMakeThreadsDaemons(boolean daemons) {
        this.daemons = daemons;
    }

    @Override
    public void setInstanceId(String id) {}

    @Override
    public void setInstanceName(String name) {}

    @Override
    public void initialize() throws SchedulerConfigException {
        if (most < 1) {
            throw new SchedulerConfigException("a pool needs a thread");
        }
        free = new Semaphore(most);
        threads = executor();
    }

    private ThreadPoolExecutor executor() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::named);
    }

    private Thread named(Runnable work) {
        Thread thread = new Thread(work, prefix + "-" + made.incrementAndGet());
        thread.setDaemon(daemons);
        return thread;
    }

    /** Runs work, and waits for a thread when all are busy. What Quartz had begun to fire at the end still runs. */
    @Override
    public boolean runInThread(Runnable work) {
        boolean counted = awaitFree();
        Runnable counting = () -> {
            try {
                work.run();
            } finally {
                free.release();
            }
        };
        try {
            threads.execute(counted ? counting : work);
        } catch (RejectedExecutionException e) {
            named(counted ? counting : work).start();
        }
        return true;
    }

    /** Waits until a thread is free and returns how many are. Quartz alone takes them, and asks on one thread. */
    @Override
    public int blockForAvailableThreads() {
        if (awaitFree()) {
            free.release();
        }
        return Math.max(1, free.availablePermits());
    }

    /** Takes the right to a thread; false when the end came first. */
    private boolean awaitFree() {
        boolean taken = free.tryAcquire();
        try {
            while (!taken && !threads.isShutdown()) {
                taken = free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return taken;
    }

    @Override
    public int getPoolSize() {
        return most;
    }

    @Override
    public void shutdown(boolean waitForJobs) {
        threads.shutdown();
        if (waitForJobs) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            var unused = threads.awaitTermination(LONGEST_END_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
