package vn.loa.schedule.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Checks sources on this node as soon as their hosts have no visitor, past the times that Quartz keeps. */
final class PromptChecks implements AutoCloseable {
    private final SharedChecks checks;
    private final Supplier<Duration> again;
    private final ScheduledExecutorService executor;

    /**
     * Makes the threads that check.
     *
     * @param name their name
     * @param again returns after how long a host that has a visitor is asked again
     */
    PromptChecks(String name, int threads, SharedChecks checks, Supplier<Duration> again) {
        this.checks = checks;
        this.again = again;
        this.executor = Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A check of a source that is wanted.
     *
     * @param since a check by any node since then makes up for it; empty for one that is made in any case
     * @param notWatched is called when nobody knows the source, or it is let rest
     */
    record Wanted(String id, Optional<Instant> since, Runnable notWatched) {}

    /** Has a source checked. */
    void check(Wanted wanted) {
        executor.execute(() -> attempt(wanted));
    }

    private void attempt(Wanted wanted) {
        boolean made = wanted.since()
                .filter(moment -> checks.checkedSince(wanted.id(), moment))
                .isPresent();
        if (!made) {
            switch (checks.attempt(wanted.id())) {
                case DONE -> {}
                case BUSY -> later(wanted);
                case RESTING, UNKNOWN -> wanted.notWatched().run();
            }
        }
    }

    private void later(Wanted wanted) {
        if (!executor.isShutdown()) {
            var ignored = executor.schedule(() -> attempt(wanted), again.get().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Begins no more checks. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
