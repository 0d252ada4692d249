package vn.loa.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * Remembers, for longer than the process lives, which hosts have asked to be left alone. May throw anything when it cannot
 * remember; the fetcher then goes by its own memory.
 */
public interface HostClosings {
    /** Remembers nothing. */
    HostClosings NONE = new HostClosings() {
        @Override
        public Optional<Duration> left(String host) {
            return Optional.empty();
        }

        @Override
        public void close(String host, Duration wait) {}
    };

    /** Returns how long a host has still asked to be left alone; empty when it has not. */
    Optional<Duration> left(String host);

    /** Notes that a host asked to be left alone for so long from now. */
    void close(String host, Duration wait);
}
