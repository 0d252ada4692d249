package vn.loa.store.article;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An article as a source's list showed it last.
 *
 * @param articleKey the key under which the archive has it
 * @param addressKey the key of its present address; differs from the former after the address was changed
 * @param url its address
 * @param guid what its feed knows it by, an empty string when that says nothing
 * @param title as the list had it
 * @param published as the list told it
 * @param position its place in the list, from 0
 * @param seenAt when the list last showed it
 */
public record ListItem(
        String articleKey,
        String addressKey,
        URI url,
        String guid,
        String title,
        Optional<Instant> published,
        int position,
        Instant seenAt) {
    public ListItem {
        Objects.requireNonNull(articleKey);
        Objects.requireNonNull(addressKey);
        Objects.requireNonNull(url);
        Objects.requireNonNull(guid);
        Objects.requireNonNull(title);
        Objects.requireNonNull(published);
        Objects.requireNonNull(seenAt);
    }
}
