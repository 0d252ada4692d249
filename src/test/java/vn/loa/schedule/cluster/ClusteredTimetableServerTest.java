package vn.loa.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.store.MigratedDatabase;
import vn.loa.waiting.TestPatience;

/** Two nodes with Quartz's own clustered store on a PostgreSQL server. */
@Order(1)
@Tag("slow")
@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class ClusteredTimetableServerTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(25);
    /** So often the living say that they run until they do what a dead one did; a busy machine only makes them slower. */
    private static final int WORDS_BEFORE_TAKEN_OVER = 5;

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(ClusteredTimetable.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final List<TestNode> nodes = new ArrayList<>();
    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private final Set<String> visited = ConcurrentHashMap.newKeySet();
    private final List<String> clashes = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private InstantSource clock = InstantSource.system();

    /** A check as it began. */
    private record Check(String node, String source, Instant at) {}

    @BeforeEach
    void listen() {
        told.list = new CopyOnWriteArrayList<>();
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void close() {
        end.countDown();
        nodes.forEach(TestNode::close);
        logger.detachAppender(told);
    }

    private TestNode node(String name, Consumer<Source> check) {
        TestNode node = new TestNode(folder, clock, source -> visit(name, source, check));
        nodes.add(node);
        return node;
    }

    private void visit(String name, Source source, Consumer<Source> check) {
        String host = source.url().getHost().toLowerCase(Locale.ROOT);
        if (!visited.add(host)) {
            clashes.add(host);
        }
        checks.add(new Check(name, source.id(), clock.instant()));
        check.accept(source);
        visited.remove(host);
    }

    private static void pause(long millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }

    private static Source source(String id, String host, Duration every) {
        return new Source(
                id, id, URI.create("https://" + host + "/"), "", new Cadence.Every(every), Map.of(), Set.of());
    }

    private static List<Source> sources(int count, Duration every) {
        return IntStream.range(0, count)
                .mapToObj(i -> source("s" + i, "s" + i + ".gov.vn", every))
                .toList();
    }

    /** Has each node say what the times are, as all do at their start. */
    private void watch(List<Source> sources, Optional<Duration> firstIn) {
        nodes.get(0).sources.syncConfigured(sources);
        nodes.forEach(node -> sources.forEach(each -> node.times.watch(each, Duration.ZERO, firstIn)));
    }

    private void start() {
        nodes.forEach(TestNode::start);
    }

    private long checksOf(String id) {
        return checks.stream().filter(each -> each.source().equals(id)).count();
    }

    /** Returns the errors about something of this test; others log at the same time. */
    private List<String> errors(String about) {
        return told.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(about))
                .toList();
    }

    @Test
    void each_source_is_checked_once_an_interval_in_the_whole_cluster_and_both_nodes_work() {
        node("a", source -> pause(200));
        node("b", source -> pause(200));
        List<Source> sources = sources(6, Duration.ofSeconds(1));
        watch(sources, Optional.of(Duration.ZERO));
        start();
        long began = System.nanoTime();
        await().atMost(TestPatience.LIMIT)
                .until(() -> sources.stream().allMatch(each -> checksOf(each.id()) >= 3)
                        && checks.stream().map(Check::node).distinct().count() == 2);
        List<Long> made = sources.stream().map(each -> checksOf(each.id())).toList();
        long most = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 2;
        assertThat(made).allMatch(count -> count <= most);
        assertThat(clashes).isEmpty();
    }

    @Test
    void two_sources_of_one_host_are_never_checked_at_once_and_none_is_dropped() {
        node("a", source -> pause(300));
        node("b", source -> pause(300));
        List<Source> sources = List.of(source("x", "h", HOUR), source("y", "H", HOUR));
        watch(sources, Optional.of(Duration.ZERO));
        start();
        await().atMost(TestPatience.LIMIT).until(() -> checks.size() == 2);
        assertThat(checks.stream().map(Check::source)).containsExactlyInAnyOrder("x", "y");
        assertThat(clashes).isEmpty();
    }

    @Test
    void what_a_node_did_when_it_died_is_done_by_the_other_in_time() {
        TestNode a = node("a", source -> awaitEnd());
        watch(List.of(source("x", "x", Duration.ofSeconds(1))), Optional.of(Duration.ZERO));
        a.start();
        await().atMost(TestPatience.LIMIT).until(() -> !checks.isEmpty());
        TestNode b = node("b", source -> {});
        b.start();
        a.die();
        Set<String> said = new TreeSet<>();
        await().atMost(TestPatience.LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
            said.addAll(lastWord(b));
            return checks.stream().anyMatch(each -> each.node().equals("b"));
        });
        assertThat(said).hasSizeLessThanOrEqualTo(WORDS_BEFORE_TAKEN_OVER);
        assertThat(MigratedDatabase.texts(
                        b.database, "SELECT CAST(checkin_interval AS TEXT) FROM qrtz_scheduler_state"))
                .allMatch(millis -> Duration.ofMillis(Long.parseLong(millis))
                                .multipliedBy(WORDS_BEFORE_TAKEN_OVER)
                                .compareTo(TAKEN_OVER_WITHIN)
                        <= 0);
    }

    /** When a node last said that it runs. */
    private static List<String> lastWord(TestNode node) {
        return MigratedDatabase.texts(
                node.database,
                "SELECT CAST(last_checkin_time AS TEXT) FROM qrtz_scheduler_state WHERE instance_name = '"
                        + node.database.life() + "'");
    }

    private void awaitEnd() {
        try {
            assertThat(end.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_source_that_nobody_knows_is_an_error_and_told_once() {
        TestNode a = node("a", source -> {});
        a.times.watch(source("ghost", "h", Duration.ofSeconds(1)), Duration.ZERO, Optional.of(Duration.ZERO));
        start();
        await().atMost(TestPatience.LIMIT).until(() -> !errors("ghost").isEmpty());
        await().atMost(TestPatience.LIMIT)
                .until(() -> a.times.nextCheck(source("ghost", "h", HOUR)).isEmpty());
        assertThat(errors("ghost")).singleElement().asString().contains("nobody knows the source ghost");
        assertThat(checks).isEmpty();
    }

    @Test
    void work_that_a_node_does_not_know_is_an_error_and_work_that_both_know_is_done_by_one() {
        List<String> done = new CopyOnWriteArrayList<>();
        TestNode a = node("a", source -> {});
        TestNode b = node("b", source -> {});
        b.times.every("newer", Duration.ZERO, HOUR, () -> done.add("newer"));
        a.times.every("both", Duration.ZERO, HOUR, () -> done.add("a"));
        b.times.every("both", Duration.ZERO, HOUR, () -> done.add("b"));
        a.start();
        await().atMost(TestPatience.LIMIT)
                .until(() -> done.size() == 1 && !errors("newer").isEmpty());
        assertThat(errors("newer"))
                .singleElement()
                .asString()
                .contains("nobody knows what the job work.newer is to do");
        b.start();
        b.times.every("later", Duration.ZERO, HOUR, () -> done.add("later"));
        await().atMost(TestPatience.LIMIT)
                .until(() -> done.contains("later") || !errors("later").isEmpty());
        assertThat(done).startsWith("a").doesNotContain("b");
    }

    @Test
    void a_pause_and_a_change_on_one_node_hold_on_the_other() {
        TestNode a = node("a", source -> {});
        TestNode b = node("b", source -> {});
        watch(sources(2, Duration.ofSeconds(1)), Optional.of(Duration.ZERO));
        b.start();
        await().atMost(TestPatience.LIMIT).until(() -> checksOf("s0") > 0 && checksOf("s1") > 0);
        a.times.unwatch(sources(1, HOUR).get(0));
        a.sources.hold("s1", true);
        await().atMost(TestPatience.LIMIT)
                .until(() -> b.times.nextCheck(sources(2, HOUR).get(1)).isEmpty());
        assertThat(b.times.nextCheck(sources(1, HOUR).get(0))).isEmpty();
        assertThat(b.times.checkNow(sources(1, HOUR).get(0))).isFalse();
        Source moved = source("s0", "elsewhere", Duration.ofSeconds(1));
        a.sources.moveTo("s0", moved.url());
        int before = checks.size();
        a.times.watch(moved, Duration.ZERO, Optional.of(Duration.ZERO));
        await().atMost(TestPatience.LIMIT).until(() -> checks.size() > before);
        assertThat(errors("s0")).isEmpty();
        assertThat(errors("s1")).isEmpty();
    }

    @Test
    void a_restart_of_all_asks_those_that_are_due_one_after_the_other_and_the_others_at_their_times() {
        node("a", source -> {});
        node("b", source -> {});
        List<Source> due = sources(5, Duration.ofMinutes(10));
        Source other = source("other", "other", HOUR);
        watch(due, Optional.empty());
        watch(List.of(other), Optional.empty());
        nodes.get(0)
                .sources
                .syncConfigured(IntStream.range(0, 6)
                        .mapToObj(i -> i < 5 ? due.get(i) : other)
                        .toList());
        MigratedDatabase.sql(
                nodes.get(0).database,
                "UPDATE qrtz_triggers SET next_fire_time = next_fire_time - 7200000 WHERE trigger_name <> 'other'");
        Optional<Instant> next = nodes.get(0).times.nextCheck(other);
        for (TestNode node : nodes) {
            for (int i = 0; i < due.size(); i++) {
                node.times.watch(due.get(i), Duration.ZERO, Optional.of(Duration.ofMillis(1_500L * i)));
            }
            node.times.watch(other, Duration.ZERO, Optional.empty());
        }
        List<Instant> planned = due.stream()
                .map(each -> nodes.get(0).times.nextCheck(each).orElseThrow())
                .toList();
        assertThat(planned).isSorted();
        assertThat(Duration.between(planned.get(0), planned.get(4))).isGreaterThan(Duration.ofMillis(1200));
        start();
        await().atMost(TestPatience.LIMIT).until(() -> checks.size() >= due.size());
        assertThat(checks.stream().map(Check::source)).containsExactlyInAnyOrder("s0", "s1", "s2", "s3", "s4");
        assertThat(checks)
                .allSatisfy(check -> assertThat(check.at())
                        .as(check.source())
                        .isAfterOrEqualTo(
                                planned.get(Integer.parseInt(check.source().substring(1)))));
        assertThat(nodes.get(1).times.nextCheck(other)).isEqualTo(next);
        assertThat(nodes.get(1).times.nextCheck(due.get(0)).orElseThrow())
                .isAfter(Instant.now().plus(Duration.ofMinutes(9)));
    }

    @Test
    void a_clock_that_is_put_back_delays_nothing() {
        AtomicReference<Duration> ahead = new AtomicReference<>(HOUR);
        clock = () -> Instant.now().plus(ahead.get());
        node("a", source -> {});
        watch(sources(2, Duration.ofSeconds(1)), Optional.empty());
        Source daily = new Source(
                "daily", "daily", URI.create("https://d/"), "", new Cadence.Cron("* * * * * ?"), Map.of(), Set.of());
        nodes.get(0)
                .sources
                .syncConfigured(List.of(
                        sources(2, Duration.ofSeconds(1)).get(0),
                        sources(2, Duration.ofSeconds(1)).get(1),
                        daily));
        nodes.get(0).times.watch(daily, Duration.ZERO, Optional.empty());
        start();
        ahead.set(Duration.ZERO);
        await().atMost(TestPatience.LIMIT)
                .until(() -> checksOf("s0") > 1 && checksOf("s1") > 1 && checksOf("daily") > 1);
    }

    @Test
    void a_check_that_somebody_waits_for_is_made_by_the_node_that_was_asked() {
        TestNode a = node("a", source -> {});
        node("b", source -> {});
        Source source = source("x", "x", HOUR);
        watch(List.of(source), Optional.empty());
        start();
        assertThat(a.times.checkHere(source, () -> {})).isTrue();
        await().atMost(TestPatience.LIMIT).until(() -> checks.size() == 1);
        assertThat(checks.get(0).node()).isEqualTo("a");
        assertThat(a.times.checkHere(source("y", "y", HOUR), () -> {})).isFalse();
    }

    /** A dead node is seen to be gone 17.5 seconds after its last word at most, or a little later when all are busy. */
    @Test
    void a_time_that_came_while_a_dead_node_was_not_missed_yet_is_not_passed_over() {
        Duration seenGone = QuartzCluster.SAYS_SO_EVERY.multipliedBy(2).plusMillis(7_500);
        assertThat(QuartzCluster.MISSED_AFTER).isGreaterThanOrEqualTo(seenGone.plusSeconds(10));
        TestNode a = node("a", source -> {});
        Source hourly = source("x", "x", HOUR);
        Source first = source("first", "first", HOUR);
        watch(List.of(hourly, first), Optional.empty());
        start();
        a.times.checkNow(first);
        await().atMost(TestPatience.LIMIT).until(() -> checksOf("first") == 1);
        // Again and again, so that it never comes to be missed, however slow the machine is.
        await().atMost(TestPatience.LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(QuartzCluster.LOOKS_EVERY)
                .until(() -> {
                    cameAgo(a, seenGone);
                    return checksOf("x") > 0;
                });
    }

    /** Sets the time of a source back, unless it is being fired. */
    private static void cameAgo(TestNode node, Duration ago) {
        MigratedDatabase.sql(
                node.database,
                "UPDATE qrtz_triggers SET next_fire_time = "
                        + Instant.now().minus(ago).toEpochMilli()
                        + " WHERE trigger_name = 'x' AND trigger_state = 'WAITING'");
    }

    @Test
    void who_waits_for_a_check_of_a_source_that_another_node_let_rest_is_told() {
        TestNode a = node("a", source -> {});
        List<Source> sources = sources(2, HOUR);
        watch(sources, Optional.empty());
        List<String> told = new CopyOnWriteArrayList<>();
        a.sources.hold("s0", true);
        assertThat(a.times.checkHere(sources.get(0), () -> told.add("s0"))).isTrue();
        await().atMost(TestPatience.LIMIT).until(() -> !told.isEmpty());
        assertThat(checks).isEmpty();
    }

    @Test
    void nobody_waits_behind_sources_that_are_mended() {
        TestNode a = node("a", source -> {
            if (!source.id().equals("s3")) {
                awaitEnd();
            }
        });
        List<Source> sources = sources(4, HOUR);
        watch(sources, Optional.empty());
        sources.subList(0, 3).forEach(each -> a.times.mend(each, Duration.ZERO));
        assertThat(a.times.checkHere(sources.get(3), () -> {})).isTrue();
        await().atMost(TestPatience.LIMIT).until(() -> checksOf("s3") == 1);
    }

    @Test
    void a_node_that_leaves_the_work_to_others_before_it_starts_fires_nothing_until_that_is_over() {
        List<String> done = new CopyOnWriteArrayList<>();
        TestNode a = node("a", source -> {});
        a.times.every("work", Duration.ZERO, HOUR, () -> done.add("a"));
        a.times.leaveToOthers(true);
        a.start();
        TestNode b = node("b", source -> {});
        b.times.leaveToOthers(false);
        b.times.every("other", Duration.ZERO, HOUR, () -> done.add("b"));
        pause(1000);
        assertThat(done).isEmpty();
        a.times.every("other", Duration.ZERO, HOUR, () -> done.add("a"));
        a.times.leaveToOthers(false);
        await().atMost(TestPatience.LIMIT).until(() -> done.size() == 2);
        assertThat(done).containsExactly("a", "a");
    }

    @Test
    void a_source_whose_times_were_lost_is_mended_and_checked_at_once() {
        TestNode a = node("a", source -> {});
        Source source = source("x", "x", HOUR);
        watch(List.of(source), Optional.empty());
        MigratedDatabase.sql(a.database, "UPDATE qrtz_triggers SET trigger_state = 'ERROR'");
        start();
        a.times.mend(source, Duration.ZERO);
        await().atMost(TestPatience.LIMIT).until(() -> checks.size() == 1);
        assertThat(a.times.nextCheck(source).orElseThrow()).isAfter(Instant.now());
        assertThat(MigratedDatabase.texts(
                        a.database, "SELECT trigger_state FROM qrtz_triggers WHERE trigger_group = 'every'"))
                .containsExactly("WAITING");
    }
}
