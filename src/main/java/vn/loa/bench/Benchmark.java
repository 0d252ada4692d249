package vn.loa.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
    private static final int MOST_NODES = 3;
    private static final Duration LONGEST_ENQUEUE = Duration.ofSeconds(3);
    private static final Duration LONGEST_CLAIM = Duration.ofMillis(20);
    private static final long MIB = 1L << 20;
    private static final long MOST_HEAP = 256 * MIB;
    private static final int CLAIMS = 100;
    /** Forty articles are summarized when the sizes are the usual ones. */
    private static final int LIMITED_AN_ARTICLE = 15;

    private static final String BOT = "bench";

    private final List<BenchDatabase> databases;
    private final Sizes sizes;
    private final InstantSource clock;
    private final Consumer<Figure> tell;

    /**
     * Prepares the measurements.
     *
     * @param databases where to measure, one after the other; the usual sizes take about 500 MB of each
     * @param tell receives each figure as soon as it is known
     */
    public Benchmark(List<BenchDatabase> databases, Sizes sizes, InstantSource clock, Consumer<Figure> tell) {
        this.databases = List.copyOf(databases);
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
            for (BenchDatabase database : databases) {
                lifted(database);
                limited(database);
                ledger(database);
                choosy(database);
            }
            new TextBenchmark(Math.max(1, sizes.limited() / LIMITED_AN_ARTICLE), tell).run();
            heap(heap);
        }
    }

    /** With one database figures are as they always were; with several each says on which. */
    private void tell(BenchDatabase database, Figure figure) {
        tell.accept(
                databases.size() == 1
                        ? figure
                        : new Figure(
                                database.kind() + ": " + figure.name(), figure.value(), figure.goal(), figure.met()));
    }

    private Stage stage(BenchDatabase.Place place) {
        return new Stage(place.open(), BOT, clock);
    }

    private void lifted(BenchDatabase database) throws IOException {
        double perSecond = lifted(database, 1);
        tell(
                database,
                new Figure(
                        "durable deliveries with the limits lifted, " + sizes.messages() + " chats",
                        text("%.0f a second", perSecond),
                        "at least " + LEAST_PER_SECOND,
                        perSecond >= LEAST_PER_SECOND));
        for (int nodes = 2; database.sharable() && nodes <= MOST_NODES; nodes++) {
            double together = lifted(database, nodes);
            tell(
                    database,
                    new Figure(
                            "the same by " + nodes + " bots, each on a node of its own on this machine",
                            text("%.0f a second", together),
                            "at least " + LEAST_PER_SECOND,
                            together >= LEAST_PER_SECOND));
        }
    }

    /** Returns how many messages a second so many nodes send together, each for a bot and its share of the chats. */
    private double lifted(BenchDatabase database, int nodes) throws IOException {
        List<Stage> stages = new ArrayList<>();
        try (BenchDatabase.Place place = database.make("lifted")) {
            for (int i = 1; i <= nodes; i++) {
                stages.add(new Stage(place.open(), BOT + i, clock));
            }
            int each = Math.max(1, sizes.messages() / nodes);
            Broadcast broadcast = Broadcast.run(stages, each, Rates.UNLIMITED);
            stages.forEach(Stage::close);
            return each * nodes / seconds(broadcast.took());
        }
    }

    private void limited(BenchDatabase database) throws IOException {
        try (BenchDatabase.Place place = database.make("limited");
                Stage stage = stage(place)) {
            Broadcast broadcast = Broadcast.run(List.of(stage), sizes.limited(), PUBLIC);
            double ratio = seconds(broadcast.took()) * PUBLIC.botPerSecond() / sizes.limited();
            tell(
                    database,
                    new Figure(
                            "a broadcast at 30 a second to the ideal time, " + sizes.limited() + " chats",
                            text("%.3f", ratio),
                            "at most " + MOST_OF_IDEAL,
                            ratio <= MOST_OF_IDEAL));
            tell(
                    database,
                    new Figure(
                            "refusals by a strict limiter during it",
                            Integer.toString(broadcast.refused()),
                            "0",
                            broadcast.refused() == 0));
        }
    }

    private void ledger(BenchDatabase database) {
        try (BenchDatabase.Place place = database.make("ledger");
                Stage stage = stage(place)) {
            stage.seat(sizes.chats());
            enqueued(database, stage, "one article entered for " + sizes.chats() + " chats that follow everything");
            stage.settleAll();
            for (int settled = sizes.chats(); settled < sizes.settled(); settled += sizes.chats()) {
                stage.announce();
                stage.settleAll();
            }
            stage.announce();
            claims(database, stage);
        }
    }

    /** Measures keywords, which cost reading the text, once for each different one. */
    private void choosy(BenchDatabase database) {
        try (BenchDatabase.Place place = database.make("choosy");
                Stage stage = stage(place)) {
            stage.seatChoosy(sizes.chats());
            enqueued(database, stage, "one article entered for " + sizes.chats() + " chats that follow keywords");
        }
    }

    private void enqueued(BenchDatabase database, Stage stage, String what) {
        long start = System.nanoTime();
        int entered = stage.announce();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (entered != sizes.chats()) {
            throw new IllegalStateException(entered + " chats were to hear of it instead of " + sizes.chats());
        }
        tell(
                database,
                new Figure(what, text("%.2f s", seconds(took)), "less than 3 s", took.compareTo(LONGEST_ENQUEUE) < 0));
    }

    private void claims(BenchDatabase database, Stage stage) {
        Duration[] took = new Duration[CLAIMS];
        for (int i = 0; i < CLAIMS; i++) {
            long start = System.nanoTime();
            List<Delivery> claimed = stage.claim(PUBLIC.botPerSecond());
            took[i] = Duration.ofNanos(System.nanoTime() - start);
            stage.sent(claimed);
        }
        Arrays.sort(took);
        Duration usual = took[CLAIMS * 95 / 100];
        tell(
                database,
                new Figure(
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
