package vn.loa.delivery.pace;

import java.time.Duration;

/** Answers a message that asks the {@link RateLimiter} whether it may go. */
public sealed interface Permit {
    /** It may go now, and must be closed when its answer is here. */
    record Granted(Runnable over) implements Permit, AutoCloseable {
        @Override
        public void close() {
            over.run();
        }
    }

    /** Nothing was taken; ask again after the pause, which is greater than zero. */
    record Later(Duration pause, Scope scope) implements Permit {}

    /** Who is at its limit. */
    enum Scope {
        CHAT,
        BOT
    }
}
