package vn.loa.model;

import java.net.URI;
import java.util.Objects;

/**
 * Another place where a story was published.
 *
 * @param sourceName what people call the portal, may be empty
 * @param url the article there
 */
public record Republication(String sourceName, URI url) {
    public Republication {
        Objects.requireNonNull(sourceName);
        Objects.requireNonNull(url);
    }

    /** Returns the portal's name, or its host where it has none. */
    public String name() {
        return sourceName.isBlank() ? Objects.requireNonNullElse(url.getHost(), url.toString()) : sourceName.strip();
    }
}
