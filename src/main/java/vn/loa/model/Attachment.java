package vn.loa.model;

import java.net.URI;
import java.util.Objects;

/**
 * A document that an article offers for download.
 *
 * @param name what the article calls it
 * @param url where it lies
 */
public record Attachment(String name, URI url) {
    public Attachment {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
    }
}
