package vn.loa.store.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.waiting.TestPatience;

class HostVisitStoreTest {
    private static final String HOST = "x.gov.vn";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Database database;
    private OwnershipStore nodes;
    private HostVisitStore visits;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        nodes = new OwnershipStore(database);
        visits = new HostVisitStore(database, HostVisitStore.Visitor.NODE);
        nodes.alive(database.life(), "a", "", MINUTE);
        nodes.alive("other", "b", "", MINUTE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void otherVisits() {
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
        MigratedDatabase.sql(database, "UPDATE host_visit SET visitor = 'other'");
    }

    private void later(Duration time) {
        MigratedDatabase.sql(
                database,
                "UPDATE host_visit SET free_at = free_at - " + time.toMillis() + ", next_until = next_until - "
                        + time.toMillis());
    }

    @Test
    void a_host_rests_a_moment_between_two_visits() {
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
        visits.end(HOST, Duration.ofSeconds(20));
        assertThat(visits.begin(HOST, MINUTE)).as("at once").isFalse();
        assertThat(visits.begin("y.gov.vn", MINUTE)).as("another host").isTrue();
        later(Duration.ofSeconds(20));
        assertThat(visits.begin(HOST, MINUTE)).as("twenty seconds later").isTrue();
    }

    @Test
    void a_host_that_another_node_visits_is_not_visited() {
        otherVisits();
        assertThat(visits.begin(HOST, MINUTE)).isFalse();
        later(MINUTE);
        assertThat(visits.begin(HOST, MINUTE)).as("that visit must be over").isTrue();
    }

    @Test
    void the_visit_of_a_node_that_is_gone_is_over() {
        otherVisits();
        nodes.gone("other");
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
    }

    @Test
    void a_guest_and_the_only_node_take_turns_and_a_visit_of_theirs_is_over_by_time_alone() {
        HostVisitStore alone = new HostVisitStore(database, HostVisitStore.Visitor.ONLY_NODE);
        HostVisitStore guest = new HostVisitStore(database, HostVisitStore.Visitor.GUEST);
        assertThat(alone.begin(HOST, MINUTE)).isTrue();
        assertThat(guest.begin(HOST, MINUTE)).isFalse();
        alone.end(HOST, Duration.ZERO);
        assertThat(alone.begin(HOST, MINUTE)).as("the guest comes next").isFalse();
        assertThat(guest.begin(HOST, MINUTE)).isTrue();
        assertThat(visits.begin(HOST, MINUTE)).as("a listed node").isFalse();
        later(MINUTE);
        assertThat(alone.begin(HOST, MINUTE)).as("a guest that was killed").isTrue();
        assertThat(new HostVisitStore(database, HostVisitStore.Visitor.ONLY_NODE).begin(HOST, MINUTE))
                .as("after a restart")
                .isTrue();
    }

    @Test
    void a_visit_whose_end_could_not_be_told_keeps_nobody_of_its_node_waiting() {
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
    }

    @Test
    void the_node_that_waits_comes_before_the_one_that_was_there() {
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
        MigratedDatabase.sql(
                database,
                "UPDATE host_visit SET next_visitor = 'other', next_until = "
                        + database.dialect().now() + " + 3000");
        visits.end(HOST, Duration.ZERO);
        assertThat(visits.begin(HOST, MINUTE)).as("the other is next").isFalse();
        later(Duration.ofSeconds(4));
        assertThat(visits.begin(HOST, MINUTE)).as("it did not come").isTrue();
    }

    @Test
    void who_was_refused_comes_next() {
        otherVisits();
        assertThat(visits.begin(HOST, MINUTE)).isFalse();
        assertThat(MigratedDatabase.texts(database, "SELECT next_visitor FROM host_visit"))
                .containsExactly(database.life());
        MigratedDatabase.sql(database, "UPDATE host_visit SET visitor = '', free_at = 0");
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
        assertThat(MigratedDatabase.texts(database, "SELECT next_visitor FROM host_visit"))
                .containsExactly("");
    }

    @Test
    void who_waits_and_is_noted_already_asks_without_writing() {
        otherVisits();
        assertThat(visits.begin(HOST, MINUTE)).isFalse();
        MigratedDatabase.sql(database, "UPDATE host_visit SET next_until = next_until + 3600000");
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        // Only one thread at a time can write.
        database.write(handle -> {
            new Thread(() -> asked.complete(visits.begin(HOST, MINUTE))).start();
            return assertThat(asked).succeedsWithin(TestPatience.LIMIT).isEqualTo(false);
        });
    }

    @Test
    void who_waits_is_noted_anew_before_the_note_ends() {
        otherVisits();
        assertThat(visits.begin(HOST, MINUTE)).isFalse();
        later(Duration.ofSeconds(2));
        long before = notedUntil();
        assertThat(visits.begin(HOST, MINUTE)).isFalse();
        assertThat(notedUntil()).isGreaterThan(before);
    }

    private long notedUntil() {
        return MigratedDatabase.numbers(database, "SELECT next_until FROM host_visit")
                .get(0);
    }

    @Test
    void who_lost_a_visit_does_not_end_that_of_another() {
        otherVisits();
        visits.end(HOST, Duration.ZERO);
        assertThat(visits.begin(HOST, MINUTE)).isFalse();
    }

    @Test
    void a_clock_that_was_put_back_keeps_no_host_waiting() {
        otherVisits();
        MigratedDatabase.sql(
                database,
                "UPDATE host_visit SET next_visitor = 'other', free_at = free_at + 36000000, next_until = free_at");
        assertThat(visits.begin(HOST, MINUTE)).isTrue();
    }

    @Test
    void hosts_that_nobody_visits_are_forgotten() {
        otherVisits();
        assertThat(visits.begin("y.gov.vn", MINUTE)).isTrue();
        visits.end("y.gov.vn", Duration.ZERO);
        MigratedDatabase.sql(database, "UPDATE host_visit SET free_at = free_at - 1 WHERE host = 'y.gov.vn'");
        assertThat(visits.forgetFree()).isEqualTo(1);
    }
}
