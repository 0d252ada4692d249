package vn.loa.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.config.value.HumanDuration;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * The settings of the fetching of portals.
 *
 * @param userAgent who Loa says it is
 * @param allowPrivateAddresses whether portals may have addresses that are not public; for a test bench
 * @param extraCa PEM files with certificates that portals leave out of their chain
 * @param proxy a proxy between Loa and the portals
 * @param pause between two requests to one host
 * @param timeouts when to stop waiting
 * @param maxSize the largest page, in bytes after decompression
 * @param obeyRobots whether robots.txt is followed
 */
public record FetchConfig(
        String userAgent,
        boolean allowPrivateAddresses,
        List<Path> extraCa,
        Optional<ProxyConfig> proxy,
        Duration pause,
        Timeouts timeouts,
        long maxSize,
        boolean obeyRobots) {
    private static final String USER_AGENT = "Mozilla/5.0 (compatible; Loa/0.2; announces commune news)";
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /**
     * The time limits of a request.
     *
     * @param connect for a connection
     * @param read for the next bytes
     * @param whole for the whole page, redirects included
     */
    public record Timeouts(Duration connect, Duration read, Duration whole) {
        static Timeouts read(Section timeouts) {
            ValueType<Duration> form = ValueTypes.duration(Duration.ofMillis(100), Duration.ofMinutes(5));
            Duration connect = timeouts.value("connect", form, Duration.ofSeconds(10));
            Duration read = timeouts.value("read", form, Duration.ofSeconds(20));
            Duration whole = timeouts.value("whole", form, Duration.ofSeconds(30));
            Duration longest = connect.compareTo(read) > 0 ? connect : read;
            if (whole.compareTo(longest) < 0) {
                String right = "write at least " + HumanDuration.format(longest);
                timeouts.problem("whole", "is shorter than connect or read", right);
            }
            return new Timeouts(connect, read, whole);
        }
    }

    static FetchConfig read(Section fetch) {
        return new FetchConfig(
                fetch.value("user-agent", ValueTypes.header(), USER_AGENT),
                fetch.value("allow-private-addresses", ValueTypes.flag(), false),
                fetch.list("extra-ca", ValueTypes.certificates()),
                fetch.value("proxy", Addresses.proxy()),
                fetch.value("pause", ValueTypes.duration(Duration.ZERO, Duration.ofMinutes(5)), Duration.ofSeconds(1)),
                Timeouts.read(fetch.section("timeouts")),
                fetch.value("max-size", ValueTypes.size(64 * KIB, 64 * MIB), 2 * MIB),
                fetch.value("obey-robots", ValueTypes.flag(), true));
    }
}
