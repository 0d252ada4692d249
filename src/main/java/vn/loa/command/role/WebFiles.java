package vn.loa.command.role;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import vn.loa.model.Media;
import vn.loa.model.PersonId;
import vn.loa.store.chat.WebFileStore;

/** Hands files to people, and takes them, by one-time links, where their channel carries none. */
public final class WebFiles {
    /** The path of the page to which a link to a file leads. */
    public static final String PATH = "/web/file";
    /** The path of the page on which an operator sends a file. */
    public static final String UPLOAD_PATH = "/web/upload";
    /** The time for which a link works. */
    public static final Duration LINK_LIFE = Duration.ofMinutes(30);
    /** The longest file that is taken, in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private final WebFileStore store;
    private final Roles roles;
    private final SecretLinks links;
    private final InstantSource clock;

    /** Makes the links of files on the same web server as others. */
    public WebFiles(WebFileStore store, Roles roles, SecretLinks links, InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.links = links;
        this.clock = clock;
    }

    /** Keeps a file and returns the link to it; empty when people do not reach the web server. */
    public Optional<URI> link(PersonId person, Media.Made file) {
        return links.to(PATH).map(link -> {
            store.forgetExpired(clock.instant());
            store.add(
                    SecretDigest.of(link.token()), person, file, clock.instant().plus(LINK_LIFE));
            return link.address();
        });
    }

    /** Hands a file out once; empty when the link was used or has expired. */
    public Optional<Media.Made> take(String token) {
        return store.take(SecretDigest.of(token), clock.instant());
    }

    /** Returns a link to the page on which an operator sends a file; empty when people do not reach the web server. */
    public Optional<URI> uploadLink(PersonId person) {
        return links.to(UPLOAD_PATH).map(link -> {
            store.forgetExpired(clock.instant());
            store.expect(SecretDigest.of(link.token()), person, clock.instant().plus(LINK_LIFE));
            return link.address();
        });
    }

    /** Returns whether a link still waits for a file. */
    public boolean isExpected(String token) {
        return store.expected(SecretDigest.of(token), clock.instant()).isPresent();
    }

    /** Keeps the file that came by a link; returns whose it is, empty when the link works no more. */
    public Optional<PersonId> receive(String token, byte[] content) {
        String digest = SecretDigest.of(token);
        return store.expected(digest, clock.instant())
                .filter(roles::isOperator)
                .filter(person -> store.receive(digest, content, clock.instant()));
    }

    /** Hands out the file that an operator has sent; empty when none came, or too long ago. */
    public Optional<byte[]> received(PersonId person) {
        return store.received(person, clock.instant());
    }
}
