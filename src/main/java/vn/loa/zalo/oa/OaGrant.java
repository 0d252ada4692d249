package vn.loa.zalo.oa;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Request;
import vn.loa.store.chat.OaTokenStore.Pair;

/**
 * Represents what a consent gave. Its text form leaves the tokens out.
 *
 * @param account who consented
 */
public record OaGrant(Pair tokens, OaIdentity account) {
    /** All of it has to fit into one request of the person's browser, {@link vn.loa.web.WebServer#REQUEST_LIMIT}. */
    private static final OaOptions.Times QUICK = new OaOptions.Times(Duration.ofMillis(2500), Duration.ofMillis(4500));

    public OaGrant {
        Objects.requireNonNull(tokens);
        Objects.requireNonNull(account);
    }

    /**
     * Spends the code of a consent and asks who gave it.
     *
     * @param app an account of the app; which one does not matter
     * @param verifier whose challenge the consent was asked with
     * @throws OaException when Zalo gave nothing for the code, or does not say whose it was
     */
    public static OaGrant of(OaAccount app, String code, String verifier, InstantSource clock) throws OaException {
        OaHttp http = new OaHttp(QUICK);
        try {
            Pair tokens = new OaRefresh(app, http, clock).exchange(code, verifier);
            Request question = new OaRequests(app.apiUrl())
                    .account()
                    .newBuilder()
                    .header("access_token", tokens.accessToken())
                    .build();
            Optional<OaIdentity> account = OaIdentity.of(http.call(question));
            return new OaGrant(
                    tokens,
                    account.orElseThrow(() -> OaException.notSent("Zalo does not say which account consented")));
        } finally {
            http.close();
        }
    }

    @Override
    public String toString() {
        return "consent of " + account;
    }
}
