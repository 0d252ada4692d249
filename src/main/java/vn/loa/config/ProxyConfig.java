package vn.loa.config;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;

/**
 * A proxy to go through.
 *
 * @param type HTTP or SOCKS
 * @param host its name or address
 * @param port its port
 * @param login what it asks for, HTTP only
 */
public record ProxyConfig(Proxy.Type type, String host, int port, Optional<Login> login) {
    /** Who we are to the proxy. */
    public record Login(String user, Secret password) {}

    /** The proxy as Java knows it; its name is looked up at each connection. */
    public Proxy proxy() {
        return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    }
}
