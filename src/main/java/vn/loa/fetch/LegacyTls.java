package vn.loa.fetch;

import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.model.Source;

/**
 * Enables TLS 1.0 and 1.1, which Java bans for the whole process (security property {@code jdk.tls.disabledAlgorithms})
 * and which some portals have nothing beyond. Java reads the ban once, when TLS is first used, so it can be lifted only
 * before. Clients that name their versions, as all of Loa's do, go on refusing the old ones.
 */
public final class LegacyTls {
    private static final String BAN = "jdk.tls.disabledAlgorithms";
    private static final List<String> OLD = List.of("TLSv1", "TLSv1.1");

    private LegacyTls() {}

    /** Lifts the ban on TLS 1.0 and 1.1 for this process; in vain when TLS has been used before. */
    public static void allow() {
        String ban = Optional.ofNullable(Security.getProperty(BAN)).orElse("");
        Security.setProperty(
                BAN,
                Arrays.stream(ban.split(",", -1))
                        .map(String::strip)
                        .filter(algorithm -> !OLD.contains(algorithm))
                        .collect(Collectors.joining(", ")));
    }

    /** Lifts the ban when one of the sources asks for it. */
    public static void allowFor(List<Source> sources) {
        if (sources.stream().anyMatch(source -> source.options().contains(Source.Option.LEGACY_TLS))) {
            allow();
        }
    }
}
