package vn.loa.zalo.factory;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.config.Addresses;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.Secret;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * The settings of a Zalo Official Account.
 *
 * @param appId the app's number
 * @param appSecret the app's secret key
 * @param secretKey the account's secret key, with which its webhooks are signed
 * @param refreshToken what a person's consent gave; empty when accounts consent by links of {@code /bot} only
 * @param name what people call the account, by which a mention is known
 * @param apiUrl the root of the API
 * @param oauthUrl the root of the authorisation server
 */
public record OaConfig(
        String appId,
        Secret appSecret,
        Secret secretKey,
        Optional<Secret> refreshToken,
        String name,
        URI apiUrl,
        URI oauthUrl) {
    private static final URI API = URI.create("https://openapi.zalo.me");
    private static final URI OAUTH = URI.create("https://oauth.zaloapp.com");

    /** Returns the account; empty when the section names none. */
    static Optional<OaConfig> read(Section oa) {
        boolean given =
                Stream.of("app-id", "app-secret", "secret-key", "refresh-token").anyMatch(oa::has);
        URI api = oa.value("api-url", Addresses.root(), API);
        URI oauth = oa.value("oauth-url", Addresses.root(), OAUTH);
        String name = oa.value("name", ValueTypes.line(100), "");
        if (!given) {
            return Optional.empty();
        }
        Optional<String> appId = oa.required(
                "app-id",
                ValueType.matching(
                        "[0-9]{1,30}", "is not an app's number", "write the digits from developers.zalo.me"));
        Optional<Secret> appSecret = oa.required("app-secret", secret());
        Optional<Secret> secretKey = oa.required("secret-key", secret());
        Optional<Secret> token = oa.value("refresh-token", secret());
        return appId.isPresent() && appSecret.isPresent() && secretKey.isPresent()
                ? Optional.of(new OaConfig(appId.get(), appSecret.get(), secretKey.get(), token, name, api, oauth))
                : Optional.empty();
    }

    static ValueType<Secret> secret() {
        String right = "write the printable ASCII word without blanks that Zalo gave";
        ValueType.Parser<Secret> parser = written -> {
            String text = written.strip();
            if (!text.matches("[!-~]{8,2000}")) {
                throw new Malformed("is not such a word (" + text.length() + " characters)", right);
            }
            return new Secret(text);
        };
        return new ValueType<>(parser, right, true);
    }

    Stream<Secret> secrets() {
        return Stream.concat(Stream.of(appSecret, secretKey), refreshToken.stream());
    }
}
