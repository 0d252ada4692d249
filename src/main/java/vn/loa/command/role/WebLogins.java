package vn.loa.command.role;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.chat.WebFileStore;
import vn.loa.store.chat.WebLoginStore;

/**
 * Lets operators into the web pages: a link that works once becomes a session. Both outlive a restart; a person who is
 * no operator any more is out at once.
 */
public final class WebLogins {
    /** The time for which a link works. */
    public static final Duration LINK_LIFE = Duration.ofMinutes(15);
    /** The time after which a person needs a new link. */
    public static final Duration SESSION_LIFE = Duration.ofHours(12);
    /** The path of the page to which a link leads. */
    public static final String PATH = "/web/login";

    /** The path of the page to which a link to a backup leads. */
    public static final String BACKUP_PATH = "/web/backup";

    private final WebLoginStore store;
    private final Roles roles;
    private final Optional<URI> address;
    private final InstantSource clock;
    private final SecretLinks links;

    /**
     * Makes the logins.
     *
     * @param address scheme, host and port under which people reach the web server; empty when it is not known
     * @param random must not be guessable
     */
    public WebLogins(
            WebLoginStore store, Roles roles, Optional<URI> address, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.roles = roles;
        this.address = address;
        this.clock = clock;
        this.links = new SecretLinks(address, random);
    }

    /**
     * A session of a person who is an operator now.
     *
     * @param token the secret in the person's browser
     * @param chat the person's private chat
     */
    public record Session(String token, PersonId person, ChatAddress chat) {
        public Session {
            Objects.requireNonNull(token);
            Objects.requireNonNull(person);
            Objects.requireNonNull(chat);
        }

        /** Returns the word that each form of this session's pages carries, which other sites cannot know. */
        public String formToken() {
            return SecretDigest.of("form " + token);
        }

        @Override
        public String toString() {
            return "session of " + person;
        }
    }

    /** Returns a new link for an operator; empty when the address of the web pages is not configured. */
    public Optional<URI> link(PersonId person, ChatAddress chat) {
        return links.to(PATH).map(link -> {
            store.addLink(
                    SecretDigest.of(link.token()),
                    new WebLoginStore.Holder(person, chat.withoutTopic()),
                    clock.instant().plus(LINK_LIFE));
            return link.address();
        });
    }

    /** Returns what makes other addresses on the same web server that nobody can guess. */
    public SecretLinks links() {
        return links;
    }

    /** Begins a session with the token of a link; empty when the link was used, has expired, or never was. */
    public Optional<Session> begin(String link) {
        String token = links.token();
        return store.exchange(
                        SecretDigest.of(link),
                        SecretDigest.of(token),
                        clock.instant(),
                        clock.instant().plus(SESSION_LIFE))
                .flatMap(holder -> session(token, holder));
    }

    /** Returns the session of a browser; empty when it has ended. */
    public Optional<Session> session(String token) {
        return store.session(SecretDigest.of(token), clock.instant()).flatMap(holder -> session(token, holder));
    }

    private Optional<Session> session(String token, WebLoginStore.Holder holder) {
        return roles.isOperator(holder.person())
                ? Optional.of(new Session(token, holder.person(), holder.chat()))
                : Optional.empty();
    }

    /** Returns a new link by which an operator gets a backup once; empty when the address of the pages is not configured. */
    public Optional<URI> backupLink(PersonId person, Path backup) {
        return links.to(BACKUP_PATH).map(link -> {
            store.addDownload(
                    SecretDigest.of(link.token()),
                    new WebLoginStore.Download(person, backup),
                    clock.instant().plus(LINK_LIFE));
            return link.address();
        });
    }

    /** Uses a link to a backup up; empty when it was used, has expired, or its person is no operator any more. */
    public Optional<WebLoginStore.Download> backup(String link) {
        return store.takeDownload(SecretDigest.of(link), clock.instant())
                .filter(download -> roles.isOperator(download.person()));
    }

    /** Returns the links to files under the same address. */
    public WebFiles files(WebFileStore files) {
        return new WebFiles(files, roles, links, clock);
    }

    /** Ends a session. */
    public void end(Session session) {
        store.endSession(SecretDigest.of(session.token()));
    }

    /** Tells whether browsers reach the pages by https only. */
    public boolean encrypted() {
        return address.filter(root -> "https".equals(root.getScheme())).isPresent();
    }
}
