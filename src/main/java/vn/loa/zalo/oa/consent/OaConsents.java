package vn.loa.zalo.oa.consent;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.loa.command.role.Roles;
import vn.loa.command.role.SecretDigest;
import vn.loa.command.role.SecretLinks;
import vn.loa.model.PersonId;
import vn.loa.store.chat.OaConsentStore;
import vn.loa.store.chat.OaConsentStore.Pending;

/**
 * Makes the links by which Official Accounts consent. A link's secret is the state that comes back from Zalo; it works
 * once, for ten minutes, and only while who asked for it is an operator.
 */
public final class OaConsents {
    /** The time for which a link works; Zalo's code lasts as long (facts of Zalo, 2.2). */
    public static final Duration LINK_LIFE = Duration.ofMinutes(10);
    /** The path of the page that leads on to Zalo. */
    public static final String LINK_PATH = "/zalo/oa/consent";
    /** The path to which Zalo leads back; to be entered as the app's callback address. */
    public static final String CALLBACK_PATH = "/zalo/oa/callback";

    private static final int LONGEST_STATE = 200;

    private final OaConsentStore store;
    private final Roles roles;
    private final App app;
    private final InstantSource clock;
    private final SecretLinks secrets;

    /**
     * The app to which accounts consent, and where.
     *
     * @param id its number
     * @param oauthUrl the root of the authorisation server
     * @param root scheme, host and port under which people reach Loa's web server
     */
    public record App(String id, URI oauthUrl, URI root) {
        public App {
            Objects.requireNonNull(id);
            Objects.requireNonNull(oauthUrl);
            Objects.requireNonNull(root);
        }
    }

    /**
     * Makes the consents of an app.
     *
     * @param random must not be guessable
     */
    public OaConsents(OaConsentStore store, Roles roles, App app, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.roles = roles;
        this.app = app;
        this.clock = clock;
        this.secrets = new SecretLinks(Optional.of(app.root()), random);
    }

    /** Returns a new link for an operator, who may hand it to whoever keeps the account. */
    public URI link(PersonId person) {
        // A token is as long as Zalo wants a verifier to be (facts of Zalo, 2.2).
        String state = secrets.token();
        store.add(
                SecretDigest.of(state),
                new Pending(person, secrets.token()),
                clock.instant().plus(LINK_LIFE));
        return URI.create(app.root() + LINK_PATH + "?state=" + state);
    }

    /** Returns the address of Zalo's page of consent for a link; empty when the link works no more. */
    public Optional<URI> permission(String state) {
        return Optional.of(state)
                .filter(text -> text.length() <= LONGEST_STATE)
                .flatMap(text -> store.find(SecretDigest.of(text), clock.instant()))
                .map(pending -> permission(state, pending));
    }

    private URI permission(String state, Pending pending) {
        return URI.create(app.oauthUrl().toString().replaceFirst("/$", "")
                + "/v4/oa/permission?app_id=" + encoded(app.id())
                + "&redirect_uri=" + encoded(app.root() + CALLBACK_PATH)
                + "&code_challenge=" + challenge(pending.verifier())
                + "&state=" + encoded(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the S256 challenge of a verifier (RFC 7636, 4.2). */
    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Uses a link up when Zalo leads back; empty when it works no more, or its person is no operator any more. */
    public Optional<Pending> take(String state) {
        return Optional.of(state)
                .filter(text -> text.length() <= LONGEST_STATE)
                .flatMap(text -> store.take(SecretDigest.of(text), clock.instant()))
                .filter(pending -> roles.isOperator(pending.person()));
    }
}
