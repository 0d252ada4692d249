package vn.loa.proof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import vn.loa.store.DatabaseServer;

/** A PostgreSQL server of its own, which keeps what it has committed as one in earnest does. */
final class ProofServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    ProofServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Returns its database, which is empty at first. */
    DatabaseServer database() {
        return new DatabaseServer(server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""), "postgres", "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
