package vn.loa.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import vn.loa.store.file.DataLock;
import vn.loa.store.file.SqliteErrors;

/**
 * The database: a file with one connection that writes, or a server with several. What is written in one
 * {@link #transaction} is kept whole or not at all, and is on the disk when the call returns.
 */
public final class Database implements AutoCloseable {
    /** Finds parameters in statements and remembers where they stand, the same for whoever asks. */
    private static final SqlParser STATEMENTS = new ColonPrefixSqlParser();

    private final String life = UUID.randomUUID().toString();
    private final ConnectionPools pools;
    private final AutoCloseable lock;
    private final Jdbi writer;
    private final Jdbi reader;
    /** Of this database alone: tests and tools may have several open. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Handle> current = new ThreadLocal<>();

    private final AtomicReference<String> damage = new AtomicReference<>("");

    private Database(ConnectionPools pools, AutoCloseable lock) {
        this.pools = pools;
        this.lock = lock;
        this.writer = over(pools.writing());
        this.reader = over(pools.reading());
    }

    private static Jdbi over(DataSource connections) {
        Jdbi jdbi = Jdbi.create(connections).registerArgument(new StorableText());
        jdbi.getConfig(SqlStatements.class).setSqlParser(STATEMENTS);
        return jdbi;
    }

    /**
     * Opens the embedded database in a folder, which is made when it is missing, and brings its tables up to date.
     *
     * @throws DatabaseInUseException when another process has it open
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static Database embedded(Path folder) {
        return open(folder, () -> {});
    }

    /**
     * As {@link #embedded}, but refuses what Loa must not work with and makes a backup before it changes tables.
     *
     * @throws UnusableDatabaseException when there is such a database; nothing was changed then
     * @throws DiskFullException when there is no room for its tables
     */
    public static Database guarded(DatabaseFolder folder, Instant now) {
        Database database = open(folder.path(), () -> folder.prepare(now));
        folder.backups().mark(folder.file());
        return database;
    }

    /**
     * Opens what is there for reading, also beside a running Loa; whatever writes fails.
     *
     * @throws UnusableDatabaseException when there is no database, or not one with the tables of this Loa
     */
    public static Database readOnly(DatabaseFolder folder) {
        folder.checkReadable();
        return new Database(ConnectionPools.readingFile(folder.file()), () -> {});
    }

    /**
     * Opens what is there beside a running Loa, for single reads and writes that harm nobody.
     *
     * @throws UnusableDatabaseException when there is no database, or not one with the tables of this Loa
     */
    public static Database beside(DatabaseFolder folder) {
        folder.checkReadable();
        return new Database(ConnectionPools.ofFile(folder.file()), () -> {});
    }

    /** As {@link #beside(DatabaseFolder)}, on a server. */
    public static Database beside(DatabaseServer server) {
        ServerCheck.refuseUnreadable(server);
        return shared(server);
    }

    private static Database open(Path folder, Runnable preparation) {
        DataLock lock = lock(folder);
        try {
            preparation.run();
            ConnectionPools pools = ConnectionPools.ofFile(DatabaseFolder.fileIn(folder));
            return migrated(pools, pools.writing(), lock);
        } catch (RuntimeException e) {
            release(lock);
            throw SqliteErrors.full(e) ? full(folder, e) : e;
        }
    }

    private static DiskFullException full(Path folder, RuntimeException e) {
        return new DiskFullException(
                DatabaseFolder.fileIn(folder) + " has no room: the disk is full; make room there and start Loa again",
                e);
    }

    /**
     * Opens a database on a server and brings its tables up to date.
     *
     * @throws DatabaseInUseException when it is being carried over
     * @throws UnusableDatabaseException when it cannot be reached, or is the database of a newer Loa or another program
     */
    public static Database of(DatabaseServer server) {
        ServerCheck.refuseUnusable(server);
        return of(server, ServerLock.shared(server));
    }

    /**
     * Opens a database on a server for reading, whoever else works with it; whatever writes fails.
     *
     * @throws UnusableDatabaseException when it cannot be reached, or has not the tables of this Loa
     */
    public static Database readOnly(DatabaseServer server) {
        ServerCheck.refuseUnreadable(server);
        return new Database(ConnectionPools.readingServer(server), () -> {});
    }

