package vn.loa.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;

/** Makes the HTTP clients that ask portals: guarded, or through a proxy. */
final class PortalClients {
    private PortalClients() {}

    static OkHttpClient modern(FetchSettings settings, AddressGuard guard) {
        Trust trust = Trust.of(settings.extraCa());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().whole())
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool())
                .sslSocketFactory(trust.socketFactory(), trust);
        // Through a proxy, names are looked up there, and the proxy decides what can be reached by them.
        settings.proxy()
                .ifPresentOrElse(
                        proxy -> through(proxy, builder),
                        () -> builder.proxy(Proxy.NO_PROXY).dns(guard.dns()).socketFactory(guard.sockets()));
        return builder.build();
    }

    private static void through(URI proxy, OkHttpClient.Builder builder) {
        boolean socks = proxy.getScheme().startsWith("socks");
        InetSocketAddress address = InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
        builder.proxy(new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, address));
        if (proxy.getUserInfo() != null) {
            builder.proxyAuthenticator(login(proxy.getUserInfo()));
        }
    }

    /** Tells a proxy who asks, once. */
    private static Authenticator login(String userInfo) {
        String[] login = userInfo.split(":", 2);
        String credentials = Credentials.basic(login[0], login.length > 1 ? login[1] : "");
        String header = "Proxy-Authorization";
        return (route, response) -> response.request().header(header) != null
                ? null
                : response.request().newBuilder().header(header, credentials).build();
    }

    /** A pool of its own: connections are shared by address, whatever was agreed on them. */
    static OkHttpClient legacy(OkHttpClient modern) {
        ConnectionSpec old = new ConnectionSpec.Builder(ConnectionSpec.COMPATIBLE_TLS)
                .allEnabledCipherSuites()
                .tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0)
                .build();
        return modern.newBuilder()
                .connectionPool(new ConnectionPool())
                .connectionSpecs(List.of(old, ConnectionSpec.CLEARTEXT))
                .build();
    }
}
