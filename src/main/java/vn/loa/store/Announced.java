package vn.loa.store;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people are told and may acknowledge.
 *
 * @param kind an article, or an announcement by hand
 * @param id the article's or the notice's number
 */
public record Announced(Kind kind, long id) {
    private static final Pattern KEY = Pattern.compile("(n?)(\\d{1,18})");

    /** What it is. */
    public enum Kind {
        ARTICLE,
        NOTICE
    }

    public Announced {
        Objects.requireNonNull(kind);
    }

    public static Announced article(long id) {
        return new Announced(Kind.ARTICLE, id);
    }

    public static Announced notice(long id) {
        return new Announced(Kind.NOTICE, id);
    }

    /** The form in a button's data: {@code 12} for an article, {@code n12} for a notice. */
    public String key() {
        return (kind == Kind.NOTICE ? "n" : "") + id;
    }

    /** Reads {@link #key()} back; empty when the text is none. */
    public static Optional<Announced> parse(String key) {
        Matcher read = KEY.matcher(key);
        return read.matches()
                ? Optional.of(new Announced(
                        read.group(1).isEmpty() ? Kind.ARTICLE : Kind.NOTICE, Long.parseLong(read.group(2))))
                : Optional.empty();
    }

    String column() {
        return kind == Kind.ARTICLE ? "article_id" : "notice_id";
    }
}
