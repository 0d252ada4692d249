package vn.loa.emulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** What is to go wrong. Rules are tried in the order in which they were made; the first that fits is used. */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    /** Begins a rule for a method; {@code "*"} means all of them. */
    public Fault on(String method) {
        return new Fault(method, faults::add);
    }

    /** Takes all rules back. */
    public void clear() {
        faults.clear();
    }

    Fault.Kind next(ApiCall call) {
        for (Fault fault : faults) {
            if (fault.strikes(call)) {
                return fault.kind();
            }
        }
        return null;
    }

    /** Blocks until the emulator closes, as a server does that has stopped answering. */
    void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void letGo() {
        release.countDown();
    }
}
