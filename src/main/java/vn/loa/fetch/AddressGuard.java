package vn.loa.fetch;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * Allows connections to public addresses only, so that a link on a portal cannot reach what stands beside this machine.
 * Names are checked when they are looked up; addresses written as numbers never are looked up, so every socket checks
 * again.
 */
final class AddressGuard {
    /** IANA's special-purpose addresses (RFC 6890 and later) that lead to no public host. */
    private static final String[] CLOSED_V4 = {
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3"
    };

    /**
     * The same within 2000::/3: protocol assignments with Teredo, benchmarks and ORCHID, and both ranges for
     * documentation.
     */
    private static final List<Net6> CLOSED_V6 = List.of(
            new Net6(23, 0x20, 0x01, 0x00), new Net6(32, 0x20, 0x01, 0x0d, 0xb8), new Net6(20, 0x3f, 0xff, 0x00));

    /** NAT64 (RFC 6052): the last four bytes are an IPv4 address. */
    private static final Net6 NAT64 = new Net6(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Net6 SIX_TO_FOUR = new Net6(16, 0x20, 0x02);

    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    private final boolean allowPrivate;
    private final List<Net> closed;

    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
        this.closed = List.of(CLOSED_V4).stream().map(Net::parse).toList();
    }

    private record Net(int address, int mask) {
        static Net parse(String text) {
            String[] parts = text.split("[./]");
            int address = 0;
            for (int i = 0; i < 4; i++) {
                address = address << 8 | Integer.parseInt(parts[i]);
            }
            return new Net(address, -1 << (32 - Integer.parseInt(parts[4])));
        }

        boolean holds(int other) {
            return (other & mask) == (address & mask);
        }
    }

    /** A range of IPv6 addresses: so many bits of the bytes that follow, all others are nought. */
    private record Net6(int bits, int... beginning) {
        boolean holds(byte[] address) {
            for (int i = 0; i * 8 < bits; i++) {
                int mask = bits - i * 8 >= 8 ? 0xff : 0xff << (8 - (bits - i * 8)) & 0xff;
                if (((address[i] ^ beginning[i]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Thrown for an address that the guard does not let through. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(InetAddress address) {
            super("the address " + address.getHostAddress() + " is not public");
        }
    }

    boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return isPublicV4(address.getAddress(), 0);
        }
        return address instanceof Inet6Address && isPublicV6(address.getAddress());
    }

    private boolean isPublicV4(byte[] bytes, int from) {
        int address = 0;
        for (int i = from; i < from + 4; i++) {
            address = address << 8 | (bytes[i] & 0xff);
        }
        int checked = address;
        return closed.stream().noneMatch(net -> net.holds(checked));
    }

    /**
     * Only 2000::/3 is global unicast; some of it carries an IPv4 address, which must be public too. NAT64 of local use
     * (64:ff9b:1::/48, RFC 8215) is never public.
     */
    private boolean isPublicV6(byte[] bytes) {
        if (NAT64.holds(bytes)) {
            return isPublicV4(bytes, 12);
        }
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean special = CLOSED_V6.stream().anyMatch(net -> net.holds(bytes));
        return global
                && !special
                && (!SIX_TO_FOUR.holds(bytes) || isPublicV4(bytes, 2))
                && (!isIsatap(bytes) || isPublicV4(bytes, 12));
    }

    /** ISATAP (RFC 5214, section 6.1): the interface is 0000:5efe or 0200:5efe and an IPv4 address. */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
    }

    /**
     * Returns why a host, as an address writes it, is refused before anybody looks it up: through a proxy, names are
     * looked up where no guard is. Numbers in another form than a.b.c.d are refused, since what they mean depends on who
     * reads them.
     */
    Optional<String> refusal(String host) {
        if (allowPrivate) {
            return Optional.empty();
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return Optional.of("the host " + host + " is not public");
        }
        if (name.contains(":") || DOTTED.matcher(name).matches()) {
            return literal(name)
                    .filter(address -> !isPublic(address))
                    .map(address -> new RefusedException(address).getMessage());
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches()
                ? Optional.of("the host " + host + " is not public: a number is no name")
                : Optional.empty();
    }

    /** Reads a literal address; nothing is looked up for one. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private void check(InetAddress address) throws RefusedException {
        if (!allowPrivate && !isPublic(address)) {
            throw new RefusedException(address);
        }
    }

    /** Looks names up; a name with any address that is not public is refused as a whole. */
    Dns dns() {
        return host -> {
            List<InetAddress> found = Dns.SYSTEM.lookup(host);
            for (InetAddress address : found) {
                try {
                    check(address);
                } catch (RefusedException e) {
                    throw (UnknownHostException) new UnknownHostException(e.getMessage()).initCause(e);
                }
            }
            return found;
        };
    }

    /** Makes sockets that connect to nothing the guard refuses. */
    SocketFactory sockets() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                return new GuardedSocket();
            }

            @Override
            public Socket createSocket(String host, int port) throws IOException {
                return connected(new InetSocketAddress(host, port));
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
                return createSocket(host, port);
            }

            @Override
            public Socket createSocket(InetAddress host, int port) throws IOException {
                return connected(new InetSocketAddress(host, port));
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                    throws IOException {
                return createSocket(host, port);
            }

            private Socket connected(InetSocketAddress address) throws IOException {
                Socket socket = new GuardedSocket();
                socket.connect(address);
                return socket;
            }
        };
    }

    private final class GuardedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
            InetAddress address = ((InetSocketAddress) endpoint).getAddress();
            if (address == null) {
                throw new UnknownHostException("not looked up: " + endpoint);
            }
            check(address);
            super.connect(endpoint, timeoutMillis);
        }
    }
}
