package vn.loa.delivery;

import java.time.Duration;

/** What the pacer says to a message that wants to go. */
sealed interface Turn {
    /** It may go now, and must be closed when its answer is here. */
    record Granted(Runnable over) implements Turn, AutoCloseable {
        @Override
        public void close() {
            over.run();
        }
    }

    /** Nothing was taken; ask again after the pause, which is greater than zero. */
    record Later(Duration pause, Scope scope) implements Turn {}

    /** Who is at its limit. */
    enum Scope {
        CHAT,
        BOT
    }
}
