package vn.loa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.loa.proof.PackagedProgram;
import vn.loa.waiting.TestPatience;
import vn.loa.waiting.ThreadDump;

/** The packaged program in a process of its own, with everything it prints in a file. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code loa} with these arguments; {@code folder} takes its output. */
    public static ChildProcess loa(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, "loa", ".out");
        List<String> command = new ArrayList<>(List.of(PackagedProgram.path()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = PackagedProgram.builder(command);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        return new ChildProcess(process, output);
    }

    /** Everything it has printed so far, on both streams. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed this; a process that ends without it is a failure. */
    public void awaitOutput(String part) {
        String what = "the words: " + part;
        try {
            Awaitility.await().atMost(TestPatience.LIMIT).until(() -> output().contains(part) || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            throw inVain(what, e);
        }
        if (!output().contains(part)) {
            throw inVain(what, null);
        }
    }

    /** Does what waits for an effect of this process; when it is in vain, the failure tells what the process did. */
    public void await(Runnable wait) {
        try {
            wait.run();
        } catch (AssertionError | ConditionTimeoutException e) {
            throw inVain("its effect", e);
        }
    }

    private AssertionError inVain(String what, Throwable cause) {
        AssertionError failure = ThreadDump.inVain(what, process.toHandle(), output());
        failure.initCause(cause);
        return failure;
    }

    /** Asks it to stop, as systemd would. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw inVain("the end of the process", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
