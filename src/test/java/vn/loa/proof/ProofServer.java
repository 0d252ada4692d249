package vn.loa.proof;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.loa.store.DatabaseServer;
import vn.loa.waiting.TestPatience;

/** A PostgreSQL server of its own, which keeps what it has committed as one in earnest does. */
final class ProofServer implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    /** Starts a server that keeps its data in this folder. */
    ProofServer(Path data) throws IOException {
        this.data = data;
        this.server = builder().start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(TestPatience.LIMIT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /** Returns its database, which is empty at first. */
    DatabaseServer database() {
        return new DatabaseServer(server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""), "postgres", "");
    }

    /**
     * Stops it as {@code pg_ctl stop -m immediate} does, without a farewell, and starts it again on the same port, where
     * it recovers. See postgresql.org/docs/18/server-shutdown.html.
     */
    void stopAtOnceAndStart() throws IOException {
        Path running = data.resolve("postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(running).get(0).strip());
        Signals.send("QUIT", postmaster);
        await().atMost(TestPatience.LIMIT).until(() -> Files.notExists(running));
        int port = server.getPort();
        server.close(); // Gives back its lock on the folder.
        server = builder().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
