package vn.loa.zalo;

import java.net.Proxy;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Bot;

/**
 * One Zalo bot and the way to it.
 *
 * @param bot its name in Loa
 * @param token its secret from Zalo Bot Creator, which stands in every address; never shown by {@link #toString()}
 * @param apiUrl the server, {@code https://bot-api.zaloplatforms.com} or another that serves the same
 * @param proxy where the way leads through one
 */
public record ZaloAccount(Bot bot, String token, URI apiUrl, Optional<Proxy> proxy) {
    public ZaloAccount {
        Objects.requireNonNull(bot);
        if (token.isBlank() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("a Zalo token is printable ASCII without spaces");
        }
        if (apiUrl.getHost() == null) {
            throw new IllegalArgumentException("not the address of a server: " + apiUrl);
        }
        Objects.requireNonNull(proxy);
    }

    /** Returns the path at Loa's server to which Zalo brings the updates of a bot. */
    static String webhookPath(String botName) {
        return "/zalo/bot/" + botName;
    }

    @Override
    public String toString() {
        return bot + " at " + apiUrl.getHost();
    }
}
