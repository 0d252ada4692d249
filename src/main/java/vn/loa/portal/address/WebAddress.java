package vn.loa.portal.address;

import com.google.re2j.Pattern;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Parses addresses as portals write them: with raw blanks, Vietnamese letters, backslashes, half-escaped and without
 * scheme. Reads them as a browser does and gives ASCII {@code http} and {@code https} addresses, or none.
 */
public final class WebAddress {
    private static final int LONGEST = 4000;
    /** A name with fewer words is that of a page for all articles, {@code chi-tiet.html}. */
    private static final int FEWEST_HYPHENS = 2;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String LEGAL = "-._~:/?#@!$&'()*+,;=%";
    /** ASP.NET keeps session, log-in and device in the path: {@code /(S(abc)X(1))/}. */
    private static final Pattern SESSION = Pattern.compile("(?i)\\((?:[AFSX]\\([^()/]*\\))+\\)");

    private static final List<String> SAME_SITE_LABELS = List.of("www.", "m.", "mobile.");

    private WebAddress() {}

    /** One {@code name=value} of a query, as written. */
    record Parameter(String name, String value, String written) {}

    /** Resolves a reference on a page to an address; none for {@code javascript:}, {@code mailto:} and nonsense. */
    public static Optional<URI> resolve(URI base, String reference) {
        String href = legal(reference.replace("&amp;", "&"));
        if (href.isEmpty() || href.length() > LONGEST || href.startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(absolute(base, href)).flatMap(WebAddress::normal);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the fragment that a script reads as an address of its own, {@code #/tin/3}; an empty string when there is
     * none.
     */
    public static String route(String reference) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : legal(reference.substring(hash + 1)).replace("#", "%23");
        return fragment.startsWith("/") || fragment.startsWith("!/") ? "#" + fragment : "";
    }

    /**
     * Escapes a reference as a browser does: no white space around it or in it, and all else that is illegal escaped.
     */
    private static String legal(String reference) {
        StringBuilder legal = new StringBuilder(reference.length());
        String trimmed = reference.strip();
        boolean inQuery = false;
        for (int i = 0; i < trimmed.length() && legal.length() <= LONGEST; ) {
            int c = trimmed.codePointAt(i);
            inQuery |= c == '?';
            if (c == '\\' && !inQuery) {
                legal.append('/');
            } else if (c == '%' && !isEscape(trimmed, i)) {
                legal.append("%25");
            } else if (isLegal(c)) {
                legal.append((char) c);
            } else if (c >= ' ') {
                escape(c, legal);
            }
            i += Character.charCount(c);
        }
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static void escape(int codePoint, StringBuilder into) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            into.append(String.format("%%%02X", b & 0xff));
        }
    }

    private static URI absolute(URI base, String href) throws URISyntaxException {
        if (href.matches("(?i)https?:/*[^/].*")) {
            String scheme = href.substring(0, href.indexOf(':'));
            String rest = href.substring(scheme.length() + 1).replaceFirst("^/+", "");
            boolean twice =
                    rest.regionMatches(true, 0, "http://", 0, 7) || rest.regionMatches(true, 0, "https://", 0, 8);
            return twice ? absolute(base, rest) : new URI(scheme + "://" + rest);
        }
        if (href.startsWith("?")) {
            return new URI(root(base) + path(base) + href);
        }
        return new URI(root(base) + path(base)).resolve(new URI(onPath(href)));
    }

    /** A colon in the first part of a relative path is no scheme when what is before it cannot be one. */
    private static String onPath(String href) {
        int colon = href.indexOf(':');
        int slash = href.indexOf('/');
        boolean inFirstPart = colon >= 0 && (slash < 0 || colon < slash);
        boolean scheme = inFirstPart && href.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
        return inFirstPart && !scheme ? "./" + href : href;
    }

    private static String root(URI base) {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static String path(URI base) {
        String path = base.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** Lower-case host, no default port, no user, no dots in the path, no fragment. */
    private static Optional<URI> normal(URI uri) throws IllegalArgumentException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        return authority(scheme, uri).flatMap(authority -> {
            String path = settled(path(uri));
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(URI.create(scheme + "://" + authority + (path.isEmpty() ? "/" : path) + query));
        });
    }

    private static Optional<String> authority(String scheme, URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null || authority.contains("@")) {
            return Optional.empty();
        }
        int colon = authority.lastIndexOf(':');
        String host = decoded(colon < 0 ? authority : authority.substring(0, colon));
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        if (ascii.isEmpty() || !ascii.matches("[a-z0-9._-]+") || !port.matches("\\d{0,5}")) {
            return Optional.empty();
        }
        boolean standard = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        return Optional.of(standard ? ascii : ascii + ":" + port);
    }

    /** Returns the host as articles are known by: no {@code www.}, no {@code m.}; a port only where it is unusual. */
    public static String site(URI uri) {
        String authority =
                uri.getRawAuthority() == null ? "" : uri.getRawAuthority().toLowerCase(Locale.ROOT);
        String host = authority.replaceFirst(":(80|443)?$", "");
        for (String label : SAME_SITE_LABELS) {
            if (host.startsWith(label) && host.indexOf('.', label.length()) > 0) {
                return host.substring(label.length());
            }
        }
        return host;
    }

    public static boolean isSameSite(URI one, URI other) {
        return site(one).equals(site(other));
    }

    /**
     * Returns whether two addresses end in the same name of a page, one that is made of a title or holds a number, whatever
     * the names of the folders before it; folders of two days or of two communes hold two pages, and so do two queries.
     */
    public static boolean isSamePage(URI one, URI other) {
        String page = pageName(one);
        boolean telling = page.chars().anyMatch(Character::isDigit)
                || page.chars().filter(c -> c == '-').count() >= FEWEST_HYPHENS;
        return telling
                && page.equals(pageName(other))
                && folderNumbers(one).equals(folderNumbers(other))
                && UnitFolders.in(folder(one)).equals(UnitFolders.in(folder(other)))
                && (one.getRawQuery() == null
                        || other.getRawQuery() == null
                        || one.getRawQuery().equals(other.getRawQuery()));
    }

    private static String folderNumbers(URI uri) {
        return folder(uri).replaceAll("[^\\d/]", "").replaceAll("/+", "/");
    }

    private static String folder(URI uri) {
        String path = readablePath(uri);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns the whole address but for its scheme and a slash at its end. */
    public static String withoutScheme(URI url) {
        return url.toString().replaceFirst("^https?:", "").replaceFirst("/$", "");
    }

    /** Returns the last part of a path, without escapes. */
    public static String pageName(URI uri) {
        String path = readablePath(uri);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path without escapes and without sessions ({@code ;jsessionid=}, {@code /(S(abc))/}). */
    public static String readablePath(URI uri) {
        return decoded(plainPath(uri));
    }

    private static String plainPath(URI uri) {
        String path = path(uri);
        return path.indexOf(';') < 0 && path.indexOf('(') < 0 ? path : settled(withoutParameters(path));
    }

    private static String withoutParameters(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> segment.replaceFirst(";.*$", ""))
                .filter(segment -> !SESSION.matcher(segment).matches())
                .collect(Collectors.joining("/"));
    }

    /** The path without double slashes and without dots that lead up or nowhere, also up from the root. */
    private static String settled(String path) {
        String plain = URI.create(path.replaceAll("/{2,}", "/")).normalize().getRawPath();
        return plain.replaceFirst("^(/\\.\\.)+(?=/|$)", "");
    }

    /**
     * Returns the text without escapes; as written where they are no UTF-8, for all such letters would read the same.
     */
    static String decoded(String escaped) {
        try {
            String text = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
            return text.indexOf(REPLACEMENT) < 0 ? text : escaped;
        } catch (IllegalArgumentException e) {
            return escaped;
        }
    }

    static List<Parameter> parameters(URI uri) {
        List<Parameter> parameters = new ArrayList<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String written : query.split("&", -1)) {
            int equals = written.indexOf('=');
            String name = equals < 0 ? written : written.substring(0, equals);
            String value = equals < 0 ? "" : written.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters.add(new Parameter(decoded(name), decoded(value), written));
            }
        }
        return parameters;
    }

    /** Returns the same address with another path, and only some of its parameters. */
    static URI with(URI uri, String rawPath, Predicate<Parameter> kept) {
        String query =
                parameters(uri).stream().filter(kept).map(Parameter::written).collect(Collectors.joining("&"));
        return URI.create(root(uri) + rawPath + (query.isEmpty() ? "" : "?" + query));
    }

    /** Returns the escaped path without sessions. */
    static String rawPath(URI uri) {
        return plainPath(uri);
    }

    /** Returns the same address under {@code https}. */
    static URI secure(URI uri) {
        return URI.create("https" + uri.toString().substring(uri.getScheme().length()));
    }
}
