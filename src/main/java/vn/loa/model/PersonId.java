package vn.loa.model;

import java.util.Objects;

/**
 * A person's id on a platform. Rights hang on this, never on a name.
 *
 * @param platform the platform that gave the number
 * @param userId the platform's id, an opaque string
 */
public record PersonId(Platform platform, String userId) {
    public PersonId {
        Objects.requireNonNull(platform);
        if (userId.isBlank()) {
            throw new IllegalArgumentException("a person's id is not empty");
        }
    }

    /** Returns the form used in configuration and in the database, for example {@code telegram:123456789}. */
    public String key() {
        return platform.id() + ":" + userId;
    }

    /**
     * Reads {@link #key()} back.
     *
     * @throws IllegalArgumentException when the text is not such a key
     */
    public static PersonId parse(String key) {
        int colon = key.indexOf(':');
        Platform platform =
                colon < 0 ? null : Platform.of(key.substring(0, colon)).orElse(null);
        if (platform == null) {
            throw new IllegalArgumentException("not a person: " + key);
        }
        return new PersonId(platform, key.substring(colon + 1));
    }

    @Override
    public String toString() {
        return key();
    }
}
