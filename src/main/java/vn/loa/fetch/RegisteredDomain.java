package vn.loa.fetch;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Finds the registered domain of a host: a public suffix (publicsuffix.org) and one label more, as
 * {@code hanoi.gov.vn}.
 */
public final class RegisteredDomain {
    private RegisteredDomain() {}

    /** Returns the registered domain of an address; empty for numbers, single names and what is no web address. */
    public static Optional<String> of(URI address) {
        return Optional.ofNullable(HttpUrl.parse(address.toString())).flatMap(RegisteredDomain::of);
    }

    static Optional<String> of(HttpUrl url) {
        return Optional.ofNullable(url.topPrivateDomain());
    }

    /** Returns true when both addresses stand under one registered domain. */
    public static boolean isShared(URI one, URI other) {
        Optional<String> domain = of(one);
        return domain.isPresent() && domain.equals(of(other));
    }
}
