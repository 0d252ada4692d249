package vn.loa.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.Heartbeat;
import vn.loa.bot.OwnedBot;
import vn.loa.model.ComponentHealth;
import vn.loa.model.ComponentHealth.Severity;
import vn.loa.model.HealthReport;
import vn.loa.schedule.SharedTimetable;
import vn.loa.schedule.Timetable;
import vn.loa.web.ComponentsRoute;
import vn.loa.web.HealthRoute;
import vn.loa.web.WebRoute;

/**
 * Judges the health of the whole program: whether its loops turn, whether it can do its work, and everything that an
 * operator should know. It is run regularly, so that the time since when something is wrong is near the truth also when
 * nobody asks.
 */
final class HealthMonitor implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(HealthMonitor.class);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);
    /** Checks may all wait for slow portals at the same time; each ends within ten minutes. */
    private static final Duration LONGEST_TURN_OF_CHECKS = Duration.ofMinutes(15);

    private static final int MOST_SOURCES = 100;

    private final Parts parts;
    private final InstantSource clock;
    private final Instant begun;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    private record Trouble(Severity severity, Instant since) {}

    /**
     * Holds what is judged.
     *
     * @param checks beats at the end of each check
     */
    record Parts(
            BotRegistry bots,
            Timetable timetable,
            SharedTimetable times,
            Storage storage,
            Heartbeat checks,
            WriteProof writes,
            DamageAlarm damage,
            DailyBackup backup) {}

    HealthMonitor(Parts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Returns the routes by which health is asked for. */
    List<WebRoute> routes() {
        return List.of(
                new HealthRoute(this::report),
                new ComponentsRoute("/livez", this::loops),
                new ComponentsRoute("/readyz", this::ability));
    }

    @Override
    public void run() {
        var unused = report();
    }

    /** Returns whether each loop turns. Only what a new start mends is critical, so a watchdog may go by it. */
    List<ComponentHealth> loops() {
        List<ComponentHealth> all = new ArrayList<>();
        Map<String, Duration> since = parts.times().sinceTurns();
        all.add(loop("timetable", since, LONGEST_TURN));
        all.add(loop("checks", since, LONGEST_TURN_OF_CHECKS));
        parts.bots().all().forEach(bot -> all.addAll(bot.loops(parts.timetable())));
        return dated(all, "loop ");
    }

    private static ComponentHealth loop(String name, Map<String, Duration> since, Duration longest) {
        Optional<String> problem = Optional.ofNullable(since.get(name))
                .filter(passed -> passed.compareTo(longest) > 0)
                .map(passed -> "did not turn for " + passed.toSeconds() + " s");
        return ComponentHealth.of(name, Optional.empty(), problem);
    }

    /** Tells systemd that Loa is alive, but not while a loop hangs: then systemd starts it again. */
    void feed(SystemdNotifier systemd) {
        List<ComponentHealth> hanging =
                loops().stream().filter(each -> each.severity() != Severity.OK).toList();
        if (hanging.isEmpty()) {
            systemd.alive();
        } else {
            hanging.forEach(each -> log.error("{} hangs: {}; systemd will start Loa again", each.id(), each.cause()));
        }
    }

    /** Returns whether Loa can do its work: write, and hear through at least one bot. */
    List<ComponentHealth> ability() {
        boolean hears = parts.bots().all().stream().anyMatch(HealthMonitor::hears);
        Optional<String> deaf = hears ? Optional.empty() : Optional.of("no bot hears");
        Optional<String> unwritten = parts.writes().last().isPresent()
                ? Optional.empty()
                : Optional.of("the database was not written to yet");
        ComponentHealth ledger = parts.writes().ledger();
        return dated(
                List.of(
                        ledger.severity() == Severity.OK
                                ? ComponentHealth.of("ledger", ledger.last(), unwritten)
                                : ledger,
                        ComponentHealth.of(
                                "database", Optional.empty(), parts.damage().problem()),
                        ComponentHealth.of("bots", Optional.empty(), deaf)),
                "ready ");
    }

    /** Whether another node hears stands in the database, which may be what is wrong. */
    private static boolean hears(OwnedBot bot) {
        try {
            return bot.hears();
        } catch (RuntimeException e) {
            log.debug("{}: whether it hears cannot be told", bot.bot(), e);
            return false;
        }
    }

    /** Returns everything that is known. */
    HealthReport report() {
        List<ComponentHealth> all = new ArrayList<>();
        parts.bots().all().forEach(bot -> all.addAll(guarded(bot.bot().key(), bot::components)));
        all.add(ComponentHealth.of(
                "database", parts.writes().last(), parts.damage().problem()));
        all.add(parts.writes().ledger());
        all.add(parts.writes().disk());
        all.add(ComponentHealth.of(
                "backup", parts.backup().last(), parts.backup().problem()));
        all.addAll(guarded("watch", this::watch));
        Map<String, Integer> sources = sources();
        all.add(portals(sources));
        return new HealthReport(
                BuildInfo.version(),
                dated(all, ""),
                sources,
                guarded("sources", this::troubled),
                parts.backup().last(),
                nodes());
    }

    /** Tells which node runs each bot; none when the database, which knows, cannot be read. */
    private Map<String, String> nodes() {
        try {
            return parts.bots().nodes();
        } catch (RuntimeException e) {
            log.debug("the nodes cannot be told", e);
            return Map.of();
        }
    }

    private List<ComponentHealth> watch() {
        return CheckDeadline.of(parts.storage().sources().active()).stream()
                .map(this::watch)
                .toList();
    }

    private ComponentHealth watch(Duration longest) {
        Optional<Instant> last = Stream.concat(parts.checks().last().stream(), byOthers().stream())
                .max(Comparator.naturalOrder());
        return ComponentHealth.of("watch", last, parts.checks().problem(last, longest));
    }

    /** Returns the last check of any node since this start; one before it is no sign that anything is checked now. */
    private Optional<Instant> byOthers() {
        return parts.storage().database().onServer()
                ? parts.storage().sources().lastCheck().filter(begun::isBefore)
                : Optional.empty();
    }

    /** Counts the sources by state; none when the database, which knows, cannot be read. */
    private Map<String, Integer> sources() {
        try {
            return parts.storage().statistics().sources();
        } catch (RuntimeException e) {
            log.debug("the sources cannot be counted", e);
            return Map.of();
        }
    }

    /** One portal in trouble is the portal's; all of them are the network's, or the proxy's. */
    private static ComponentHealth portals(Map<String, Integer> sources) {
        int down = sources.getOrDefault("down", 0);
        boolean others = sources.getOrDefault("ok", 0) + sources.getOrDefault("degraded", 0) > 0;
        Optional<String> problem = down > 0 && !others
                ? Optional.of("no source can be read (" + down + " of " + down
                        + " are down); look at the network, the resolver and the proxy of this machine")
                : Optional.empty();
        return ComponentHealth.of("portals", Optional.empty(), problem, Severity.WARNING);
    }

    private List<ComponentHealth> troubled() {
        return parts.storage().statistics().troubledSources(MOST_SOURCES).stream()
                .map(source -> new ComponentHealth(
                        "source/" + source.id(),
                        Severity.WARNING,
                        Optional.empty(),
                        source.since(),
                        source.health().name().toLowerCase(Locale.ROOT)
                                + source.problem()
                                        .map(kind -> ": " + kind.name().toLowerCase(Locale.ROOT))
                                        .orElse("")))
                .toList();
    }

    /** Some components ask the database, which may be what is wrong. */
    private static List<ComponentHealth> guarded(String id, Supplier<List<ComponentHealth>> told) {
        try {
            return told.get();
        } catch (RuntimeException e) {
            log.debug("the health of {} cannot be told", id, e);
            return List.of(ComponentHealth.of(id, Optional.empty(), Optional.of("the database cannot be read")));
        }
    }

    private List<ComponentHealth> dated(List<ComponentHealth> all, String view) {
        return all.stream().map(each -> dated(each, view + each.id())).toList();
    }

    private ComponentHealth dated(ComponentHealth each, String key) {
        if (each.severity() == Severity.OK) {
            troubles.remove(key);
            return each;
        }
        Trouble known = troubles.compute(
                key,
                (id, before) -> before != null && before.severity() == each.severity()
                        ? before
                        : new Trouble(each.severity(), clock.instant()));
        return each.since(Optional.of(known.since()));
    }
}
