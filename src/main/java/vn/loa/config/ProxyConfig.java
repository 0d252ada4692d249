package vn.loa.config;

import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import vn.loa.config.value.Secret;

/**
 * The settings of a proxy.
 *
 * @param type HTTP or SOCKS
 * @param host its name or address
 * @param login what it asks for, HTTP only
 */
public record ProxyConfig(Proxy.Type type, String host, int port, Optional<Login> login) {
    /** The credentials for the proxy. */
    public record Login(String user, Secret password) {}

    /**
     * Returns the proxy as an address: {@code http://user:password@host:port} or {@code socks5://host:port}. It may
     * hold a password, so it belongs into no log.
     */
    public URI uri() {
        String scheme = type == Proxy.Type.SOCKS ? "socks5" : "http";
        String who = login.map(known -> known.user() + ":" + known.password().value())
                .orElse(null);
        try {
            return new URI(scheme, who, host, port, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a checked proxy has an address", e);
        }
    }
}
