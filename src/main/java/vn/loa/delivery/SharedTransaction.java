package vn.loa.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.store.Database;

/**
 * One transaction for what several threads have to write at the same time, so that they wait for the disk together and
 * not one after the other. What a thread wrote is on the disk when its call returns. A server takes several transactions
 * at a time, and each statement waits for its answer, so there are some side by side then.
 */
final class SharedTransaction {
    /** As many as a server's connections for writing leave room for beside the rest of a node. */
    private static final int LANES_ON_SERVER = 4;

    private final Database database;
    private final List<Lane> lanes;

    SharedTransaction(Database database) {
        this.database = database;
        this.lanes = Stream.generate(Lane::new)
                .limit(database.onServer() ? LANES_ON_SERVER : 1)
                .toList();
    }

    /** Writes; throws what this work or the database threw, never what another's work did. */
    void write(Runnable work) {
        lanes.get(Math.floorMod(Thread.currentThread().getId(), lanes.size())).write(work);
    }

    /** What waits for one transaction. */
    private final class Lane {
        private final ReentrantLock writing = new ReentrantLock();

        @GuardedBy("this")
        private List<Entry> waiting = new ArrayList<>();

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
    }

    private void writeAll(List<Entry> entries) {
        try {
            database.together(() -> entries.forEach(entry -> entry.work.run()));
            entries.forEach(entry -> entry.done = true);
        } catch (Throwable together) { // Whatever it is, who waits must learn how it ended.
            entries.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Entry entry) {
        try {
            database.together(entry.work);
        } catch (RuntimeException e) {
            entry.failure = e;
        } catch (Throwable e) {
            entry.failure = new IllegalStateException("not written: " + e, e);
        }
        entry.done = true;
    }

    /** Guarded by its lane's lock. */
    private static final class Entry {
        private final Runnable work;
        private boolean done;
        private @Nullable RuntimeException failure;

        Entry(Runnable work) {
            this.work = work;
        }
    }
}
