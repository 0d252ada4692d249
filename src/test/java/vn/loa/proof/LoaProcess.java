package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import vn.loa.waiting.LogTimes;
import vn.loa.waiting.TestPatience;
import vn.loa.waiting.ThreadDump;

/** The packaged program, running as a process of its own; what it says is read line by line. */
final class LoaProcess implements AutoCloseable {
    /** One whose end is held back in vain stays for longer. */
    private static final Duration STAYS = Duration.ofSeconds(10);

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();
    private Predicate<String> deadly = line -> false;

    private LoaProcess(List<String> command) throws IOException {
        process = PackagedProgram.builder(command).start();
        reader = new Thread(this::read, "loa's log");
        reader.setDaemon(true);
        reader.start();
    }

    static LoaProcess start(Path config) throws IOException {
        return new LoaProcess(List.of(PackagedProgram.path(), "run", config.toString()));
    }

    /**
     * Starts on what looks like a small disk.
     *
     * @param kibibytes no file may grow beyond this
     */
    static LoaProcess startWithRoomFor(int kibibytes, Path config) throws IOException {
        String script = "ulimit -f " + kibibytes + "; exec \"$0\" \"$@\"";
        return new LoaProcess(List.of("bash", "-c", script, PackagedProgram.path(), "run", config.toString()));
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            // The stream of a killed process may end so.
            heard("(" + e.getMessage() + ")");
        }
    }

    private synchronized void heard(String line) {
        lines.add(line);
        if (deadly.test(line)) {
            process.toHandle().destroyForcibly();
        }
        notifyAll();
    }

    /** Everything it has said. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns when it said something for the last time, by its own log: when it is read does not count. */
    Instant saidAt(String part) {
        return LogTimes.last(lines(), part);
    }

    /** Waits until it says something. */
    LoaProcess awaitLine(String part) {
        return awaitLines(part, 1);
    }

    /** Waits until it has said something so often. */
    synchronized LoaProcess awaitLines(String part, int times) {
        long end = System.nanoTime() + TestPatience.LIMIT.toNanos();
        while (lines.stream().filter(line -> line.contains(part)).count() < times) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw inVain("the words: " + part);
            }
            pause();
        }
        return this;
    }

    /** Makes the failure of a wait, with what it said and what its threads do. */
    AssertionError inVain(String what) {
        return ThreadDump.inVain(what, process.toHandle(), String.join("\n", lines()));
    }

    boolean runs() {
        return process.isAlive();
    }

    /** Waits for a notification; the caller looks again at what it waits for. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause() {
        try {
            wait(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Kills it ({@code kill -9}) at the very moment it says this, and waits until it is dead. */
    void killAt(String part) {
        synchronized (this) {
            deadly = line -> line.contains(part);
            if (lines.stream().anyMatch(deadly)) {
                process.toHandle().destroyForcibly();
            }
        }
        awaitDeath();
    }

    /** {@code kill -9}. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitDeath();
    }

    /** Has the kernel hold it ({@code SIGSTOP}) or let it go on ({@code SIGCONT}). */
    void signal(String name) {
        Signals.send(name, process.pid());
    }

    // Process.destroy() would close the pipe that it logs into; the handle's does not.

    /**
     * Asks it to end (SIGTERM) and waits until it has, which is soon after its stop is over; returns how long its stop took
     * by its own log.
     */
    Duration stop() {
        process.toHandle().destroy();
        Instant ended = awaitDeath();
        assertThat(LogTimes.afterStop(lines(), ended))
                .as("stayed after its stop")
                .isLessThan(STAYS);
        return LogTimes.ofStop(lines());
    }

    /** Returns when it was seen dead. */
    private Instant awaitDeath() {
        try {
            if (!process.waitFor(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw inVain("its end");
            }
            Instant ended = InstantSource.system().instant();
            reader.join(TestPatience.LIMIT.toMillis());
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
