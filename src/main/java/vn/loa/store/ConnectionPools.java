package vn.loa.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The open connections to a database: those that write and those that only read. */
record ConnectionPools(Dialect dialect, HikariDataSource writing, HikariDataSource reading) implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int READERS = 4;
    /** SQLite takes one writer; a PostgreSQL server as many as a node has threads that write at the same time. */
    private static final int WRITERS_ON_SERVER = 8;

    /** The time for which a server may be silent before the connection counts as lost. */
    private static final int SILENCE_SECONDS = 60;

    private static final int CONNECT_SECONDS = 10;

    /**
     * Within less than a lease the server ends the transaction of a node that is held or cut off in the middle of it;
     * else nobody could take over the rows that it has locked.
     * See postgresql.org/docs/18/runtime-config-client.html#GUC-IDLE-IN-TRANSACTION-SESSION-TIMEOUT.
     */
    private static final String READ_WRITE = "SET idle_in_transaction_session_timeout = '10s';"
            + " SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE";

    private static final String READ_ONLY = "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY";

    /** Opens a file, and makes it when it is missing. */
    static ConnectionPools ofFile(Path file) {
        String url = "jdbc:sqlite:" + file;
        HikariDataSource writing = pool("loa-write", 1, sqlite(url), "PRAGMA query_only = 0");
        return new ConnectionPools(
                Dialect.SQLITE, writing, pool("loa-read", READERS, sqlite(url), "PRAGMA query_only = 1"));
    }

    /** Opens a file that is there for reading alone; whatever writes fails. */
    static ConnectionPools readingFile(Path file) {
        HikariDataSource reading = pool("loa-look", 1, sqlite("jdbc:sqlite:" + file), "PRAGMA query_only = 1");
        return new ConnectionPools(Dialect.SQLITE, reading, reading);
    }

    /** Opens a database on a server; one that cannot be reached is noticed by the first statement. */
    static ConnectionPools ofServer(DatabaseServer server) {
        PGSimpleDataSource source = postgresql(server);
        ConnectionPools pools = new ConnectionPools(
                Dialect.POSTGRESQL,
                pool("loa-write", WRITERS_ON_SERVER, source, READ_WRITE),
                pool("loa-read", READERS, source, READ_ONLY));
        // Who asks for a connection while the server is away hears so before a lease is over.
        pools.writing().setConnectionTimeout(CONNECT_SECONDS * 1000L);
        pools.reading().setConnectionTimeout(CONNECT_SECONDS * 1000L);
        return pools;
    }

    /**
     * Returns how to connect for a migration: Flyway keeps one transaction open and idle while it works in another, and a
     * statement on a long table is silent for as long as it takes.
     */
    static PGSimpleDataSource migrating(DatabaseServer server) {
        PGSimpleDataSource source = postgresql(server);
        source.setSocketTimeout(0);
        return source;
    }

    /** Opens a database on a server for reading alone; whatever writes fails. */
    static ConnectionPools readingServer(DatabaseServer server) {
        HikariDataSource reading = pool("loa-look", 1, postgresql(server), READ_ONLY);
        return new ConnectionPools(Dialect.POSTGRESQL, reading, reading);
    }

    private static DataSource sqlite(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    /** Returns how to connect to a server; what the address itself sets is left as it is. */
    static PGSimpleDataSource postgresql(DatabaseServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SILENCE_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("loa");
        // The details of an error quote rows, tokens too.
        source.setLogServerErrorDetail(false);
        source.setURL(server.url());
        if (!server.user().isEmpty()) {
            source.setUser(server.user());
        }
        if (!server.password().isEmpty()) {
            source.setPassword(server.password());
        }
        return source;
    }

    private static HikariDataSource pool(String name, int size, DataSource source, String firstWords) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setDataSource(source);
        config.setConnectionInitSql(firstWords);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
