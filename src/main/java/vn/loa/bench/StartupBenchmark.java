package vn.loa.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Starts Loa as a process of its own with three sources and a Telegram bot, all on loopback, and measures how long it
 * takes to its first poll, and what it takes of the machine then and later. Memory and threads are read from Linux'
 * {@code /proc}.
 */
public final class StartupBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double LONGEST_START = 2;
    private static final double MOST_RESIDENT_MB = 150;
    private static final double MOST_THREADS = 40;
    private static final double KIB_IN_MB = 1000 * 1000 / 1024.0;

    private final Path folder;
    private final List<String> java;
    private final Consumer<Figure> tell;

    /**
     * Prepares the measurement.
     *
     * @param folder an empty folder for the database and the configuration
     * @param java the command that runs Loa, without Loa's own arguments
     * @param tell receives the figures, each with its worst value, when all runs are over
     */
    public StartupBenchmark(Path folder, List<String> java, Consumer<Figure> tell) {
        this.folder = folder;
        this.java = List.copyOf(java);
        this.tell = tell;
    }

    /** Holds what one run took: seconds by the clock and of a processor, threads, and KiB of memory. */
    private record Run(double wall, double busy, double threadsAtPoll, double threads, double resident) {}

    /**
     * Measures one run after another: the first makes the tables, the others find them.
     *
     * @param sources the addresses of the lists to watch
     * @param settled how long after the first poll memory and threads are looked at
     * @param times the number of runs
     * @throws IOException when a process cannot be started or looked at
     * @throws IllegalStateException when it does not poll
     */
    public void run(List<URI> sources, Duration settled, int times) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            runs.add(run(sources, settled));
        }
        started(runs);
        resident(runs, settled);
        threads("threads at the first poll", runs, Run::threadsAtPoll);
        threads("threads after " + settled.toSeconds() + " s", runs, Run::threads);
    }

    private Run run(List<URI> sources, Duration settled) throws IOException, InterruptedException {
        try (PolledApi api = new PolledApi()) {
            Path config = Files.writeString(folder.resolve("loa.yaml"), yaml(api.url(), sources));
            long begun = System.nanoTime();
            Process process = start(config);
            try {
                if (!api.awaitPoll(PATIENCE)) {
                    throw new IllegalStateException("Loa did not poll within " + PATIENCE.toSeconds() + " s");
                }
                return measured(process, (System.nanoTime() - begun) / 1e9, settled);
            } finally {
                process.destroy();
                process.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private static Run measured(Process process, double wall, Duration settled)
            throws IOException, InterruptedException {
        Duration busy = process.info().totalCpuDuration().orElse(Duration.ZERO);
        long threads = status(process.pid(), "Threads:");
        TimeUnit.MILLISECONDS.sleep(settled.toMillis());
        return new Run(
                wall,
                busy.toMillis() / 1e3,
                threads,
                status(process.pid(), "Threads:"),
                status(process.pid(), "VmRSS:"));
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

    private void started(List<Run> runs) {
        double worst = worst(runs, Run::wall);
        tell.accept(new Figure(
                "from start to the first poll",
                number("%.1f", worst) + " s at worst (" + all("%.1f", runs, Run::wall) + "; "
                        + all("%.1f", runs, Run::busy) + " of a processor)",
                "< 2 s on two idle cores",
                worst < LONGEST_START));
    }

    private void resident(List<Run> runs, Duration settled) {
        double worst = worst(runs, Run::resident);
        tell.accept(new Figure(
                "resident memory after " + settled.toSeconds() + " s, with three sources",
                number("%.0f", worst / KIB_IN_MB) + " MB (" + number("%.0f", worst / 1024) + " MiB) at worst ("
                        + all("%.0f", runs, run -> run.resident() / KIB_IN_MB) + ")",
                "< 150 MB",
                worst / KIB_IN_MB < MOST_RESIDENT_MB));
    }

    private void threads(String name, List<Run> runs, Function<Run, Double> count) {
        double worst = worst(runs, count);
        tell.accept(new Figure(
                name,
                number("%.0f", worst) + " at worst (" + all("%.0f", runs, count) + ")",
                "< 40",
                worst < MOST_THREADS));
    }

    private static double worst(List<Run> runs, Function<Run, Double> value) {
        return Collections.max(runs.stream().map(value).toList());
    }

    private static String all(String form, List<Run> runs, Function<Run, Double> value) {
        return runs.stream().map(run -> number(form, value.apply(run))).collect(Collectors.joining(", "));
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
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
