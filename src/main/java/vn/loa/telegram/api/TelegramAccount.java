package vn.loa.telegram.api;

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
 * @param proxy where the way leads through one
 */
public record TelegramAccount(Bot bot, String token, URI apiUrl, Optional<TelegramProxy> proxy) {
    private static final Set<String> SERVER_SCHEMES = Set.of("http", "https");

    public TelegramAccount {
        Objects.requireNonNull(bot);
        if (token.isBlank() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("a Telegram token is printable ASCII without spaces");
        }
        if (apiUrl.getHost() == null || !SERVER_SCHEMES.contains(apiUrl.getScheme())) {
            throw new IllegalArgumentException("not the http(s) address of a Bot API server: " + apiUrl);
        }
        Objects.requireNonNull(proxy);
    }

    @Override
    public String toString() {
        return bot + " at " + apiUrl.getHost();
    }
}
