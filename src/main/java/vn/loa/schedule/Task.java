package vn.loa.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work under a name. Whatever it throws ends only this run. A failure is logged with its stack once; the same kind
 * again, as every second on a full disk, in a line once a minute, and its end.
 */
public final class Task implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Task.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    /** SQLite's messages begin with the name of its code: {@code [SQLITE_FULL]}. */
    private static final Pattern CODE = Pattern.compile("\\[\\w+]");

    private final String name;
    private final Runnable work;
    private final LongSupplier nanos;
    /**
     * The kind of failure that the last run ended with, an empty string for none; a task never runs twice at a time.
     */
    private volatile String lastKind = "";

    private volatile long toldAt;
    private volatile int failures;
    /** When the run that goes on began, in nanoseconds and never 0; 0 while none does. */
    private volatile long begunAt;

    /** Makes a task whose work is told at each run. */
    public Task(String name, LongSupplier nanos) {
        this(name, () -> {}, nanos);
    }

    /** Makes a task; {@code nanos} counts nanoseconds, from anywhere. */
    public Task(String name, Runnable work, LongSupplier nanos) {
        this.name = name;
        this.work = work;
        this.nanos = nanos;
    }

    /** Returns how long the run that goes on has taken; empty while none does. */
    Optional<Duration> running() {
        long since = begunAt;
        return since == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos.getAsLong() - since));
    }

    @Override
    public void run() {
        run(work);
    }

    /** Runs this once in place of the task's own work. */
    public void run(Runnable now) {
        begunAt = nanos.getAsLong() | 1;
        try {
            now.run();
            recovered();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            failed(e);
        } finally {
            begunAt = 0;
        }
    }

    private void recovered() {
        if (!lastKind.isEmpty()) {
            log.info("{} works again after {} failures", name, failures);
            lastKind = "";
            failures = 0;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Others only read it.
    private void failed(Throwable e) {
        Throwable root = root(e);
        String kind = kind(root);
        boolean known = kind.equals(lastKind);
        failures = failures + 1;
        lastKind = kind;
        if (known && nanos.getAsLong() - toldAt < QUIET.toNanos()) {
            return;
        }
        toldAt = nanos.getAsLong();
        if (known) {
            log.error("{} goes on failing, {} times by now: {}", name, failures, root.toString());
        } else {
            log.error("{} failed: {}", name, root.toString(), e);
        }
    }

    /**
     * Returns the kind of a failure, without the parts of its message that differ from time to time: a number, an
     * address.
     */
    private static String kind(Throwable root) {
        Matcher code = CODE.matcher(String.valueOf(root.getMessage()));
        return root.getClass().getName() + (code.lookingAt() ? code.group() : "");
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }
}
