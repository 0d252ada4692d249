package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when a test says so. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** The same time as a count. */
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    /** It is this time, which may be earlier than before. */
    public void set(Instant time) {
        now = time;
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }
}
