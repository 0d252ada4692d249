package vn.loa.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A portal's response, decoded.
 *
 * @param requested the address asked for
 * @param location the address that answered, after redirects; links are resolved against it
 * @param status the HTTP status
 * @param contentType the Content-Type header, an empty string when there was none
 * @param charset the charset it was decoded with, and where that was learnt, for example {@code utf-8 (meta)}
 * @param text the body, NFC is not promised; empty for a document to download
 * @param etag for the next conditional request
 * @param lastModified for the next conditional request, as the server wrote it
 * @param servedAt when the server says it made this answer (the Date header), also out of a cache; empty if not told
 */
public record Page(
        URI requested,
        URI location,
        int status,
        String contentType,
        String charset,
        String text,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<Instant> servedAt) {
    private static final Set<String> DOCUMENT_TYPES = Set.of(
            "application/pdf",
            "application/x-pdf",
            "application/msword",
            "application/rtf",
            "text/rtf",
            "application/zip",
            "application/x-zip-compressed",
            "application/x-rar-compressed",
            "application/vnd.rar",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/webp");

    public Page {
        Objects.requireNonNull(requested);
        Objects.requireNonNull(location);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(charset);
        Objects.requireNonNull(text);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
        Objects.requireNonNull(servedAt);
    }

    /** Makes a page of which nobody knows when it was made. */
    public Page(
            URI requested,
            URI location,
            int status,
            String contentType,
            String charset,
            String text,
            Optional<String> etag,
            Optional<String> lastModified) {
        this(requested, location, status, contentType, charset, text, etag, lastModified, Optional.empty());
    }

    /** Returns true when the page is a document to download, such as a PDF; its text is empty then. */
    public boolean isDocument() {
        return isDocument(contentType);
    }

    static boolean isDocument(String contentType) {
        String type =
                contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*$", "").strip();
        return DOCUMENT_TYPES.contains(type)
                || type.startsWith("application/vnd.openxmlformats-officedocument.")
                || type.startsWith("application/vnd.oasis.opendocument.")
                || type.startsWith("application/vnd.ms-");
    }

    /** Returns the same page without validators, to be asked for in full the next time. */
    public Page withoutValidators() {
        return new Page(
                requested, location, status, contentType, charset, text, Optional.empty(), Optional.empty(), servedAt);
    }

    /** Returns the same answer with another text, such as markup that it wraps. */
    public Page withText(String other) {
        return new Page(requested, location, status, contentType, charset, other, etag, lastModified, servedAt);
    }

    /** Returns the same page, made at this time. */
    public Page servedAt(Instant time) {
        return new Page(requested, location, status, contentType, charset, text, etag, lastModified, Optional.of(time));
    }

    /** Makes a page that was not fetched, such as a kept copy. */
    public static Page of(URI location, String text) {
        return new Page(location, location, 200, "", "", text, Optional.empty(), Optional.empty());
    }
}
