package vn.loa.store;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.waiting.TestPatience;

@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class ServerWakingServerTest {
    @TempDir
    private Path folder;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Test
    void what_a_node_commits_wakes_the_others_also_after_the_connection_was_cut() {
        try (Database database = TestServer.database(folder);
                ServerWaking waking = new ServerWaking(TestServer.empty(folder), told::add)) {
            waking.start();
            awaitTold(database);
            TestServer.sql(
                    folder,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND query LIKE 'LISTEN%'");
            told.clear();
            awaitTold(database);
        }
    }

    /** Tells again and again, for who does not listen yet hears nothing. */
    private void awaitTold(Database database) {
        await().atMost(TestPatience.LIMIT).until(() -> {
            ServerWaking.rightsChanged(database);
            return told.contains(ServerWaking.RIGHTS);
        });
    }
}
