package vn.loa.portal.generic;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Resolves the links of a page to addresses. */
final class Links {
    private static final Pattern ABOVE_ROOT = Pattern.compile("^/(?:\\.\\./){1,20}");
    private static final Pattern HAS_SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]{0,15}:(?!\\d)");
    private static final int LONGEST = 2_048;

    private final URI location;
    private final URI base;
    private final Set<String> hosts;

    Links(Document page, URI location) {
        this(page, location, Set.of());
    }

    /** Takes links to these other hosts for links within the site. */
    Links(Document page, URI location, Set<String> hosts) {
        this.location = location;
        this.hosts = hosts;
        Element base = page.selectFirst("base[href]");
        this.base =
                base == null ? location : resolved(location, base.attr("href")).orElse(location);
    }

    /** Resolves a link; empty for scripts, mail, fragments of this page and what cannot be read. */
    Optional<URI> resolve(String written) {
        return resolved(base, written);
    }

    URI location() {
        return location;
    }

    /** Returns whether an address belongs to the site of the page, leaving {@code www.} aside. */
    boolean isOwn(URI link) {
        String mine = host(base);
        String other = host(link);
        return mine.equals(other) || isAllowed(link) || other.endsWith('.' + mine) || mine.endsWith('.' + other);
    }

    private boolean isAllowed(URI link) {
        return link.getHost() != null && hosts.contains(link.getHost().toLowerCase(Locale.ROOT));
    }

    /** Returns whether a link leads nowhere new: to this page itself or to the front of the site. */
    boolean leadsBack(URI link) {
        String path = link.getPath() == null ? "" : link.getPath();
        boolean front = (path.isEmpty() || path.equals("/")) && link.getRawQuery() == null;
        return !isRoute(link.getRawFragment())
                && (front
                        || (path.equals(location.getPath())
                                && Objects.equals(link.getRawQuery(), location.getRawQuery())));
    }

    /** A fragment that a script of the page takes for an address, {@code #/tin/3}, leads somewhere. */
    static boolean isRoute(@Nullable String fragment) {
        return fragment != null && (fragment.startsWith("/") || fragment.startsWith("!/"));
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static Optional<URI> resolved(URI base, String written) {
        String bare = written.strip().replaceAll("[\\r\\n\\t]", "");
        boolean elsewhere = HAS_SCHEME.matcher(bare).find() && !bare.regionMatches(true, 0, "http", 0, 4);
        if (bare.isEmpty()
                || (bare.startsWith("#") && !isRoute(bare.substring(1)))
                || bare.length() > LONGEST
                || elsewhere) {
            return Optional.empty();
        }
        try {
            String legal = escaped(bare);
            // Java takes the last part of the path away, as an older standard had it (RFC 2396, section 5.2).
            URI link = base.resolve(
                    legal.startsWith("?") ? Objects.requireNonNullElse(base.getRawPath(), "") + legal : legal);
            return link.getHost() == null ? Optional.empty() : Optional.of(withinRoot(link));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A way up from the root leads to the root. */
    private static URI withinRoot(URI link) {
        String path = Objects.requireNonNullElse(link.getRawPath(), "");
        String within = ABOVE_ROOT.matcher(path).replaceFirst("/");
        String whole = link.toString();
        int at = whole.indexOf(path);
        return within.equals(path)
                ? link
                : URI.create(whole.substring(0, at) + within + whole.substring(at + path.length()));
    }

    /** Portals write blanks, Vietnamese letters and brackets into addresses as they are. */
    private static String escaped(String written) {
        StringBuilder escaped = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
                escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else if (c == '%' && !isEscape(written, i)) {
                escaped.append("%25");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length()
                && Character.digit(text.charAt(percent + 1), 16) >= 0
                && Character.digit(text.charAt(percent + 2), 16) >= 0;
    }
}
