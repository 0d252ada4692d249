package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import vn.loa.delivery.channel.SendResult;
import vn.loa.store.chat.OaTokenStore.Pair;

/** Spends a refresh token, or the code of a consent, for a new pair (OAuth v4). */
final class OaRefresh {
    /** When Zalo does not say how long an access token lasts; it says 25 hours otherwise. */
    private static final Duration UNTOLD_LIFE = Duration.ofHours(1);

    /** The cure of lost tokens. */
    static final String AGAIN =
            "have the account consent again by the link of /bot oa, or, without web.url, put a new refresh-token into the"
                    + " configuration";

    private static final Map<Integer, String> REFUSALS = Map.of(
            -14002, "the app id is wrong or the app is not active: check it at developers.zalo.me",
            -14003, "the app's callback address is not valid: check it at developers.zalo.me",
            -14004, "the app secret is wrong: copy it again from developers.zalo.me",
            -14020, "the token or code was used before or has expired: " + AGAIN);

    private final OaAccount account;
    private final OaHttp http;
    private final InstantSource clock;

    OaRefresh(OaAccount account, OaHttp http, InstantSource clock) {
        this.account = account;
        this.http = http;
        this.clock = clock;
    }

    /** @throws OaException when no new pair came; it is the channel's end when Zalo refused */
    Pair spend(String refreshToken) throws OaException {
        return granted(form("refresh_token").add("refresh_token", refreshToken));
    }

    /**
     * Spends the code of a consent.
     *
     * @param verifier whose challenge the consent was asked with
     * @throws OaException when no pair came
     */
    Pair exchange(String code, String verifier) throws OaException {
        return granted(form("authorization_code").add("code", code).add("code_verifier", verifier));
    }

    private FormBody.Builder form(String grant) {
        return new FormBody.Builder().add("app_id", account.appId()).add("grant_type", grant);
    }

    private Pair granted(FormBody.Builder form) throws OaException {
        Instant asked = clock.instant();
        OaHttp.Ending ending = http.call(request(form.build()));
        if (!(ending instanceof OaHttp.Ending.Answered answer)) {
            throw OaException.notSent("the access token could not be refreshed, " + OaErrors.told(ending));
        }
        int code = OaErrors.code(answer.body()).orElse(0);
        if (code != 0) {
            throw refused(code);
        }
        String access = answer.body().path("access_token").asText();
        String refresh = answer.body().path("refresh_token").asText();
        if (!OaAccount.printable(access) || !OaAccount.printable(refresh)) {
            throw OaException.notSent("the access token could not be refreshed, HTTP " + answer.status());
        }
        return new Pair(access, refresh, asked.plus(life(answer.body())));
    }

    private Request request(FormBody form) {
        HttpUrl address = HttpUrl.get(account.oauthUrl())
                .newBuilder()
                .addPathSegments("v4/oa/access_token")
                .build();
        return new Request.Builder()
                .url(address)
                .header("secret_key", account.appSecret())
                .post(form)
                .build();
    }

    private static OaException refused(int code) {
        if (code <= -14_000 && code > -15_000) {
            return OaException.down(
                    "error " + code + ", " + REFUSALS.getOrDefault(code, "the refresh token is refused: " + AGAIN));
        }
        String reason = "the access token could not be refreshed, error " + code;
        return code == -32
                ? new OaException(
                        reason, new SendResult.RetryAfter(Duration.ofMinutes(1), SendResult.RetryAfter.Scope.BOT))
                : OaException.notSent(reason);
    }

    /** The seconds are told as a text. */
    private static Duration life(JsonNode body) {
        String seconds = body.path("expires_in").asText();
        return seconds.matches("\\d{1,8}") ? Duration.ofSeconds(Long.parseLong(seconds)) : UNTOLD_LIFE;
    }
}
