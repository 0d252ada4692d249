package vn.loa.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.loa.attachment.ExtractionResult.NotExtracted;

/**
 * Reads documents in child processes, one at a time, each for one document. A process has a heap of its own and is
 * killed when its time is up, so that no document costs this process more than a wait and the text. Safe for use by
 * several threads.
 */
public final class DocumentExtractor implements TextExtractor {
    private static final String MAIN = "vn.loa.attachment.extract.ExtractionMain";
    /** The child ends by itself before it is killed, and hands over the text that it has. */
    private static final Duration KILLED_AFTER = Duration.ofSeconds(2);
    /** The variables that the child keeps; the rest may hold secrets. */
    private static final List<String> ENVIRONMENT = List.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR");

    private final ExtractionLimits limits;
    private final Optional<OcrCommand> ocr;
    private final Path folder;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile boolean closed;
    private volatile Optional<Process> running = Optional.empty();

    /**
     * Makes an extractor.
     *
     * @param ocr the command that reads scans, if there is one
     * @param folder a folder for temporary files of the readings
     */
    public DocumentExtractor(ExtractionLimits limits, Optional<OcrCommand> ocr, Path folder) {
        this.limits = Objects.requireNonNull(limits);
        this.ocr = Objects.requireNonNull(ocr);
        this.folder = folder.toAbsolutePath();
    }

    /** Reads a document; waits its turn for as long as the reading of one other may take. */
    public ExtractionResult extract(Path file) {
        return extract(file, limits.time());
    }

    @Override
    public ExtractionResult extract(Path file, Duration patience) {
        try {
            if (!turn.tryAcquire(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                return new NotExtracted(ReadingFailure.BUSY, "other documents were being read");
            }
        } catch (InterruptedException e) {
            return interrupted();
        }
        try {
            return closed ? stopped() : inChild(file);
        } finally {
            turn.release();
        }
    }

    private ExtractionResult inChild(Path file) {
        Process process;
        try {
            process = start(file);
        } catch (IOException e) {
            return new NotExtracted(ReadingFailure.CRASHED, "no process can be started: " + e.getMessage());
        }
        running = Optional.of(process);
        try {
            return closed ? stopped() : answer(process);
        } finally {
            running = Optional.empty();
            kill(process);
        }
    }

    private Process start(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(file)).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        // Tesseract would take all processors.
        environment.put("OMP_THREAD_LIMIT", "1");
        return builder.start();
    }

    private List<String> command(Path file) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heapMebibytes() + "m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                // Nobody reads what its libraries would log, and to prepare a log takes a fifth of its time.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-cp",
                ProgramClassPath.of(DocumentExtractor.class),
                MAIN));
        command.addAll(new ExtractionArguments(file.toAbsolutePath(), limits, ocr).toList());
        return command;
    }

    private ExtractionResult answer(Process process) {
        int most = ExtractionAnswer.mostBytes(limits.characters());
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, most, answer), "document");
        reader.setDaemon(true);
        reader.start();
        try {
            Duration longest = limits.time().plus(KILLED_AFTER);
            byte[] bytes = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return closed ? stopped() : ExtractionAnswer.read(bytes);
        } catch (TimeoutException e) {
            return new NotExtracted(
                    ReadingFailure.TIMED_OUT,
                    "took longer than " + limits.time().toSeconds() + " s");
        } catch (InterruptedException e) {
            return interrupted();
        } catch (ExecutionException | IOException e) {
            return closed ? stopped() : crashed(process);
        }
    }

    private static void read(Process process, int most, CompletableFuture<byte[]> answer) {
        try {
            answer.complete(process.getInputStream().readNBytes(most));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            answer.completeExceptionally(e);
        }
    }

    private static ExtractionResult crashed(Process process) {
        String how = process.isAlive() ? "gave no answer" : "ended with exit code " + process.exitValue();
        return new NotExtracted(ReadingFailure.CRASHED, "the process that reads documents " + how);
    }

    private static ExtractionResult stopped() {
        return new NotExtracted(ReadingFailure.STOPPED, "");
    }

    private static ExtractionResult interrupted() {
        Thread.currentThread().interrupt();
        return stopped();
    }

    /** Ends the process and what it started. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends the reading that is under way; nothing is read after it. */
    @Override
    public void close() {
        closed = true;
        running.ifPresent(DocumentExtractor::kill);
    }
}
