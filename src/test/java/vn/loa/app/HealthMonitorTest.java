package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.bot.BotParts;
import vn.loa.bot.Heartbeat;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.Ownership;
import vn.loa.bot.RunningBot;
import vn.loa.bot.UpdateReceiver;
import vn.loa.command.setting.AcknowledgeCommand;
import vn.loa.delivery.DeliveryFixture;
import vn.loa.delivery.FileResender;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.ScriptedMessenger;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.SettableClock;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.Cadence;
import vn.loa.model.ComponentHealth;
import vn.loa.model.ComponentHealth.Severity;
import vn.loa.model.HealthIndicator;
import vn.loa.model.HealthReport;
import vn.loa.model.Problem;
import vn.loa.model.QuietHours;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.phrases.Phrases;
import vn.loa.schedule.SoleTimetable;
import vn.loa.schedule.Timetable;
import vn.loa.store.DatabaseFolder;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.file.Backups;

/** Health tells what is wrong, how badly and since when, and never takes the world's faults for Loa's own. */
class HealthMonitorTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant START = Instant.parse("2026-11-28T02:00:00Z");
    private static final Phrases PHRASES = Phrases.vietnamese();

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final Receiver receiver = new Receiver();
    private List<String> watchers = List.of();
    private Storage storage;
    private Timetable timetable;
    private WriteProof writes;
    private DailyBackup backup;
    private DamageAlarm damage;
    private HealthMonitor health;

    /** Tells that another node has the bot, or that none has. */
    private record Elsewhere(Optional<String> node) implements Ownership {
        @Override
        public boolean keep() {
            return false;
        }

        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public void release() {}
    }

    /** Hears when the test says so. */
    private static final class Receiver implements UpdateReceiver {
        private Optional<Instant> last = Optional.empty();
        private Optional<String> problem = Optional.empty();
        private Optional<Duration> longest = Optional.of(Duration.ofMinutes(2));

        @Override
        public void start() {}

        @Override
        public HealthIndicator.OfLoop health() {
            return new HealthIndicator.OfLoop("Nhận lệnh", last, problem);
        }

        @Override
        public Optional<Duration> longestPoll() {
            return longest;
        }

        @Override
        public Optional<String> botName() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() {
        storage = Storage.of(MigratedDatabase.open(folder.resolve("data")));
        Backups backups = new Backups(folder.resolve("backup"), 3, ZONE);
        DatabaseFolder files = new DatabaseFolder(folder.resolve("data"), backups, false);
        backup = new DailyBackup(
                new DailyBackup.Plan(Optional.of(files.file()), backups, true, LocalTime.of(2, 30), ZONE),
                storage.database(),
                (topic, message) -> {},
                PHRASES,
                clock);
        timetable = new Timetable(ZONE, clock, new Random(1));
        writes = new WriteProof(storage.settings(), folder, clock);
        damage = new DamageAlarm(storage.database(), files, List::of, (to, message) -> true, PHRASES);
        health = monitor(Ownership.sole("a"));
        storage.sources().syncConfigured(List.of(source("a"), source("b")));
    }

    private HealthMonitor monitor(Ownership ownership) {
        BotRegistry bots = new BotRegistry(null, backup);
        OwnedBot bot = bot(ownership);
        bots.add(bot);
        bots.watchedBy(new BotRegistry.Watchers(() -> watchers, names -> "Watched by " + names));
        bot.lookAfter();
        return new HealthMonitor(
                new HealthMonitor.Parts(
                        bots,
                        timetable,
                        new SoleTimetable(timetable),
                        storage,
                        new Heartbeat(clock),
                        writes,
                        damage,
                        backup),
                clock);
    }

    private OwnedBot bot(Ownership ownership) {
        MessageFormats formats = MessageFormats.of(PHRASES, ZONE, AcknowledgeCommand::button, 5);
        QuietHours quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), QuietHours.Mode.OFF);
        DeliveryWorkers workers = new DeliveryWorkers(
                storage,
                PHRASES,
                formats,
                new SendCalendar.Rules(quiet, ZONE),
                RetryPolicy.USUAL,
                FileResender.PATIENCE,
                clock);
        return new OwnedBot(
                () -> BotParts.of(new ScriptedMessenger(DeliveryFixture.TELEGRAM_LIKE), answers -> receiver),
                new RunningBot.Common(workers, PHRASES, clock),
                owned -> ownership);
    }

    @AfterEach
    void close() {
        timetable.close();
        storage.database().close();
    }

    private static Source source(String id) {
        Cadence cadence = new Cadence.Every(Duration.ofHours(1));
        return new Source(id, id, URI.create("https://" + id + ".gov.vn/"), "", cadence, Map.of(), Set.of());
    }

    private void checked(String id, SourceHealth state) {
        SourceCheck never = SourceCheck.never();
        Optional<Problem> problem = state == SourceHealth.OK
                ? Optional.empty()
                : Optional.of(new Problem(Problem.Kind.UNREACHABLE, "secret=1"));
        storage.sources()
                .saveCheck(
                        id,
                        new SourceCheck(
                                never.firstGood(),
                                Optional.of(clock.instant()),
                                never.lastGood(),
                                never.notBefore(),
                                0,
                                state,
                                Optional.of(clock.instant()),
                                problem,
                                0,
                                Optional.empty(),
                                Optional.empty()));
    }

    private ComponentHealth component(String id) {
        return only(health.report().components(), id);
    }

    private static ComponentHealth only(List<ComponentHealth> all, String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private void polled() {
        receiver.last = Optional.of(clock.instant());
    }

    @Test
    void each_component_has_an_id_that_stays() {
        assertThat(health.report().components().stream().map(ComponentHealth::id))
                .containsExactly(
                        "telegram/main.poll",
                        "telegram/main.dispatch",
                        "database",
                        "ledger",
                        "disk",
                        "backup",
                        "watch",
                        "portals");
    }

    @Test
    void a_bot_that_another_node_runs_is_well_here() {
        health = monitor(new Elsewhere(Optional.of("b")));
        clock.pass(Duration.ofDays(1));
        writes.run();
        assertThat(component("telegram/main.node").severity()).isEqualTo(Severity.OK);
        assertThat(health.report().components().stream().map(ComponentHealth::id))
                .doesNotContain("telegram/main.poll", "telegram/main.dispatch");
        assertThat(only(health.ability(), "bots").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void the_nodes_that_check_sources_are_named_where_there_are_several() {
        assertThat(health.report().nodes()).isEmpty();
        watchers = List.of("a", "b");
        assertThat(health.report().nodes()).containsEntry("watch", "a, b");
    }

    @Test
    void a_bot_that_no_node_runs_is_told() {
        health = monitor(new Elsewhere(Optional.empty()));
        assertThat(component("telegram/main.node").cause()).isEqualTo("no node runs it");
        assertThat(only(health.ability(), "bots").cause()).isEqualTo("no bot hears");
    }

    @Test
    void a_poll_that_neither_succeeds_nor_fails_is_told_and_only_a_new_start_mends_it() {
        polled();
        clock.pass(Duration.ofMinutes(1));
        assertThat(component("telegram/main.poll").severity()).isEqualTo(Severity.OK);
        clock.pass(Duration.ofMinutes(2));
        assertThat(component("telegram/main.poll").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(only(health.loops(), "telegram/main.poll").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(only(health.ability(), "bots").cause()).isEqualTo("no bot hears");
    }

    @Test
    void the_watchdog_is_fed_only_while_the_loops_turn() throws IOException {
        Path program = folder.resolve("notify");
        Path told = folder.resolve("told");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >> '" + told + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        SystemdNotifier systemd = new SystemdNotifier(program.toString(), Map.of("NOTIFY_SOCKET", "/run/x"));
        polled();
        health.feed(systemd);
        assertThat(Files.readAllLines(told)).containsExactly("WATCHDOG=1");
        clock.pass(Duration.ofMinutes(3));
        health.feed(systemd);
        assertThat(Files.readAllLines(told)).as("a poll hangs").hasSize(1);
    }

    @Test
    void a_platform_out_of_reach_is_critical_but_no_reason_for_a_new_start() {
        polled();
        receiver.problem = Optional.of("Telegram cannot be polled");
        clock.pass(Duration.ofHours(1));
        assertThat(component("telegram/main.poll").cause()).isEqualTo("Telegram cannot be polled");
        assertThat(only(health.loops(), "telegram/main.poll").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void a_webhook_that_nobody_called_for_a_week_hears() {
        receiver.longest = Optional.empty();
        clock.pass(Duration.ofDays(7));
        assertThat(component("telegram/main.poll").severity()).isEqualTo(Severity.OK);
        assertThat(only(health.ability(), "bots").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void loa_is_ready_once_it_wrote_and_heard() {
        assertThat(health.ability().stream()
                        .filter(each -> each.severity() != Severity.OK)
                        .map(ComponentHealth::id))
                .containsExactly("ledger", "bots");
        writes.run();
        polled();
        assertThat(health.ability()).allMatch(each -> each.severity() == Severity.OK);
    }

    @Test
    void a_database_that_takes_no_writes_is_told_with_cause_and_since_when() {
        writes.run();
        storage.database().close();
        assertThat(catchThrowable(writes::run)).isNotNull();
        HealthReport report = health.report();
        assertThat(only(report.components(), "ledger").cause()).startsWith("the database takes no writes: ");
        clock.pass(Duration.ofSeconds(20));
        assertThat(component("ledger").since()).contains(START);
        assertThat(report.worst()).isEqualTo(Severity.CRITICAL);
        assertThat(only(health.ability(), "ledger").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(health.loops()).as("a new start mends no disk").allMatch(each -> each.severity() == Severity.OK);
    }

    @Test
    void one_portal_down_is_the_portals_trouble_and_all_of_them_are_ours() {
        checked("a", SourceHealth.OK);
        checked("b", SourceHealth.DOWN);
        assertThat(component("portals").severity()).isEqualTo(Severity.OK);
        HealthReport one = health.report();
        assertThat(one.sources())
                .containsEntry("ok", 1)
                .containsEntry("down", 1)
                .containsEntry("paused", 0);
        assertThat(one.troubled()).singleElement().satisfies(source -> {
            assertThat(source.id()).isEqualTo("source/b");
            assertThat(source.cause()).isEqualTo("down: unreachable");
            assertThat(source.since()).contains(START);
        });
        checked("a", SourceHealth.DOWN);
        assertThat(component("portals").severity()).isEqualTo(Severity.WARNING);
        assertThat(component("portals").cause()).contains("2 of 2 are down");
    }
}
