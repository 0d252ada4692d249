package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.store.node.OwnershipStore;

class FirstChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Cadence HOURLY = new Cadence.Every(Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final Source one = source("one", HOURLY);
    private final Source two = source("two", HOURLY);
    private final Source daily = source("daily", new Cadence.Cron("0 0 8 * * ?"));
    private final List<String> alarms = new ArrayList<>();
    private Database database;
    private SourceStore sources;
    private SourceWatchStore watched;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        sources = new SourceStore(database);
        watched = new SourceWatchStore(database);
        sources.syncConfigured(List.of(one, two, daily));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Source source(String id, Cadence cadence) {
        return new Source(id, "Xã " + id, URI.create("http://" + id + ".gov.vn/"), "", cadence, Map.of(), Set.of());
    }

    private void wasRead(Source source, Instant nextCheck) {
        SourceCheck well = new SourceCheck(
                Optional.of(NOW.minusSeconds(60)),
                Optional.of(NOW.minusSeconds(60)),
                Optional.of(NOW.minusSeconds(60)),
                Optional.empty(),
                0,
                SourceHealth.OK,
                Optional.empty(),
                Optional.empty(),
                5,
                Optional.empty(),
                Optional.empty());
        sources.saveCheck(source.id(), well);
        watched.plan(source.id(), nextCheck);
    }

    /** Starts the program anew. */
    private FirstChecks start() {
        database.close();
        open();
        return looked();
    }

    private FirstChecks looked() {
        FirstChecks checks = new FirstChecks(
                sources,
                watched,
                (topic, message) -> alarms.add(message.text().text()),
                Phrases.vietnamese(),
                () -> NOW);
        checks.restDeadly();
        return checks;
    }

    private Map<Source, Optional<Duration>> plan() {
        return start().plan(sources.active());
    }

    @Test
    void sources_that_were_never_checked_are_checked_soon_and_not_at_once() {
        assertThat(plan().values())
                .containsExactlyInAnyOrder(
                        Optional.of(Duration.ZERO),
                        Optional.of(Duration.ofMillis(250)),
                        Optional.of(Duration.ofMillis(500)));
    }

    @Test
    void a_source_that_is_not_due_yet_waits_for_its_time_over_a_restart() {
        wasRead(one, NOW.plus(Duration.ofMinutes(40)));
        assertThat(plan()).containsEntry(one, Optional.of(Duration.ofMinutes(40)));
    }

    @Test
    void a_source_that_falls_due_while_the_program_starts_is_planned() {
        wasRead(one, NOW.plusMillis(1));
        Instant[] now = {NOW};
        FirstChecks checks = new FirstChecks(sources, watched, (topic, message) -> {}, Phrases.vietnamese(), () -> {
            Instant asked = now[0];
            now[0] = asked.plusMillis(1);
            return asked;
        });
        assertThat(checks.plan(List.of(one))).containsEntry(one, Optional.of(Duration.ofMillis(1)));
    }

    @Test
    void a_time_that_was_set_while_the_clock_was_ahead_is_no_later_than_an_interval() {
        wasRead(one, NOW.plus(Duration.ofDays(40)));
        assertThat(plan()).containsEntry(one, Optional.of(Duration.ofHours(1)));
    }

    @Test
    void a_source_with_a_calendar_that_is_not_due_is_left_to_it_and_is_made_up_for_when_it_was_missed() {
        wasRead(daily, NOW.plus(Duration.ofHours(3)));
        assertThat(plan()).containsEntry(daily, Optional.empty());
        wasRead(daily, NOW.minus(Duration.ofHours(3)));
        assertThat(plan().get(daily)).isPresent();
    }

    @Test
    void a_source_that_waits_for_its_turn_after_a_long_rest_is_due_then_and_not_overdue() {
        wasRead(one, NOW.minus(Duration.ofDays(3)));
        wasRead(two, NOW.minus(Duration.ofDays(3)));
        Map<Source, Optional<Duration>> plan = start().planned(sources.active());
        for (Source source : List.of(one, two)) {
            assertThat(watched.nextCheck(source.id()))
                    .contains(NOW.plus(plan.get(source).orElseThrow()));
        }
    }

    @Test
    void a_source_that_was_being_read_when_the_program_died_is_looked_at_last() {
        watched.beginReading("one", NOW);
        Map<Source, Optional<Duration>> plan = plan();
        assertThat(plan.get(one).orElseThrow())
                .isGreaterThan(Duration.ofMinutes(1))
                .isGreaterThan(plan.get(two).orElseThrow())
                .isGreaterThan(plan.get(daily).orElseThrow());
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_source_over_which_the_program_died_twice_rests_and_operators_are_told_once() {
        for (int death = 0; death < 2; death++) {
            watched.beginReading("one", NOW);
            start();
        }
        start();
        assertThat(sources.active()).containsExactlyInAnyOrder(two, daily);
        assertThat(alarms).singleElement().asString().contains("Xã one", "/nguon chay one");
    }

    @Test
    void a_source_that_was_read_well_in_between_is_suspected_no_more() {
        watched.beginReading("one", NOW);
        start();
        watched.endReading("one");
        watched.beginReading("one", NOW);
        start();
        assertThat(sources.active()).contains(one);
    }

    @Test
    void a_source_that_a_node_reads_which_runs_is_suspected_when_that_node_ends() {
        OwnershipStore nodes = new OwnershipStore(database);
        nodes.alive("other", "b", "", Duration.ofHours(1));
        for (int death = 1; death <= 2; death++) {
            watched.beginReading("one", NOW);
            MigratedDatabase.sql(database, "UPDATE source_watch SET reading_by = 'other'");
            looked();
            assertThat(watched.deaths()).as("while it runs").hasSize(death - 1);
            nodes.gone("other");
            looked();
            nodes.alive("other", "b", "", Duration.ofHours(1));
        }
        assertThat(sources.active()).doesNotContain(one);
        assertThat(alarms).hasSize(1);
    }

    @Test
    void a_death_is_counted_when_the_source_is_read_again_before_the_former_life_counts_as_ended() {
        new OwnershipStore(database).alive("former", "a", "", Duration.ofHours(1));
        watched.beginReading("one", NOW);
        MigratedDatabase.sql(database, "UPDATE source_watch SET reading_by = 'former'");
        looked();
        watched.beginReading("one", NOW);
        watched.beginReading("one", NOW);
        assertThat(watched.deaths()).containsExactly(Map.entry("one", 1));
        watched.endReading("one");
        watched.beginReading("one", NOW);
        assertThat(watched.deaths()).isEmpty();
    }

    @Test
    void a_planned_stop_in_the_middle_of_a_reading_is_no_death() {
        watched.beginReading("one", NOW);
        watched.endAllReadings();
        assertThat(plan().get(one).orElseThrow()).isLessThan(Duration.ofSeconds(1));
    }
}
