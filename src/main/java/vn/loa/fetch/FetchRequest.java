package vn.loa.fetch;

import java.net.URI;
import java.time.Duration;
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
 * @param hosts other hosts, in lower case, to which it may redirect
 * @param patience how long it waits for its turn at the host, each time that it asks
 */
public record FetchRequest(
        URI url,
        Optional<String> etag,
        Optional<String> lastModified,
        Set<Source.Option> options,
        Set<String> hosts,
        Duration patience) {
    private static final int LONGEST_VALIDATOR = 1_000;
    /** A host's turn goes to the next one after half a minute at most, or a minute where a file is read. */
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);

    public FetchRequest {
        Objects.requireNonNull(url);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
        options = Set.copyOf(options);
        hosts = Set.copyOf(hosts);
        Objects.requireNonNull(patience);
    }

    public static FetchRequest of(URI url) {
        return new FetchRequest(url, Optional.empty(), Optional.empty(), Set.of(), Set.of(), USUAL_PATIENCE);
    }

    /** Returns the same request, conditional: answered with a body only if the page is not the copy we know. */
    public FetchRequest ifChanged(Optional<String> knownEtag, Optional<String> knownLastModified) {
        return new FetchRequest(url, knownEtag, knownLastModified, options, hosts, patience);
    }

    public FetchRequest with(Set<Source.Option> sourceOptions) {
        return new FetchRequest(url, etag, lastModified, sourceOptions, hosts, patience);
    }

    /** Returns the same request with all that a source was allowed. */
    public FetchRequest onBehalfOf(Source source) {
        return new FetchRequest(url, etag, lastModified, source.options(), source.hosts(), patience);
    }

    /** Returns the same request, which does not wait longer than this for its turn at the host. */
    public FetchRequest waiting(Duration longest) {
        return new FetchRequest(url, etag, lastModified, options, hosts, longest);
    }

    /** Returns true for an ETag or a date that can be sent in a header again: some visible ASCII, and no more. */
    static boolean isSendable(String validator) {
        return !validator.isBlank()
                && validator.length() <= LONGEST_VALIDATOR
                && validator.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    boolean ignoresRobots() {
        return options.contains(Source.Option.IGNORE_ROBOTS);
    }

    /** Returns the request for the robots.txt of this page's site, with the same options. */
    FetchRequest forRobots(URI file) {
        return of(file).with(takesLegacyTls() ? Set.of(Source.Option.LEGACY_TLS) : Set.of())
                .waiting(patience);
    }

    boolean takesLegacyTls() {
        return options.contains(Source.Option.LEGACY_TLS);
    }
}
