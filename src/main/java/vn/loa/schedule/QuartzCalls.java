package vn.loa.schedule;

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
}
