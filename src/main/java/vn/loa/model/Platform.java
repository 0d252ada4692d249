package vn.loa.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The messaging platforms. */
public enum Platform {
    /** Bot API: a person's id is positive and below 2^52; a group's, as which anonymous administrators write, negative. */
    TELEGRAM("[1-9]\\d{0,15}"),
    ZALO("[A-Za-z0-9-]{1,64}"),
    CONSOLE("[A-Za-z0-9-]{1,64}");

    private final Pattern person;

    Platform(String person) {
        this.person = Pattern.compile(person);
    }

    /** Tells whether a number may be a person's on this platform. */
    public boolean mayBePerson(String userId) {
        return person.matcher(userId).matches();
    }

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
