package vn.loa.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.attachment.DocumentExtractor;
import vn.loa.attachment.ExtractionResult;
import vn.loa.attachment.ExtractionResult.NotExtracted;

/** Measures how long the documents of a folder take to be read, and what that costs this process. */
public final class DocumentBenchmark {
    private static final Duration LONGEST = Duration.ofSeconds(35);
    private static final long MIB = 1L << 20;
    private static final long MOST_HEAP = 128 * MIB;
    private static final String READ = "read";

    private final DocumentExtractor extractor;
    private final Consumer<Figure> tell;

    /**
     * Prepares the measurement.
     *
     * @param tell receives each figure
     */
    public DocumentBenchmark(DocumentExtractor extractor, Consumer<Figure> tell) {
        this.extractor = extractor;
        this.tell = tell;
    }

    /**
     * Reads every file of a folder, once.
     *
     * @throws IOException when the folder cannot be read
     */
    public void run(Path folder) throws IOException {
        List<Duration> took = new ArrayList<>();
        Map<String, Integer> results = new TreeMap<>();
        // What was done before, for instance the making of the documents, is not counted.
        ManagementFactory.getMemoryMXBean().gc();
        try (HeapWatch heap = new HeapWatch();
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                long start = System.nanoTime();
                ExtractionResult result = extractor.extract(file);
                took.add(Duration.ofNanos(System.nanoTime() - start));
                results.merge(result instanceof NotExtracted not ? not.failure().name() : READ, 1, Integer::sum);
            }
            figures(took, results, heap.most());
        }
    }

    private void figures(List<Duration> took, Map<String, Integer> results, long heap) {
        Collections.sort(took);
        String told = results.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        tell.accept(new Figure("documents", told.isEmpty() ? "none" : told, "at least one", results.containsKey(READ)));
        if (!took.isEmpty()) {
            Duration longest = took.get(took.size() - 1);
            String times = String.format(
                    Locale.ROOT,
                    "%.2f s, 95 of 100 in %.2f s, the longest %.2f s",
                    seconds(took.get(took.size() / 2)),
                    seconds(took.get(took.size() * 95 / 100)),
                    seconds(longest));
            tell.accept(new Figure(
                    "time of one, the usual", times, "the longest less than 35 s", longest.compareTo(LONGEST) < 0));
        }
        tell.accept(new Figure(
                "heap of this process in use at most", heap / MIB + " MiB", "less than 128 MiB", heap < MOST_HEAP));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
