package vn.loa.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.OwnedBot;

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

    /** Runs two endings at the same time, each of which may take its time, and waits for both. */
    static void together(String what, Runnable one, Runnable other) {
        Thread second = new Thread(() -> guarded(what, other), "end of " + what);
        second.start();
        guarded(what, one);
        try {
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all bots at the same time and waits for each. */
    static void sideBySide(List<OwnedBot> bots, Function<OwnedBot, CompletableFuture<Void>> ending) {
        List<CompletableFuture<Void>> endings = bots.stream().map(ending).toList();
        for (int i = 0; i < endings.size(); i++) {
            guarded(bots.get(i).bot().key(), endings.get(i)::join);
        }
    }
}
