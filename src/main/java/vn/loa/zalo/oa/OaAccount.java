package vn.loa.zalo.oa;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import vn.loa.model.Bot;

/**
 * One Official Account, the app that it has authorised, and the way to Zalo. Its secrets are never shown.
 *
 * @param bot its name in Loa
 * @param appId the app's number at developers.zalo.me
 * @param appSecret the app's secret key, needed to refresh tokens
 * @param oaSecret the account's secret key, with which webhooks are signed
 * @param apiUrl {@link #API}, or a test server
 * @param oauthUrl {@link #OAUTH}, or a test server
 * @param firstRefreshToken what a person's consent gave; used once, unless it is changed; empty when the tokens came by
 *     a link of Loa's own
 * @param id the account's number at Zalo; empty when it is not known yet
 */
public record OaAccount(
        Bot bot,
        String appId,
        String appSecret,
        String oaSecret,
        URI apiUrl,
        URI oauthUrl,
        String firstRefreshToken,
        String id) {
    public static final URI API = URI.create("https://openapi.zalo.me");
    public static final URI OAUTH = URI.create("https://oauth.zaloapp.com");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public OaAccount {
        Objects.requireNonNull(bot);
        requirePrintable("the app id", appId);
        requirePrintable("the app secret", appSecret);
        requirePrintable("the secret key of the Official Account", oaSecret);
        if (!firstRefreshToken.isEmpty()) {
            requirePrintable("the refresh token", firstRefreshToken);
        }
        Objects.requireNonNull(id);
        requireWeb(apiUrl);
        requireWeb(oauthUrl);
    }

    /** Makes an account whose number is not known. */
    public OaAccount(
            Bot bot,
            String appId,
            String appSecret,
            String oaSecret,
            URI apiUrl,
            URI oauthUrl,
            String firstRefreshToken) {
        this(bot, appId, appSecret, oaSecret, apiUrl, oauthUrl, firstRefreshToken, "");
    }

    /** Other characters cannot stand in a header, and OkHttp would quote the value in its complaint. */
    static boolean printable(String text) {
        return !text.isBlank() && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static void requirePrintable(String name, String text) {
        if (!printable(text)) {
            throw new IllegalArgumentException(name + " is printable ASCII without spaces");
        }
    }

    private static void requireWeb(URI address) {
        if (address.getHost() == null || !SCHEMES.contains(address.getScheme())) {
            throw new IllegalArgumentException("not the http(s) address of a server of Zalo: " + address);
        }
    }

    @Override
    public String toString() {
        return bot + " at " + apiUrl.getHost();
    }
}
