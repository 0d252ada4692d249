package vn.loa.model;

import java.util.Locale;
import java.util.Optional;

/** The messaging platforms. */
public enum Platform {
    TELEGRAM,
    ZALO,
    CONSOLE;

    /** Returns the name used in configuration and in the database, for example {@code telegram}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the platform with this {@link #id()}, or empty when there is none. */
    public static Optional<Platform> of(String id) {
        for (Platform platform : values()) {
            if (platform.id().equals(id)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
