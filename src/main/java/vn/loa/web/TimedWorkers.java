package vn.loa.web;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs each task on a thread of its own and interrupts a task which takes too long. The JDK's server reads a request
 * on the thread that answers it, and an interrupt closes the channel that a thread reads from, so a client that sends
 * its request byte by byte loses its connection, in the headers as in the body. The server's own limit ({@code
 * sun.net.httpserver.maxReqTime}) is a property of the whole process that is read once, before anybody knows who else
 * has a server in it.
 */
final class TimedWorkers implements Executor, AutoCloseable {
    /** A server that nobody asks has no threads. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final ExecutorService threads;
    private final ScheduledExecutorService alarms;
    private final ThreadLocal<Alarm> ringing = new ThreadLocal<>();
    private final RequestLimits limits;

    /**
     * Makes the workers.
     *
     * @param most as many threads as there can be connections: then nobody waits for another's slow client
     */
    TimedWorkers(int most, RequestLimits limits) {
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0,
                most,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> daemon(task, "web-" + number.incrementAndGet()));
        this.alarms = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "web-alarm"));
        this.limits = limits;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> timed(task));
    }

    private void timed(Runnable task) {
        Alarm whole = new Alarm(Thread.currentThread());
        Alarm head = new Alarm(Thread.currentThread());
        try {
            set(whole, limits.whole());
            set(head, limits.head());
        } catch (RejectedExecutionException closing) {
            return;
        }
        ringing.set(head);
        try {
            task.run();
        } finally {
            head.off();
            whole.off();
            ringing.remove();
        }
    }

    private void set(Alarm alarm, Duration limit) {
        alarm.set = alarms.schedule(alarm::ring, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes note that the headers of this thread's request have been read, and the rest may take its time. */
    void headRead() {
        Alarm head = ringing.get();
        if (head != null) {
            head.off();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        alarms.shutdownNow();
    }

    /** Interrupts a thread, but never after its task is done. */
    private static final class Alarm {
        private final Thread thread;
        private volatile @Nullable Future<?> set;
        private boolean on = true;

        Alarm(Thread thread) {
            this.thread = thread;
        }

        synchronized void ring() {
            if (on) {
                thread.interrupt();
            }
        }

        /** Cancels the interrupt. Called on the thread itself, which forgets one that came. */
        synchronized void off() {
            on = false;
            Thread.interrupted();
            Future<?> waiting = set;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }
    }
}
