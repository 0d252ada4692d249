package vn.loa.fetch;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a portal answered, decoded.
 *
 * @param requested the address asked for
 * @param location the address that answered, after redirects; links are resolved against it
 * @param status the HTTP status
 * @param contentType the Content-Type header, an empty string when there was none
 * @param charset the charset it was decoded with, and where that was learnt, for example {@code utf-8 (meta)}
 * @param text the body, NFC is not promised
 * @param etag for the next conditional request
 * @param lastModified for the next conditional request, as the server wrote it
 */
public record Page(
        URI requested,
        URI location,
        int status,
        String contentType,
        String charset,
        String text,
        Optional<String> etag,
        Optional<String> lastModified) {
    public Page {
        Objects.requireNonNull(requested);
        Objects.requireNonNull(location);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(charset);
        Objects.requireNonNull(text);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
    }

    /** The same, to be asked for in full the next time. */
    public Page withoutValidators() {
        return new Page(requested, location, status, contentType, charset, text, Optional.empty(), Optional.empty());
    }

    /** A page that was not fetched, such as a kept copy. */
    public static Page of(URI location, String text) {
        return new Page(location, location, 200, "", "", text, Optional.empty(), Optional.empty());
    }
}
