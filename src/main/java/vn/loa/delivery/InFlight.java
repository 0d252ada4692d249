package vn.loa.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Counts the delivery groups that are under way, and the senders that are free to take one. */
final class InFlight {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int senders;
    private final Set<Long> deliveries = new HashSet<>();
    private int busy;
    private int underWay;

    InFlight(int senders) {
        this.senders = senders;
    }

    /** Notes that a sender has taken a group of these deliveries. */
    void started(Collection<Long> ids) {
        change(() -> {
            busy++;
            underWay++;
            deliveries.addAll(ids);
        });
    }

    /** A sender is free again; its group may still wait for its next form. */
    void freed() {
        change(() -> busy--);
    }

    /** Notes that the outcome of a group of these deliveries is known. */
    void landed(Collection<Long> ids) {
        change(() -> {
            underWay--;
            deliveries.removeAll(Set.copyOf(ids));
        });
    }

    /** The numbers of the deliveries that are under way. */
    Set<Long> deliveries() {
        lock.lock();
        try {
            return Set.copyOf(deliveries);
        } finally {
            lock.unlock();
        }
    }

    int underWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a sender is free; returns false when none was within the time. */
    boolean awaitSender(Duration atMost) {
        return await(() -> busy < senders, atMost);
    }

    /** Waits until nothing is under way; returns false when something still was after the time. */
    boolean awaitNone(Duration atMost) {
        return await(() -> underWay == 0, atMost);
    }

    /** Waits until fewer groups are under way than now, or none. */
    void awaitLanding(Duration atMost) {
        int before = underWay();
        await(() -> underWay < before || underWay == 0, atMost);
    }

    /** Waits for the time to pass, or for a reason to end the wait. */
    void rest(Duration time, BooleanSupplier ends) {
        await(ends, time);
    }

    /** Has those who wait look again whether their wait is over. */
    void nudge() {
        change(() -> {});
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier reached, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!reached.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
