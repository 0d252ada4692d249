package vn.loa.config;

import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.config.value.Secret;

/** The settings of one channel, as far as the program knows them; the rest is the channel's own. */
public interface ChannelConfig {
    /** Returns the names of the bots that the settings make, without the channel's. */
    Stream<String> botNames();

    /** Returns the proxy between Loa and the platform. */
    Optional<ProxyConfig> proxy();

    /** Returns every secret in the settings but the proxy's. */
    Stream<Secret> secrets();
}
