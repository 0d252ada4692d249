package vn.loa.model;

import java.util.Objects;

/**
 * An account through which Loa sends and receives: one token, one poller, one sender. A platform may have several.
 *
 * @param platform where the bot lives
 * @param name its name in the configuration, for example {@code main}; never the token
 */
public record Bot(Platform platform, String name) {
    public Bot {
        Objects.requireNonNull(platform);
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a bot's name is a plain word: " + name);
        }
    }

    /** Returns the form kept in the database and shown in logs, for example {@code telegram/main}. */
    public String key() {
        return platform.id() + "/" + name;
    }

    /**
     * Reads {@link #key()} back.
     *
     * @throws IllegalArgumentException when the text is not such a key
     */
    public static Bot parse(String key) {
        int slash = key.indexOf('/');
        Platform platform =
                slash < 0 ? null : Platform.of(key.substring(0, slash)).orElse(null);
        if (platform == null) {
            throw new IllegalArgumentException("not a bot: " + key);
        }
        return new Bot(platform, key.substring(slash + 1));
    }

    @Override
    public String toString() {
        return key();
    }
}
