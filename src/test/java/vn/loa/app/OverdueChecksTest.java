package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.delivery.SettableClock;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.store.MigratedDatabase;

class OverdueChecksTest {
    private static final Instant START = Instant.parse("2026-11-09T00:00:00Z");
    private static final Source OFTEN = source("often", new Cadence.Every(Duration.ofMinutes(10)));
    private static final Source DAILY = source("daily", new Cadence.Cron("0 0 7 * * ?"));

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final List<String> checked = new ArrayList<>();
    private Storage storage;

    @BeforeEach
    void open() {
        storage = Storage.of(MigratedDatabase.open(folder));
        storage.sources().syncConfigured(List.of(OFTEN, DAILY));
        storage.watched().plan("often", START.plusSeconds(600));
        storage.watched().plan("daily", START);
    }

    @AfterEach
    void close() {
        storage.database().close();
    }

    private static Source source(String id, Cadence cadence) {
        return new Source(id, id, URI.create("https://x.gov.vn/" + id), "hanoi62", cadence, Map.of(), Set.of());
    }

    private OverdueChecks overdue() {
        return new OverdueChecks(storage, source -> checked.add(source.id()), clock);
    }

    @Test
    void a_source_that_was_not_checked_for_three_intervals_is_checked_once() {
        OverdueChecks overdue = overdue();
        storage.watched().plan("daily", START.plus(Duration.ofDays(1)));
        clock.set(START.plusSeconds(1800));
        overdue.run();
        assertThat(checked).isEmpty();
        clock.set(START.plusSeconds(1801));
        overdue.run();
        overdue.run();
        assertThat(checked).containsExactly("often");
    }

    @Test
    void a_check_by_the_calendar_is_made_up_for() {
        OverdueChecks overdue = overdue();
        clock.set(START.plusSeconds(601));
        overdue.run();
        assertThat(checked).containsExactly("daily");
    }

    @Test
    void a_source_of_which_no_check_was_ever_planned_is_checked_too() {
        MigratedDatabase.sql(storage.database(), "UPDATE source_watch SET next_check = NULL");
        OverdueChecks overdue = overdue();
        overdue.run();
        clock.set(START.plusSeconds(1200));
        overdue.run();
        assertThat(checked).containsExactly("daily");
        clock.set(START.plusSeconds(1201));
        overdue.run();
        assertThat(checked).containsExactly("daily", "often");
    }

    @Test
    void a_source_that_rests_is_left_alone() {
        storage.sources().hold("daily", true);
        OverdueChecks overdue = overdue();
        clock.set(START.plusSeconds(601));
        overdue.run();
        assertThat(checked).isEmpty();
    }
}
