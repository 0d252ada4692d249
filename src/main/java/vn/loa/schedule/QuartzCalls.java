package vn.loa.schedule;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Calls Quartz; what it refuses is a mistake of ours or a database that is away, and no caller can go on. */
public final class QuartzCalls {
    private QuartzCalls() {}

    /** A call that returns something. */
    public interface Call<T> {
        T call() throws SchedulerException;
    }

    /** A call that returns nothing. */
    public interface Action {
        void run() throws SchedulerException;
    }

    /**
     * Returns what Quartz returns.
     *
     * @throws IllegalStateException when it refuses
     */
    public static <T> T call(Call<T> call) {
        try {
            return call.call();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz refused: " + e.getMessage(), e);
        }
    }

    /**
     * As {@link #call}, for what returns nothing.
     *
     * @throws IllegalStateException when Quartz refuses
     */
    public static void run(Action action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /**
     * Stops schedulers side by side and waits for the work that runs, or until this thread is interrupted.
     *
     * @param atMost zero not to wait
     * @return false when work went on for longer
     */
    public static boolean shutDown(Duration atMost, Scheduler... schedulers) {
        ExecutorService waiters = Executors.newFixedThreadPool(schedulers.length, QuartzCalls::waiter);
        for (Scheduler scheduler : schedulers) {
            waiters.execute(() -> run(() -> scheduler.shutdown(true)));
        }
        waiters.shutdown();
        try {
            return waiters.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    || Stream.of(schedulers).allMatch(QuartzCalls::idle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean idle(Scheduler scheduler) {
        return call(scheduler::getCurrentlyExecutingJobs).isEmpty();
    }

    private static Thread waiter(Runnable task) {
        Thread thread = new Thread(task, "end");
        thread.setDaemon(true);
        return thread;
    }
}
