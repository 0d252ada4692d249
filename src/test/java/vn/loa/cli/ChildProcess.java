package vn.loa.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loa in a process of its own, started on the tests' class path, with everything it prints in a file. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.loa.cli.Loa"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
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

    public void awaitOutput(String part) {
        await("the words: " + part).atMost(PATIENCE).until(() -> output().contains(part) || !process.isAlive());
    }

    /** Asks it to stop, as systemd would. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd() {
        await("the end of the process").atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
