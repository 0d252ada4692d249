package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLockServerTest {
    @TempDir
    private Path folder;

    @Test
    void it_is_seen_who_has_a_database_without_taking_it() throws Exception {
        DatabaseServer server = TestServer.empty(folder);
        DatabaseServer other = TestServer.empty(folder.resolve("other"));
        assertThat(ServerCheck.isInUse(server)).isFalse();
        try (ServerLock shared = ServerLock.shared(server);
                ServerLock more = ServerLock.shared(server)) {
            assertThat(ServerCheck.isInUse(server)).isTrue();
            assertThat(ServerCheck.isInUse(other)).isFalse();
            assertThat(shared).isNotSameAs(more);
        }
        try (ServerLock alone = ServerLock.alone(server)) {
            assertThat(alone).isNotNull();
            assertThat(ServerCheck.isInUse(server)).isTrue();
        }
        assertThat(ServerCheck.isInUse(server)).isFalse();
    }
}
