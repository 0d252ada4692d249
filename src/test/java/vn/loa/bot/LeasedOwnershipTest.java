package vn.loa.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.Rescue;
import vn.loa.store.node.OwnershipStore;

class LeasedOwnershipTest {
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private Database database;
    private LeasedOwnership first;
    private LeasedOwnership second;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        first = ownership("a");
        second = ownership("b");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LeasedOwnership ownership(String node) {
        return new LeasedOwnership(
                new OwnershipStore(database), BOT, node, nanos::get, () -> new Rescue(Instant.EPOCH, Duration.ZERO));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void of_two_nodes_the_first_has_the_bot_until_it_gives_it_up() {
        assertThat(first.keep()).isTrue();
        assertThat(second.keep()).isFalse();
        assertThat(first.keep()).isTrue();
        assertThat(second.holds()).isFalse();
        assertThat(second.node()).contains("a");
        first.release();
        assertThat(first.holds()).isFalse();
        assertThat(second.keep()).isTrue();
        assertThat(first.keep()).isFalse();
    }

    @Test
    void a_process_that_was_stopped_knows_at_once_that_its_lease_is_over() {
        first.keep();
        pass(Duration.ofSeconds(12));
        assertThat(first.holds()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(first.holds()).isFalse();
    }

    @Test
    void a_lease_that_is_over_here_is_not_renewed_but_ends_in_the_database_too() {
        first.keep();
        pass(Duration.ofSeconds(13));
        assertThat(first.keep()).isFalse();
        assertThat(second.keep()).isFalse();
        MigratedDatabase.sql(database, "UPDATE bot_owner SET owned_until = 1");
        assertThat(second.keep()).isTrue();
        assertThat(first.keep()).isFalse();
    }

    @Test
    void who_lost_the_bot_in_the_database_does_not_have_it_here_either() {
        first.keep();
        MigratedDatabase.sql(database, "UPDATE bot_owner SET owned_until = 1");
        assertThat(second.keep()).isTrue();
        assertThat(first.keep()).isFalse();
        assertThat(first.holds()).isFalse();
    }
}
