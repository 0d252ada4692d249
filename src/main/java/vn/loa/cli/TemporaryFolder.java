package vn.loa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates a folder that is deleted with its content when it is closed, and before the process ends by a signal. */
final class TemporaryFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TemporaryFolder.class);

    private final Path path;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::closeAtTheEnd, "temporary-folder");
    private volatile Duration patience = Duration.ZERO;

    /** Creates a new folder whose name begins so. */
    TemporaryFolder(String name) throws IOException {
        path = Files.createTempDirectory(name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Lets whoever works in it close it after a signal too, for at most so long. */
    void awaitCloseFor(Duration most) {
        patience = most;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            delete();
        } finally {
            closed.countDown();
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has seen that the folder is closed.
            log.debug("closed at the end: {}", e.getMessage());
        }
    }

    private void closeAtTheEnd() {
        try {
            if (!closed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                delete();
            }
        } catch (UncheckedIOException e) {
            log.warn("{}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
