package vn.loa.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.loa.model.WebPorts;

/** Parses web addresses as people paste them: without a scheme, with blanks, with Vietnamese letters in them. */
public final class PastedAddress {
    private static final int LONGEST = 2_048;

    private PastedAddress() {}

    /**
     * Returns the address that is meant, at most 2048 characters; empty when it is none of the web, has a user name in
     * it or a port that browsers refuse.
     */
    public static Optional<URI> read(String pasted) {
        String text = pasted.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        boolean hasScheme = text.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*");
        return Optional.ofNullable(HttpUrl.parse(hasScheme ? text : "https://" + text))
                .filter(url -> url.host().contains(".") || url.host().equals("localhost"))
                .filter(url -> url.username().isEmpty() && url.password().isEmpty())
                .filter(url -> !WebPorts.isClosed(url.port()))
                .map(url -> url.newBuilder().fragment(null).build())
                .map(HttpUrl::uri);
    }
}
