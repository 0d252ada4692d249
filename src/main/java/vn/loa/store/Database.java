package vn.loa.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
    private final FileChannel lock;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi writer;
    private final Jdbi reader;
    /** Of this database alone: tests and tools may have several open. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Handle> current = new ThreadLocal<>();

    private Database(FileChannel lock, HikariDataSource writing, HikariDataSource reading) {
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
        FileChannel lock = lock(folder);
        String url = "jdbc:sqlite:" + folder.resolve("loa.db");
        HikariDataSource writing = pool("loa-write", 1, sqlite(url), "PRAGMA query_only = 0");
        migrate(writing, Dialect.SQLITE);
        return new Database(lock, writing, pool("loa-read", READERS, sqlite(url), "PRAGMA query_only = 1"));
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("loa.lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseInUseException(folder);
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
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

    private static void migrate(DataSource source, Dialect dialect) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(Map.of("identity", dialect.identity()))
                .load()
                .migrate();
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

    Dialect dialect() {
        return dialect;
    }

    <T> T write(HandleCallback<T, RuntimeException> work) {
        Handle open = current.get();
        return open != null ? work.withHandle(open) : writer.inTransaction(handle -> joined(handle, work));
    }

    /** Reads what is committed, or, inside a transaction, what that transaction sees. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        Handle open = current.get();
        return open != null ? work.withHandle(open) : reader.withHandle(work);
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
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