    /** Opens a database on a server as {@link #of(DatabaseServer)} does, but refuses one that any Loa works with. */
    static Database alone(DatabaseServer server) {
        ServerCheck.refuseUnusable(server);
        return of(server, ServerLock.alone(server));
    }

    private static Database of(DatabaseServer server, ServerLock lock) {
        try {
            return migrated(ConnectionPools.ofServer(server), ConnectionPools.migrating(server), lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** Opens a database whose tables are up to date, whoever else works with it. */
    static Database shared(DatabaseServer server) {
        return new Database(ConnectionPools.ofServer(server), () -> {});
    }

    private static Database migrated(ConnectionPools pools, DataSource migrating, AutoCloseable lock) {
        try {
            Migrations.run(migrating, pools.dialect());
            return new Database(pools, lock);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }

    private static DataLock lock(Path folder) {
        try {
            return DataLock.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder, e);
        }
    }

    private static void release(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            throw new IllegalStateException("the lock on the database was not given back", e);
        }
    }

    /**
     * Runs the work in one transaction, as if it were alone with the database. Stores called inside take part in it; a
     * transaction inside a transaction is the same one. An exception rolls everything back. A server may have to run the
     * work several times, so it must have no effect but in the database.
     */
    public <T> T transaction(Supplier<T> work) {
        return serial(handle -> work.get());
    }

    /** As {@link #transaction(Supplier)}, for work without a result. */
    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs writes in one transaction each of which would also be right alone, so that they wait for the disk together.
     * What they read may have been changed since.
     */
    public void together(Runnable writes) {
        write(handle -> {
            writes.run();
            return null;
        });
    }

    /** Returns whether it is on a server, so that other nodes may work with it too. */
    public boolean onServer() {
        return dialect() == Dialect.POSTGRESQL;
    }

    /** Returns how the database wants to be spoken to. */
    public Dialect dialect() {
        return pools.dialect();
    }

    /** Returns a word for this opening of the database, which no other opening has. */
    public String life() {
        return life;
    }

    /**
     * Lends a connection that writes, for a library that does its own statements; closing it gives it back.
     *
     * @throws SQLException when the server cannot be reached
     */
    public Connection lend() throws SQLException {
        return pools.writing().getConnection();
    }

    /** Writes what does not rest on anything that was read before; else see {@link #serial}. */
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        return committed("", work);
    }

    /** Reads and writes as if nobody else did at the same time. */
    public <T> T serial(HandleCallback<T, RuntimeException> work) {
        return committed(dialect().serialize(), work);
    }

    private <T> T committed(String firstWords, HandleCallback<T, RuntimeException> work) {
        Handle open = current.get();
        return open != null
                ? work.withHandle(open)
                : noticing(() -> TransactionRetries.of(() -> writer.inTransaction(handle -> {
                    if (!firstWords.isEmpty()) {
                        handle.execute(firstWords);
                    }
                    return joined(handle, work);
                })));
    }

    /** Reads what is committed, or, inside a transaction, what that transaction sees. */
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        Handle open = current.get();
        return open != null ? work.withHandle(open) : noticing(() -> reader.withHandle(work));
    }

    private <T> T noticing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            noteDamage(e);
            throw e;
        }
    }

    /** Notes it when a failure says that the file is damaged; that stays true until Loa starts again. */
    public void noteDamage(Throwable failure) {
        SqliteErrors.damage(failure).ifPresent(found -> damage.compareAndSet("", found));
    }

    /** Returns what SQLite said when it first found the file damaged; an empty string while it did not. */
    public String damage() {
        return Objects.requireNonNull(damage.get());
    }

    private <T> T joined(Handle handle, HandleCallback<T, RuntimeException> work) {
        current.set(handle);
        try {
            return work.withHandle(handle);
        } finally {
            current.remove();
        }
    }

    @Override
    public void close() {
        pools.close();
        release(lock);
    }
}
