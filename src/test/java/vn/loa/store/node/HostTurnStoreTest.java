package vn.loa.store.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;

class HostTurnStoreTest {
    private static final String HOST = "x.gov.vn";
    private static final Duration ALIVE = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Database database;
    private OwnershipStore nodes;
    private HostTurnStore turns;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        nodes = new OwnershipStore(database);
        turns = new HostTurnStore(database);
        nodes.alive(database.life(), "a", "", ALIVE);
        nodes.alive("other", "b", "", ALIVE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void otherChecks() {
        MigratedDatabase.sql(
                database, "INSERT INTO host_turn (host, life, free_at) VALUES ('" + HOST + "', 'other', 0)");
    }

    @Test
    void a_host_has_one_visitor_at_a_time_and_rests_a_moment_before_the_next() {
        assertThat(turns.take(HOST)).isTrue();
        assertThat(turns.take(HOST)).isFalse();
        assertThat(turns.take("y.gov.vn")).isTrue();
        turns.release(HOST);
        assertThat(turns.take(HOST)).as("at once").isFalse();
        MigratedDatabase.sql(database, "UPDATE host_turn SET free_at = free_at - 1000");
        assertThat(turns.take(HOST)).as("a second later").isTrue();
    }

    @Test
    void the_turn_of_another_node_holds_while_that_node_runs() {
        otherChecks();
        assertThat(turns.take(HOST)).isFalse();
        nodes.alive("other", "b", "", Duration.ofMillis(-1));
        assertThat(turns.take(HOST)).as("it does not say so any more").isTrue();
        turns.release(HOST);
    }

    @Test
    void a_node_that_goes_leaves_its_hosts() {
        otherChecks();
        nodes.gone("other");
        assertThat(turns.take(HOST)).isTrue();
    }

    @Test
    void who_lost_a_turn_does_not_give_back_that_of_another() {
        assertThat(turns.take(HOST)).isTrue();
        MigratedDatabase.sql(database, "UPDATE host_turn SET life = 'other'");
        turns.release(HOST);
        assertThat(turns.take(HOST)).isFalse();
    }

    @Test
    void a_turn_that_could_not_be_given_back_is_taken_again_by_its_node() {
        assertThat(turns.take(HOST)).isTrue();
        assertThat(new HostTurnStore(database).take(HOST)).isTrue();
    }

    @Test
    void a_clock_that_was_put_back_keeps_no_host_waiting() {
        assertThat(turns.take(HOST)).isTrue();
        turns.release(HOST);
        MigratedDatabase.sql(database, "UPDATE host_turn SET free_at = free_at + 3600000");
        assertThat(turns.take(HOST)).isTrue();
    }

    @Test
    void hosts_that_nobody_checks_are_forgotten() {
        otherChecks();
        assertThat(turns.take("y.gov.vn")).isTrue();
        turns.release("y.gov.vn");
        MigratedDatabase.sql(database, "UPDATE host_turn SET free_at = free_at - 2000 WHERE life = ''");
        assertThat(turns.forgetFree()).isEqualTo(1);
        assertThat(MigratedDatabase.texts(database, "SELECT host FROM host_turn"))
                .containsExactly(HOST);
    }
}
