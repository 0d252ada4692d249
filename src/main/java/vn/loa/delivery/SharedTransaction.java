package vn.loa.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.loa.store.Database;

/**
 * One transaction for what several threads have to write at the same time, so that they wait for the disk together and
 * not one after the other. What a thread wrote is on the disk when its call returns.
 */
final class SharedTransaction {
    private final Database database;
    private final ReentrantLock writing = new ReentrantLock();

    @GuardedBy("this")
    private List<Entry> waiting = new ArrayList<>();

    SharedTransaction(Database database) {
        this.database = database;
    }

    /** Writes; throws what this work or the database threw, never what another's work did. */
    void write(Runnable work) {
        Entry entry = new Entry(work);
        synchronized (this) {
            waiting.add(entry);
        }
        writing.lock();
        try {
            if (!entry.done) {
                writeAll(taken());
            }
        } finally {
            writing.unlock();
        }
        if (entry.failure != null) {
            throw entry.failure;
        }
    }

    private synchronized List<Entry> taken() {
        List<Entry> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void writeAll(List<Entry> entries) {
        try {
            database.transaction(() -> entries.forEach(entry -> entry.work.run()));
            entries.forEach(entry -> entry.done = true);
        } catch (Throwable together) { // Whatever it is, who waits must learn how it ended.
            entries.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Entry entry) {
        try {
            database.transaction(entry.work);
        } catch (RuntimeException e) {
            entry.failure = e;
        } catch (Throwable e) {
            entry.failure = new IllegalStateException("not written: " + e, e);
        }
        entry.done = true;
    }

    /** Guarded by {@link #writing}. */
    private static final class Entry {
        private final Runnable work;
        private boolean done;
        private @Nullable RuntimeException failure;

        Entry(Runnable work) {
            this.work = work;
        }
    }
}
