package vn.loa.telegram;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.Bot;

/**
 * One Telegram bot and the way to it.
 *
 * @param bot its name in Loa
 * @param token its secret from BotFather; never shown by {@link #toString()}
 * @param apiUrl the Bot API server, {@code https://api.telegram.org} or a local one; a path before {@code /bot} is kept
 * @param proxy {@code http://host:port}, with {@code user:password@} where needed, or {@code socks5://host:port}
 */
public record TelegramAccount(Bot bot, String token, URI apiUrl, Optional<URI> proxy) {
    private static final Set<String> SERVER_SCHEMES = Set.of("http", "https");
    private static final Set<String> PROXY_SCHEMES = Set.of("http", "socks5", "socks");

    public TelegramAccount {
        Objects.requireNonNull(bot);
        if (token.isBlank() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("a Telegram token is printable ASCII without spaces");
        }
        if (apiUrl.getHost() == null || !SERVER_SCHEMES.contains(apiUrl.getScheme())) {
            throw new IllegalArgumentException("not the http(s) address of a Bot API server: " + apiUrl);
        }
        proxy.ifPresent(TelegramAccount::requireProxy);
    }

    private static void requireProxy(URI proxy) {
        if (proxy.getHost() == null || proxy.getPort() < 0 || !PROXY_SCHEMES.contains(proxy.getScheme())) {
            throw new IllegalArgumentException("a proxy is http://host:port or socks5://host:port");
        }
    }

    @Override
    public String toString() {
        return bot + " at " + apiUrl.getHost();
    }
}
