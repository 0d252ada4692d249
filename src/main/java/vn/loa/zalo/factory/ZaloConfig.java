package vn.loa.zalo.factory;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.config.Addresses;
import vn.loa.config.BotTokens;
import vn.loa.config.ChannelConfig;
import vn.loa.config.ChannelSection;
import vn.loa.config.ProxyConfig;
import vn.loa.config.WebConfig;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.Secret;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;
import vn.loa.model.Platform;

/**
 * The settings of the Zalo Bot channel.
 *
 * @param bots the bots' tokens by their names; none when the channel is off
 * @param apiUrl the root of the Zalo Bot API
 * @param proxy a proxy between Loa and the API, without a password
 * @param pictures whether announcements carry the article's picture
 * @param botPerSecond messages a second, all chats together; 0 is no limit
 * @param chatPerSecond messages a second to one chat; 0 is no limit
 * @param plan what the plan allows
 * @param digests when a chat that is new gets its digests; none for at once
 * @param pollTimeout how long one question for updates stays open
 * @param webhook where Zalo brings updates instead of being asked for them
 * @param oa an Official Account
 */
public record ZaloConfig(
        Map<String, Secret> bots,
        URI apiUrl,
        Optional<ProxyConfig> proxy,
        boolean pictures,
        int botPerSecond,
        int chatPerSecond,
        Plan plan,
        List<LocalTime> digests,
        Duration pollTimeout,
        Optional<Webhook> webhook,
        Optional<OaConfig> oa)
        implements ChannelConfig {
    /** The section {@code zalo}. */
    public static final ChannelSection<ZaloConfig> SECTION = new ChannelSection<>() {
        @Override
        public String key() {
            return Platform.ZALO.id();
        }

        @Override
        public ZaloConfig read(Section section, WebConfig web) {
            return ZaloConfig.read(section, web);
        }
    };

    /** The name of the Official Account among the bots. */
    static final String OA = "oa";

    private static final URI PUBLIC_API = URI.create("https://bot-api.zaloplatforms.com");
    private static final List<LocalTime> TWICE_A_DAY = List.of(LocalTime.of(7, 0), LocalTime.of(16, 30));
    private static final String TOKEN_FORM = "write it as Zalo Bot Creator gives it: digits, a colon and a long word";

    /**
     * The limits of a bot's plan; 0 is no limit.
     *
     * @param messages a calendar month
     * @param groups in which the bot may be
     * @param users who may talk to it alone
     */
    public record Plan(int messages, int groups, int users) {
        // Facts of Zalo, 1.10: the free plan of November 2026.
        static Plan read(Section plan) {
            return new Plan(
                    plan.value("messages-per-month", ValueTypes.integer(0, 100_000_000), 3_000),
                    plan.value("groups", ValueTypes.integer(0, 1_000_000), 3),
                    plan.value("users", ValueTypes.integer(0, 100_000_000), 50));
        }
    }

    /**
     * The address and secret of a webhook, to which Zalo sends updates.
     *
     * @param url scheme and host as Zalo reaches them; a path of each bot follows
     * @param secret what Zalo has to say with each
     */
    public record Webhook(URI url, Secret secret) {
        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

        static Optional<Webhook> read(Section webhook) {
            Optional<URI> url = webhook.value("url", Addresses.root());
            if (url.isEmpty()) {
                return Optional.empty();
            }
            // Facts of Zalo, 1.4: Zalo brings updates over HTTPS only; our own machine is for trying.
            if (!url.get().getScheme().equals("https")
                    && !LOOPBACK.contains(url.get().getHost())) {
                webhook.problem("url", "is not secure, and Zalo brings updates over HTTPS only", "write https://…");
            }
            Optional<Secret> secret = webhook.required("secret", OaConfig.secret());
            return secret.map(word -> new Webhook(url.get(), word));
        }
    }

    public ZaloConfig {
        digests = List.copyOf(digests);
    }

    private static ZaloConfig read(Section zalo, WebConfig web) {
        Section rates = zalo.section("rates");
        List<LocalTime> digests = zalo.list("digests", ValueTypes.timeOfDay());
        Optional<Webhook> webhook = Webhook.read(zalo.section("webhook"));
        Optional<OaConfig> oa = OaConfig.read(zalo.section("oa"));
        if (web.port().isEmpty() && webhook.isPresent()) {
            zalo.problem("webhook", "needs Loa's HTTP server", "write web: {port: 8080} too");
        }
        if (web.port().isEmpty() && oa.isPresent()) {
            zalo.problem("oa", "needs Loa's HTTP server, for it hears by webhook", "write web: {port: 8080} too");
        }
        return new ZaloConfig(
                BotTokens.read(zalo, "LOA_ZALO_TOKEN", Set.of(OA), token()),
                zalo.value("api-url", Addresses.root(), PUBLIC_API),
                zalo.value("proxy", Addresses.proxy()),
                zalo.value("pictures", ValueTypes.flag(), false),
                rates.value("bot-per-second", ValueTypes.integer(0, 10_000), 5),
                rates.value("chat-per-second", ValueTypes.integer(0, 10_000), 1),
                Plan.read(zalo.section("plan")),
                zalo.has("digests") ? digests : TWICE_A_DAY,
                zalo.value(
                        "poll-timeout",
                        ValueTypes.duration(Duration.ofSeconds(1), Duration.ofSeconds(60)),
                        Duration.ofSeconds(30)),
                webhook,
                oa);
    }

    @Override
    public Stream<String> botNames() {
        return Stream.concat(bots.keySet().stream(), oa.stream().map(account -> OA));
    }

    @Override
    public Stream<Secret> secrets() {
        return Stream.concat(
                Stream.concat(bots.values().stream(), webhook.map(Webhook::secret).stream()),
                oa.stream().flatMap(OaConfig::secrets));
    }

    private static ValueType<Secret> token() {
        ValueType.Parser<Secret> parser = written -> {
            String text = written.strip();
            if (!text.matches("[A-Za-z0-9:._~-]{1,256}")) {
                throw new Malformed("is not a bot token (" + text.length() + " characters)", TOKEN_FORM);
            }
            return new Secret(text);
        };
        return new ValueType<>(parser, TOKEN_FORM, true);
    }
}
