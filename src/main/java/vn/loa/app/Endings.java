package vn.loa.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.OwnedBot;
import vn.loa.model.MonotonicDeadline;
import vn.loa.schedule.OwnThread;

/** Ends parts of the program; one that fails does not keep the rest from ending. */
final class Endings {
    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private Endings() {}

    /** Runs an ending; its failure is logged. */
    static void guarded(String what, Runnable ending) {
        try {
            ending.run();
        } catch (RuntimeException | LinkageError e) {
            log.error("{} did not end well", what, e);
        }
    }

    /** Runs two endings at the same time, each of which may take so long, and waits for both. */
    static void together(String what, Duration atMost, Consumer<Duration> one, Consumer<Duration> other) {
        Thread second = new Thread(() -> guarded(what, () -> other.accept(atMost)), "end of " + what);
        second.start();
        guarded(what, () -> one.accept(atMost));
        try {
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all bots at the same time, for each may wait for a platform that does not answer, until a moment at most. */
    static void sideBySide(List<OwnedBot> bots, MonotonicDeadline end, Consumer<OwnedBot> ending) {
        List<CompletableFuture<Void>> endings = bots.stream()
                .map(bot -> CompletableFuture.runAsync(() -> ending.accept(bot), new OwnThread("end of " + bot.bot())))
                .toList();
        for (int i = 0; i < endings.size(); i++) {
            await(bots.get(i).bot().key(), endings.get(i), end.left());
        }
    }

    /** Waits for an ending that runs elsewhere; what it failed by, or that it took too long, is logged. */
    static void await(String what, CompletableFuture<?> ending, Duration atMost) {
        try {
            ending.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.error("{} did not end well", what, e.getCause());
        } catch (TimeoutException e) {
            log.warn("{} did not end in time", what);
        }
    }
}
