package vn.loa.store.delivery;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refers to an announcement that people are told and may acknowledge.
 *
 * @param kind an article, an announcement by hand, or all that one message tells
 * @param id the article's or the notice's number, or that of one delivery of the message
 */
public record AnnouncementRef(Kind kind, long id) {
    private static final Pattern KEY = Pattern.compile("([nd]?)(\\d{1,18})");

    /** Names the kind of an announcement. */
    public enum Kind {
        ARTICLE,
        NOTICE,
        MESSAGE
    }

    public AnnouncementRef {
        Objects.requireNonNull(kind);
    }

    public static AnnouncementRef article(long id) {
        return new AnnouncementRef(Kind.ARTICLE, id);
    }

    public static AnnouncementRef notice(long id) {
        return new AnnouncementRef(Kind.NOTICE, id);
    }

    /** All that the message tells by which this delivery travelled. */
    public static AnnouncementRef message(long deliveryId) {
        return new AnnouncementRef(Kind.MESSAGE, deliveryId);
    }

    /** The form in a button's data: {@code 12} for an article, {@code n12} for a notice, {@code d12} for a message. */
    public String key() {
        return prefix(kind) + id;
    }

    private static String prefix(Kind kind) {
        return switch (kind) {
            case ARTICLE -> "";
            case NOTICE -> "n";
            case MESSAGE -> "d";
        };
    }

    /** Reads {@link #key()} back; empty when the text is none. */
    public static Optional<AnnouncementRef> parse(String key) {
        Matcher read = KEY.matcher(key);
        return read.matches()
                ? Arrays.stream(Kind.values())
                        .filter(kind -> prefix(kind).equals(read.group(1)))
                        .findFirst()
                        .map(kind -> new AnnouncementRef(kind, Long.parseLong(read.group(2))))
                : Optional.empty();
    }

    String column() {
        return switch (kind) {
            case ARTICLE -> "article_id";
            case NOTICE -> "notice_id";
            case MESSAGE -> "id";
        };
    }
}
