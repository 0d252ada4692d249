package vn.loa.config;

import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.loa.config.value.Secret;
import vn.loa.config.value.ValueType;
import vn.loa.model.WebPorts;

/** The value types of addresses. */
public final class Addresses {
    private static final Set<String> WEB = Set.of("http", "https");

    private Addresses() {}

    /** Returns the type of a page on the web. A fragment is dropped, other alphabets are percent-encoded. */
    static ValueType<URI> page() {
        return web("write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm")
                .where(it -> it.getRawUserInfo() == null, "has a user name in it")
                .where(it -> !WebPorts.isClosed(it.getPort()), "has a port that is none of the web's")
                .map(it -> URI.create(it.toASCIIString().replaceFirst("#.*", "")));
    }

    /** Returns the type of a host's name, in lower case. */
    static ValueType<String> host() {
        return ValueType.matching(
                        "(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z][a-z0-9-]{0,61}[a-z0-9]",
                        "is not the name of a host",
                        "write names alone, such as [tin.hanoi.gov.vn]")
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Returns the type of an API's root: scheme, host and port only, without a closing slash. */
    public static ValueType<URI> root() {
        return web("write scheme, host and port only, such as https://api.telegram.org or http://127.0.0.1:8081")
                .where(
                        it -> withoutClosingSlash(it).equals(it.getScheme() + "://" + hostAndPort(it)),
                        "has too much in it")
                .map(it -> URI.create(withoutClosingSlash(it).toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns the type of a proxy; only HTTP proxies can ask for a password, since Java knows SOCKS passwords for the
     * whole process only.
     */
    public static ValueType<ProxyConfig> proxy() {
        return address("write http://host:port, http://user:password@host:port or socks5://host:port")
                .where(it -> isSocks(it) || "http".equals(it.getScheme()), "is not a proxy Loa knows")
                .where(it -> it.getPort() > 0, "has no port")
                .where(it -> it.getRawPath().isEmpty(), "has a path in it")
                .where(it -> !isSocks(it) || it.getRawUserInfo() == null, "has a password in it")
                .map(it -> new ProxyConfig(
                        isSocks(it) ? Proxy.Type.SOCKS : Proxy.Type.HTTP, it.getHost(), it.getPort(), login(it)));
    }

    private static ValueType<URI> web(String right) {
        return address(right).where(it -> WEB.contains(it.getScheme()), "is neither http:// nor https://");
    }

    private static ValueType<URI> address(String right) {
        return ValueType.of(URI::create, "is not an address", right)
                .where(it -> it.getScheme() != null && !it.isOpaque(), "is not a whole address")
                .where(it -> it.getHost() != null, "has no proper host")
                .where(it -> it.getPort() <= 65535, "has a port that does not exist");
    }

    private static boolean isSocks(URI address) {
        return "socks5".equals(address.getScheme());
    }

    private static Optional<ProxyConfig.Login> login(URI address) {
        return Optional.ofNullable(address.getUserInfo()).map(info -> {
            String[] parts = info.split(":", 2);
            return new ProxyConfig.Login(parts[0], new Secret(parts.length > 1 ? parts[1] : ""));
        });
    }

    private static String withoutClosingSlash(URI address) {
        return address.toString().replaceFirst("/$", "");
    }

    private static String hostAndPort(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
