package vn.loa.fetch;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * TLS 1.0 and 1.1, which Java bans for the whole process (security property {@code jdk.tls.disabledAlgorithms}) and
 * which some portals have nothing beyond. Java reads the ban once, when TLS is first used, so it can be lifted only
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

    /** Returns true when this process can open connections of TLS 1.0. */
    public static boolean isAllowed() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.setEnabledProtocols(new String[] {OLD.get(0)});
            engine.beginHandshake();
            return true;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
