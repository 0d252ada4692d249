package vn.loa.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells that the process was asked to end, and holds its end back, up to 20 seconds, until everything is closed. */
final class StopSignal {
    private static final long LONGEST_SECONDS = 20;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    /** Waits until the process is asked to end (SIGTERM, Ctrl-C). */
    void await() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::fromOutside, "stop"));
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fromOutside() {
        asked.countDown();
        try {
            answered.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that everything is closed, so that the process may end. */
    void answered() {
        answered.countDown();
    }
}
