package vn.loa.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Starts Loa as a process of its own with three sources and a Telegram bot, all on loopback, and measures how long it
 * takes to its first poll, and what it takes of the machine later. Memory and threads are read from Linux' {@code /proc}.
 */
public final class StartupBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_START = Duration.ofSeconds(2);
    private static final long MOST_RESIDENT_MIB = 150;
    private static final long MOST_THREADS = 40;

    private final Path folder;
    private final List<String> java;
    private final Consumer<Figure> tell;

    /**
     * Prepares the measurement.
     *
     * @param folder an empty folder for the database and the configuration
     * @param java the command that runs Loa, without Loa's own arguments
     * @param tell receives each figure as soon as it is known
     */
    public StartupBenchmark(Path folder, List<String> java, Consumer<Figure> tell) {
        this.folder = folder;
        this.java = List.copyOf(java);
        this.tell = tell;
    }

    /**
     * Measures.
     *
     * @param sources the addresses of the lists to watch
     * @param settled how long after the first poll memory and threads are looked at
     * @throws IOException when the process cannot be started or looked at
     * @throws IllegalStateException when it does not poll
     */
    public void run(List<URI> sources, Duration settled) throws IOException, InterruptedException {
        try (PolledApi api = new PolledApi()) {
            Path config = Files.writeString(folder.resolve("loa.yaml"), yaml(api.url(), sources));
            long begun = System.nanoTime();
            Process process = start(config);
            try {
                if (!api.awaitPoll(PATIENCE)) {
                    throw new IllegalStateException("Loa did not poll within " + PATIENCE.toSeconds() + " s");
                }
                Duration wall = Duration.ofNanos(System.nanoTime() - begun);
                Duration busy = process.info().totalCpuDuration().orElse(Duration.ZERO);
                started(wall, busy);
                TimeUnit.MILLISECONDS.sleep(settled.toMillis());
                footprint(process.pid(), settled);
            } finally {
                process.destroy();
                process.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private Process start(Path config) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("run", config.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String yaml(URI api, List<URI> sources) {
        String lines = IntStream.range(0, sources.size())
                .mapToObj(i -> "  - {id: s" + i + ", name: s" + i + ", url: '" + sources.get(i) + "', every: 1m}")
                .collect(Collectors.joining("\n"));
        return """
                data: '%s'
                backup: {keep: 0}
                access: open
                telegram: {token: '100000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', api-url: '%s'}
                fetch: {allow-private-addresses: true}
                web: {port: 0}
                sources:
                %s
                """.formatted(folder.resolve("data"), api, lines);
    }

    private void started(Duration wall, Duration busy) {
        tell.accept(new Figure(
                "from start to the first poll",
                String.format(
                        Locale.ROOT, "%.1f s (%.1f s of a processor)", wall.toMillis() / 1e3, busy.toMillis() / 1e3),
                "< 2 s on two idle cores",
                wall.compareTo(LONGEST_START) < 0));
    }

    private void footprint(long pid, Duration settled) throws IOException {
        long resident = status(pid, "VmRSS:") / 1024;
        long threads = status(pid, "Threads:");
        tell.accept(new Figure(
                "resident memory after " + settled.toSeconds() + " s, with three sources",
                resident + " MiB",
                "< " + MOST_RESIDENT_MIB + " MiB",
                resident < MOST_RESIDENT_MIB));
        tell.accept(new Figure("threads", Long.toString(threads), "< " + MOST_THREADS, threads < MOST_THREADS));
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("the process has ended"));
    }
}
