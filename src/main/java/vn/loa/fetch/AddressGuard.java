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
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * Allows connections to public addresses only, so that a link on a portal cannot reach what stands beside this machine.
 * Names are checked when they are looked up; addresses written as numbers never are looked up, so every socket checks
 * again.
 */
final class AddressGuard {
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

    /** Only 2000::/3 is global unicast; some of it carries an IPv4 address, which must be public too. */
    private boolean isPublicV6(byte[] bytes) {
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)) {
            return isPublicV4(bytes, 12);
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return isPublicV4(bytes, 2);
        }
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean special = startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) || startsWith(bytes, 0x20, 0x01, 0x00);
        return global && !special;
    }

    private static boolean startsWith(byte[] bytes, int... beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xff) != beginning[i]) {
                return false;
            }
        }
        return true;
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
