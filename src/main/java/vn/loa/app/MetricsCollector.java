package vn.loa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.RunningBot;
import vn.loa.delivery.channel.Messenger;
import vn.loa.model.ComponentHealth;
import vn.loa.model.HealthReport;
import vn.loa.store.StatisticsStore;
import vn.loa.watch.CheckReport;
import vn.loa.web.Metrics;
import vn.loa.web.Metrics.Sample;
import vn.loa.web.MetricsRoute;
import vn.loa.web.WebRoute;

/** Counts what happens, and reads from the ledger what stands there whenever Prometheus asks. */
final class MetricsCollector implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MetricsCollector.class);

    /** From the least to the most severe; dashboards know their places. */
    private static final List<ComponentHealth.Severity> SEVERITIES =
            List.of(ComponentHealth.Severity.OK, ComponentHealth.Severity.WARNING, ComponentHealth.Severity.CRITICAL);

    private final Metrics metrics = new Metrics();
    private final StatisticsStore statistics;
    private final Path database;
    private final InstantSource clock;

    /** Makes a collector; {@code database} is the file whose size is told. */
    MetricsCollector(StatisticsStore statistics, Path database, InstantSource clock) {
        this.statistics = statistics;
        this.database = database;
        this.clock = clock;
        metrics.set(
                "loa.build.info",
                "The version of Loa and of Java; always 1",
                List.of(new Sample(
                        Map.of("version", BuildInfo.version(), "java", System.getProperty("java.version")), 1)));
    }

    /** Returns the name of a case of a sealed type as a label, for example {@code retry_after} for RetryAfter. */
    static String word(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Returns the same channel, whose calls are counted. */
    Messenger measured(Messenger messenger) {
        return new MeasuredMessenger(messenger, metrics);
    }

    void fetched(String result, Duration duration) {
        metrics.took(
                "loa.fetch",
                "Fetches of pages by what became of them, with the waiting for politeness",
                Map.of("result", word(result)),
                duration);
    }

    void summarized(Duration duration) {
        metrics.took("loa.summarizing", "Summaries of articles", Map.of(), duration);
    }

    /** Counts a check by what it met and the state that its source is in now. */
    void checked(CheckReport report, Duration duration) {
        String problem = report.problem()
                .map(found -> found.kind().name().toLowerCase(Locale.ROOT))
                .orElse("none");
        String state = report.health().name().toLowerCase(Locale.ROOT);
        metrics.took(
                "loa.checks",
                "Checks of sources by the problem met and the state of the source",
                Map.of("state", state, "problem", problem, "asked", Boolean.toString(report.looked())),
                duration);
    }

    /** Returns the route that answers with everything. */
    WebRoute route(HealthMonitor health, BotRegistry bots) {
        return new MetricsRoute(metrics, () -> collect(health.report(), bots.here()));
    }

    /** Sets all gauges. What the database cannot tell keeps its former value; {@code loa_component} tells why. */
    private synchronized void collect(HealthReport health, List<RunningBot> bots) {
        health(health);
        metrics.set(
                "loa.sends.in.flight",
                "Messages under way",
                perBot(bots, each -> Optional.of((double) each.inFlight())));
        metrics.set("loa.plan.spent", "Messages spent of this month's plan", perBot(bots, RunningBot::spent));
        metrics.set("loa.plan.limit", "Messages in a month's plan; 0 is no limit", perBot(bots, RunningBot::plan));
        metrics.set("loa.database.bytes", "Size of the database with its journal", size());
        try {
            ledger(clock.instant());
        } catch (RuntimeException e) {
            log.debug("the ledger cannot be counted", e);
        }
    }

    private void health(HealthReport health) {
        metrics.set(
                "loa.component.severity",
                "Health of a component: 0 ok, 1 warning, 2 critical",
                health.components().stream()
                        .map(each -> Sample.of("component", each.id(), SEVERITIES.indexOf(each.severity())))
                        .toList());
        metrics.set(
                "loa.component.last.timestamp.seconds",
                "When a component last did its work, in seconds since 1970",
                health.components().stream()
                        .flatMap(each -> each.last().stream()
                                .map(at -> Sample.of("component", each.id(), (double) at.getEpochSecond())))
                        .toList());
        metrics.set(
                "loa.poll.age.seconds",
                "Time since a bot's last poll that succeeded",
                health.components().stream()
                        .filter(each -> each.id().endsWith(".poll"))
                        .flatMap(each -> age(each).stream())
                        .toList());
        metrics.set(
                "loa.sources",
                "Sources by state",
                health.sources().entrySet().stream()
                        .map(state -> Sample.of("state", state.getKey(), state.getValue()))
                        .toList());
        health.lastBackup()
                .ifPresent(at -> metrics.set(
                        "loa.backup.last.timestamp.seconds",
                        "When the newest backup was made, in seconds since 1970",
                        (double) at.getEpochSecond()));
    }

    private Optional<Sample> age(ComponentHealth poll) {
        String bot = poll.id().substring(0, poll.id().length() - ".poll".length());
        return poll.last()
                .map(at -> Sample.of("bot", bot, (double)
                        Math.max(0, Duration.between(at, clock.instant()).toSeconds())));
    }

    private interface BotValue {
        Optional<Double> of(RunningBot bot);
    }

    private static List<Sample> perBot(List<RunningBot> bots, BotValue value) {
        return bots.stream()
                .flatMap(bot -> value.of(bot).stream()
                        .map(number -> Sample.of("bot", bot.bot().key(), number)))
                .toList();
    }

    private void ledger(Instant now) {
        List<StatisticsStore.OpenDeliveries> open = statistics.openDeliveries();
        metrics.set(
                "loa.queue",
                "Deliveries that are not settled, by bot and state",
                open.stream()
                        .map(each -> new Sample(Map.of("bot", each.bot(), "state", each.state()), each.count()))
                        .toList());
        metrics.set(
                "loa.queue.oldest.due.seconds",
                "Time since the oldest delivery that waits became due; 0 when none is",
                statistics
                        .oldestDue(now)
                        .map(due -> (double) Duration.between(due, now).toSeconds())
                        .orElse(0.0));
        metrics.set("loa.dead.letters", "Deliveries that were given up", statistics.deadLetters());
        metrics.set(
                "loa.unconfirmed",
                "Deliveries of which it is not known whether they arrived once",
                statistics.unconfirmed());
        metrics.set("loa.articles", "Articles in the archive", statistics.articles());
        metrics.set("loa.receipts", "Receipts that are kept", statistics.receipts());
        metrics.set(
                "loa.chats",
                "Chats by state",
                statistics.chats().entrySet().stream()
                        .map(state -> Sample.of("state", state.getKey(), state.getValue()))
                        .toList());
    }

    private double size() {
        return Stream.of("", "-wal", "-shm")
                .map(suffix -> Path.of(database + suffix))
                .mapToLong(MetricsCollector::size)
                .sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        metrics.close();
    }
}
