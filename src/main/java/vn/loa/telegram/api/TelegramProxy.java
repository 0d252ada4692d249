package vn.loa.telegram.api;

import java.net.Proxy;
import java.util.Objects;

/**
 * A proxy between Loa and the Bot API.
 *
 * @param way where it is; HTTP or SOCKS
 * @param user who we are to an HTTP proxy, an empty string when it does not ask
 * @param password its secret; never shown by {@link #toString()}
 */
public record TelegramProxy(Proxy way, String user, String password) {
    public TelegramProxy {
        Objects.requireNonNull(way);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    public static TelegramProxy open(Proxy way) {
        return new TelegramProxy(way, "", "");
    }

    @Override
    public String toString() {
        return way.toString();
    }
}
