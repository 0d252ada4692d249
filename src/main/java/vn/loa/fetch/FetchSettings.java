package vn.loa.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of the fetcher.
 *
 * @param userAgent who Loa says it is
 * @param timeouts when to stop waiting
 * @param maxBytes the largest page, in bytes after decompression
 * @param pause between the end of one request to a host and the beginning of the next
 * @param allowPrivateAddresses whether portals may have addresses that are not public; for a test bench
 * @param obeyRobots whether robots.txt is followed
 * @param extraCa PEM files with certificates that are trusted beside the system's
 * @param proxy a proxy between Loa and the portals: {@code http://user:password@host:port} or {@code socks5://host:port}
 */
public record FetchSettings(
        String userAgent,
        Timeouts timeouts,
        long maxBytes,
        Duration pause,
        boolean allowPrivateAddresses,
        boolean obeyRobots,
        List<Path> extraCa,
        Optional<URI> proxy) {
    public FetchSettings {
        Objects.requireNonNull(userAgent);
        Objects.requireNonNull(timeouts);
        Objects.requireNonNull(pause);
        extraCa = List.copyOf(extraCa);
        Objects.requireNonNull(proxy);
    }

    /** Returns the same settings, but with addresses that are not public when {@code allowed}. */
    public FetchSettings allowingPrivate(boolean allowed) {
        return new FetchSettings(
                userAgent, timeouts, maxBytes, pause, allowPrivateAddresses || allowed, obeyRobots, extraCa, proxy);
    }

    /**
     * The time limits of a request.
     *
     * @param connect for a connection
     * @param read for the next bytes
     * @param whole for a whole answer
     */
    public record Timeouts(Duration connect, Duration read, Duration whole) {
        /** 10 s, 20 s and 30 s. */
        public static final Timeouts USUAL =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));
    }
}
