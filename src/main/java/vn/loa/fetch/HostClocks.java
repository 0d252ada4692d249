package vn.loa.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Compares the clocks of hosts, as their answers tell them, with ours. Safe for use by several threads. */
final class HostClocks {
    private static final int MOST_HOSTS = 1000;

    private final Map<String, Duration> differences = new ConcurrentHashMap<>();
    private final InstantSource clock;

    HostClocks(InstantSource clock) {
        this.clock = clock;
    }

    /** An answer out of a cache (RFC 9111, section 5.1) says nothing of the time. */
    void compare(HttpUrl url, Response response) {
        Instant theirs = response.headers().getInstant("Date");
        boolean hasRoom = differences.size() < MOST_HOSTS || differences.containsKey(url.host());
        if (theirs != null && response.header("Age") == null && hasRoom) {
            differences.put(url.host(), Duration.between(clock.instant(), theirs));
        }
    }

    /** Returns by how much a host's clock was ahead of ours at its last answer; empty if not told. */
    Optional<Duration> difference(URI url) {
        return Optional.ofNullable(HttpUrl.parse(url.toString())).map(each -> differences.get(each.host()));
    }
}
