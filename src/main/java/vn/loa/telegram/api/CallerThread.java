package vn.loa.telegram.api;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task on the thread that brings it. TelegramBots' synchronous calls are asynchronous ones it waits for without
 * limit; run here they take no second thread, and an error in reading an answer comes back instead of leaving the
 * caller waiting for ever. It owns no threads, so there is nothing to shut down.
 */
final class CallerThread extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
