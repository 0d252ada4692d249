package vn.loa.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Delivery;
import vn.loa.store.Database;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.settlement.SentMessage;

/**
 * One transaction for what several threads have to write at the same time, so that they wait for the disk together and
 * not one after the other; what most of them write, beginnings and good ends of sendings, takes the same few statements
 * for all. What a thread wrote is on the disk when its call returns. A server takes several transactions at a time, and
 * each statement waits for its answer, so there are some side by side then.
 */
final class SharedTransaction {
    /** As many as a server's connections for writing leave room for beside the rest of a node. */
    private static final int LANES_ON_SERVER = 4;

    private final Database database;
    private final DeliveryStore deliveries;
    private final List<Lane> lanes;

    SharedTransaction(Database database, DeliveryStore deliveries) {
        this.database = database;
        this.deliveries = deliveries;
        this.lanes = Stream.generate(Lane::new)
                .limit(database.onServer() ? LANES_ON_SERVER : 1)
                .toList();
    }

    /** Writes; throws what this work or the database threw, never what another's work did. */
    void write(Runnable work) {
        lane().write(new Entry(work));
    }

    /** Notes that these deliveries, one message, are about to be sent; returns false when a claim is not ours any more. */
    boolean begin(List<Delivery> claimed) {
        Beginning beginning = new Beginning(claimed);
        lane().write(beginning);
        return beginning.ours;
    }

    /** Notes that a message was sent. */
    void sent(SentMessage message) {
        lane().write(new Ending(message));
    }

    private Lane lane() {
        return lanes.get(Math.floorMod(Thread.currentThread().getId(), lanes.size()));
    }

    /** An entry that waits for one transaction. */
    private final class Lane {
        private final ReentrantLock writing = new ReentrantLock();

        @GuardedBy("this")
        private List<Entry> waiting = new ArrayList<>();

        void write(Entry entry) {
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
            database.together(() -> run(entries));
            entries.forEach(entry -> entry.done = true);
        } catch (Throwable together) { // Whatever it is, who waits must learn how it ended.
            entries.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Entry entry) {
        try {
            database.together(() -> run(List.of(entry)));
        } catch (RuntimeException e) {
            entry.failure = e;
        } catch (Throwable e) {
            entry.failure = new IllegalStateException("not written: " + e, e);
        }
        entry.done = true;
    }

    private void run(List<Entry> entries) {
        List<Beginning> beginnings = of(Beginning.class, entries);
        if (!beginnings.isEmpty()) {
            List<Boolean> ours = deliveries.beginEach(
                    beginnings.stream().map(each -> each.claimed).toList());
            for (int i = 0; i < ours.size(); i++) {
                beginnings.get(i).ours = ours.get(i);
            }
        }
        List<Ending> endings = of(Ending.class, entries);
        if (!endings.isEmpty()) {
            deliveries.sentEach(endings.stream().map(each -> each.message).toList());
        }
        entries.forEach(each -> each.work.run());
    }

    private static <E extends Entry> List<E> of(Class<E> kind, List<Entry> entries) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Guarded by its lane's lock. */
    private static class Entry {
        private final Runnable work;
        private boolean done;
        private @Nullable RuntimeException failure;

        Entry(Runnable work) {
            this.work = work;
        }
    }

    /** A message that is about to be sent. */
    private static final class Beginning extends Entry {
        private final List<Delivery> claimed;
        private boolean ours;

        Beginning(List<Delivery> claimed) {
            super(() -> {});
            this.claimed = claimed;
        }
    }

    /** A message that was sent. */
    private static final class Ending extends Entry {
        private final SentMessage message;

        Ending(SentMessage message) {
            super(() -> {});
            this.message = message;
        }
    }
}
