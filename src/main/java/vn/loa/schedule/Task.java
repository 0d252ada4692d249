package vn.loa.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work with a name. Whatever it throws ends only this run. A failure is told with its stack once; the same one again, as
 * every second on a full disk, in a line.
 */
final class Task implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Task.class);

    private final String name;
    private final Runnable work;
    private volatile String lastFailure = "";

    Task(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
            lastFailure = "";
        } catch (RuntimeException | LinkageError e) {
            tell(e);
        }
    }

    private void tell(Throwable e) {
        String failure = root(e).toString();
        if (failure.equals(lastFailure)) {
            log.error("{} failed again: {}", name, failure);
        } else {
            log.error("{} failed: {}", name, failure, e);
        }
        lastFailure = failure;
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }
}
