package vn.loa.web;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks on a fixed number of threads and interrupts a task which takes too long. The JDK's server reads a request
 * on the thread that answers it, and an interrupt closes the channel that a thread reads from, so a client that sends
 * its request byte by byte loses its connection, in the headers as in the body. The server's own limit ({@code
 * sun.net.httpserver.maxReqTime}) is a property of the whole process that is read once, before anybody knows who else
 * has a server in it.
 */
final class TimedWorkers implements Executor, AutoCloseable {
    private final ExecutorService threads;
    private final ScheduledExecutorService alarms;
    private final Duration limit;

    TimedWorkers(int count, Duration limit) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(count, task -> daemon(task, "web-" + number.incrementAndGet()));
        this.alarms = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "web-alarm"));
        this.limit = limit;
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
        Alarm alarm = new Alarm(Thread.currentThread());
        Future<?> set;
        try {
            set = alarms.schedule(alarm::ring, limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            return;
        }
        try {
            task.run();
        } finally {
            alarm.off();
            set.cancel(false);
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
        }
    }
}
