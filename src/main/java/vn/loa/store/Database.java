package vn.loa.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database: one connection that writes, a few that read. What is written in one {@link #transaction} is kept
 * whole or not at all, and is on the disk when the call returns.
 */
public final class Database implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int READERS = 4;

    private final Dialect dialect;
    private final Optional<DataLock> lock;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi writer;
    private final Jdbi reader;
    /** Of this database alone: tests and tools may have several open. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Handle> current = new ThreadLocal<>();

    private final AtomicReference<String> damage = new AtomicReference<>("");

    private Database(Optional<DataLock> lock, HikariDataSource writing, HikariDataSource reading) {
        this.dialect = Dialect.SQLITE;
        this.lock = lock;
        this.writing = writing;
        this.reading = reading;
        this.writer = Jdbi.create(writing);
        this.reader = Jdbi.create(reading);
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
        String url = "jdbc:sqlite:" + folder.file();
        HikariDataSource pool = pool("loa-look", 1, sqlite(url), "PRAGMA query_only = 1");
        return new Database(Optional.empty(), pool, pool);
    }

    private static Database open(Path folder, Runnable preparation) {
        DataLock lock = lock(folder);
        try {
            preparation.run();
            String url = "jdbc:sqlite:" + DatabaseFolder.fileIn(folder);
            return new Database(
                    Optional.of(lock), migrated(url), pool("loa-read", READERS, sqlite(url), "PRAGMA query_only = 1"));
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

    private static HikariDataSource migrated(String url) {
        HikariDataSource writing = pool("loa-write", 1, sqlite(url), "PRAGMA query_only = 0");
        try {
            Migrations.run(writing, Dialect.SQLITE);
            return writing;
        } catch (RuntimeException e) {
            writing.close();
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

    private static void release(DataLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static HikariDataSource pool(String name, int size, DataSource source, String firstWords) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setDataSource(source);
        config.setConnectionInitSql(firstWords);
        return new HikariDataSource(config);
    }

    /**
     * Runs the work in one transaction. Stores called inside take part in it; a transaction inside a transaction is
     * the same one. An exception rolls everything back.
     */
    public <T> T transaction(Supplier<T> work) {
        return write(handle -> work.get());
    }

    /** As {@link #transaction(Supplier)}, for work without a result. */
    public void transaction(Runnable work) {
        write(handle -> {
            work.run();
            return null;
        });
    }

    public Dialect dialect() {
        return dialect;
    }

    public <T> T write(HandleCallback<T, RuntimeException> work) {
        Handle open = current.get();
        return open != null
                ? work.withHandle(open)
                : noticing(() -> writer.inTransaction(handle -> joined(handle, work)));
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
        reading.close();
        writing.close();
        lock.ifPresent(Database::release);
    }
}
