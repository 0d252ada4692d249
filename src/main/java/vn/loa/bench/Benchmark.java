package vn.loa.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.model.Delivery;

/** Runs all measurements, one after the other, each in a database of its own. */
public final class Benchmark {
    /** The public Bot API's limits: core.telegram.org/bots/faq. */
    private static final Rates PUBLIC = new Rates(30, 1, 20);

    private static final int LEAST_PER_SECOND = 1_000;
    private static final double MOST_OF_IDEAL = 1.03;
    private static final Duration LONGEST_ENQUEUE = Duration.ofSeconds(3);
    private static final Duration LONGEST_CLAIM = Duration.ofMillis(20);
    private static final long MIB = 1L << 20;
    private static final long MOST_HEAP = 256 * MIB;
    private static final int CLAIMS = 100;

    private final Path folder;
    private final Sizes sizes;
    private final InstantSource clock;
    private final Consumer<Figure> tell;

    /**
     * Prepares the measurements.
     *
     * @param folder an empty folder for the databases, about 500 MB for the usual sizes
     * @param tell receives each figure as soon as it is known
     */
    public Benchmark(Path folder, Sizes sizes, InstantSource clock, Consumer<Figure> tell) {
        this.folder = folder;
        this.sizes = sizes;
        this.clock = clock;
        this.tell = tell;
    }

    /**
     * Measures everything.
     *
     * @throws IOException when there is no port for the platform on loopback
     * @throws IllegalStateException when a message was lost or repeated
     */
    public void run() throws IOException {
        try (HeapWatch heap = new HeapWatch()) {
            lifted();
            limited();
            ledger();
            choosy();
            heap(heap);
        }
    }

    private void lifted() throws IOException {
        try (Stage stage = new Stage(folder.resolve("lifted"), clock)) {
            Broadcast broadcast = Broadcast.run(stage, sizes.messages(), Rates.UNLIMITED);
            double perSecond = sizes.messages() / seconds(broadcast.took());
            tell.accept(new Figure(
                    "durable deliveries with the limits lifted, " + sizes.messages() + " chats",
                    text("%.0f a second", perSecond),
                    "at least " + LEAST_PER_SECOND,
                    perSecond >= LEAST_PER_SECOND));
        }
    }

    private void limited() throws IOException {
        try (Stage stage = new Stage(folder.resolve("limited"), clock)) {
            Broadcast broadcast = Broadcast.run(stage, sizes.limited(), PUBLIC);
            double ratio = seconds(broadcast.took()) * PUBLIC.botPerSecond() / sizes.limited();
            tell.accept(new Figure(
                    "a broadcast at 30 a second to the ideal time, " + sizes.limited() + " chats",
                    text("%.3f", ratio),
                    "at most " + MOST_OF_IDEAL,
                    ratio <= MOST_OF_IDEAL));
            tell.accept(new Figure(
                    "refusals by a strict limiter during it",
                    Integer.toString(broadcast.refused()),
                    "0",
                    broadcast.refused() == 0));
        }
    }

    private void ledger() {
        try (Stage stage = new Stage(folder.resolve("ledger"), clock)) {
            stage.seat(sizes.chats());
            enqueued(stage, "one article entered for " + sizes.chats() + " chats that follow everything");
            stage.settleAll();
            for (int settled = sizes.chats(); settled < sizes.settled(); settled += sizes.chats()) {
                stage.announce();
                stage.settleAll();
            }
            stage.announce();
            claims(stage);
        }
    }

    /** Measures keywords, which cost reading the text, once for each different one. */
    private void choosy() {
        try (Stage stage = new Stage(folder.resolve("choosy"), clock)) {
            stage.seatChoosy(sizes.chats());
            enqueued(stage, "one article entered for " + sizes.chats() + " chats that follow keywords");
        }
    }

    private void enqueued(Stage stage, String what) {
        long start = System.nanoTime();
        int entered = stage.announce();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (entered != sizes.chats()) {
            throw new IllegalStateException(entered + " chats were to hear of it instead of " + sizes.chats());
        }
        tell.accept(
                new Figure(what, text("%.2f s", seconds(took)), "less than 3 s", took.compareTo(LONGEST_ENQUEUE) < 0));
    }

    private void claims(Stage stage) {
        Duration[] took = new Duration[CLAIMS];
        for (int i = 0; i < CLAIMS; i++) {
            long start = System.nanoTime();
            List<Delivery> claimed = stage.claim(PUBLIC.botPerSecond());
            took[i] = Duration.ofNanos(System.nanoTime() - start);
            stage.sent(claimed);
        }
        Arrays.sort(took);
        Duration usual = took[CLAIMS * 95 / 100];
        tell.accept(new Figure(
                "a claim with " + sizes.settled() + " settled deliveries, 95 of 100",
                text("%.1f ms", millis(usual)) + text(", the slowest %.1f ms", millis(took[CLAIMS - 1])),
                "less than 20 ms",
                usual.compareTo(LONGEST_CLAIM) < 0));
    }

    private void heap(HeapWatch heap) {
        tell.accept(new Figure(
                "heap in use at most, of " + heap.limit() / MIB + " MiB that Java may use",
                heap.most() / MIB + " MiB",
                "less than 256 MiB",
                heap.most() < MOST_HEAP));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String text(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
