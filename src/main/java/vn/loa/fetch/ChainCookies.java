package vn.loa.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Holds the cookies set in one chain of redirects (RFC 6265); they are forgotten with it. */
final class ChainCookies {
    private static final int MOST = 50;

    private final List<Cookie> cookies = new ArrayList<>();

    /** Keeps what an answer sets; a cookie of the same name, domain and path gives way. */
    void keep(HttpUrl url, Headers answer) {
        for (Cookie cookie : Cookie.parseAll(url, answer)) {
            cookies.removeIf(old -> old.name().equals(cookie.name())
                    && old.domain().equals(cookie.domain())
                    && old.path().equals(cookie.path()));
            if (cookies.size() < MOST) {
                cookies.add(cookie);
            }
        }
    }

    /** Returns the Cookie header for an address, after a cookie that a gate once asked for; empty when there is none. */
    Optional<String> header(HttpUrl url, Optional<String> gateCookie) {
        Stream<String> own = cookies.stream()
                .filter(cookie -> cookie.matches(url))
                .map(cookie -> cookie.name() + "=" + cookie.value());
        String header = Stream.concat(gateCookie.stream(), own).collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }
}
