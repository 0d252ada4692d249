package vn.loa.fetch;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.Source;

/**
 * A page to ask for.
 *
 * @param url its address
 * @param etag of the copy we know
 * @param lastModified of the copy we know
 * @param options what its source needs
 */
public record FetchRequest(URI url, Optional<String> etag, Optional<String> lastModified, Set<Source.Option> options) {
    public FetchRequest {
        Objects.requireNonNull(url);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
        options = Set.copyOf(options);
    }

    public static FetchRequest of(URI url) {
        return new FetchRequest(url, Optional.empty(), Optional.empty(), Set.of());
    }

    /** Only if it is not the copy we know. */
    public FetchRequest ifChanged(Optional<String> knownEtag, Optional<String> knownLastModified) {
        return new FetchRequest(url, knownEtag, knownLastModified, options);
    }

    public FetchRequest with(Set<Source.Option> sourceOptions) {
        return new FetchRequest(url, etag, lastModified, sourceOptions);
    }

    boolean ignoresRobots() {
        return options.contains(Source.Option.IGNORE_ROBOTS);
    }

    boolean takesLegacyTls() {
        return options.contains(Source.Option.LEGACY_TLS);
    }
}
