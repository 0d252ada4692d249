package vn.loa.telegram;

import java.net.URI;
import java.time.Duration;
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
 * The settings of the Telegram channel.
 *
 * @param bots the bots' tokens by their names; none when the channel is off
 * @param apiUrl the root of the Bot API
 * @param proxy a proxy between Loa and the Bot API
 * @param pictures whether announcements carry the article's picture
 * @param rates how fast to speak
 * @param pollTimeout how long one question for updates stays open
 */
public record TelegramConfig(
        Map<String, Secret> bots,
        URI apiUrl,
        Optional<ProxyConfig> proxy,
        boolean pictures,
        Rates rates,
        Duration pollTimeout)
        implements ChannelConfig {
    /** The section {@code telegram}. */
    public static final ChannelSection<TelegramConfig> SECTION = new ChannelSection<>() {
        @Override
        public String key() {
            return Platform.TELEGRAM.id();
        }

        @Override
        public TelegramConfig read(Section section, WebConfig web) {
            return TelegramConfig.read(section);
        }
    };

    private static final URI PUBLIC_API = URI.create("https://api.telegram.org");
    private static final String TOKEN_FORM = "write it as BotFather gives it: digits, a colon and 35 letters or digits";

    /**
     * The rate limits; 0 is no limit.
     *
     * @param botPerSecond messages a second, all chats together
     * @param chatPerSecond messages a second to one chat
     * @param groupPerMinute messages a minute to one group
     */
    public record Rates(int botPerSecond, int chatPerSecond, int groupPerMinute) {
        // The defaults are the public Bot API's limits: core.telegram.org/bots/faq, "My bot is hitting limits".
        static Rates read(Section rates) {
            return new Rates(
                    rates.value("bot-per-second", ValueTypes.integer(0, 10_000), 30),
                    rates.value("chat-per-second", ValueTypes.integer(0, 10_000), 1),
                    rates.value("group-per-minute", ValueTypes.integer(0, 10_000), 20));
        }
    }

    @Override
    public Stream<String> botNames() {
        return bots.keySet().stream();
    }

    @Override
    public Stream<Secret> secrets() {
        return bots.values().stream();
    }

    private static TelegramConfig read(Section telegram) {
        URI apiUrl = telegram.value("api-url", Addresses.root(), PUBLIC_API);
        ValueType<Secret> form = apiUrl.equals(PUBLIC_API) ? publicToken() : anyToken();
        return new TelegramConfig(
                BotTokens.read(telegram, "LOA_TELEGRAM_TOKEN", Set.of(), form),
                apiUrl,
                telegram.value("proxy", Addresses.proxy()),
                telegram.value("pictures", ValueTypes.flag(), false),
                Rates.read(telegram.section("rates")),
                // The Bot API holds a getUpdates open for at most 50 s, whatever is asked for.
                telegram.value(
                        "poll-timeout",
                        ValueTypes.duration(Duration.ZERO, Duration.ofSeconds(50)),
                        Duration.ofSeconds(30)));
    }

    private static ValueType<Secret> publicToken() {
        return tokens("\\d{6,12}:[A-Za-z0-9_-]{35,64}");
    }

    /** Bot API servers for tests have tokens of any shape; it only has to fit into a URL. */
    private static ValueType<Secret> anyToken() {
        return tokens("[A-Za-z0-9:._~-]{1,256}");
    }

    private static ValueType<Secret> tokens(String shape) {
        ValueType.Parser<Secret> parser = written -> {
            String text = written.strip();
            if (!text.matches(shape)) {
                throw new Malformed("is not a bot token (" + shapeOf(text) + ")", TOKEN_FORM);
            }
            return new Secret(text);
        };
        return new ValueType<>(parser, TOKEN_FORM, true);
    }

    /** Enough to see what went wrong when it was copied, and nothing of the secret. */
    private static String shapeOf(String text) {
        int colon = text.indexOf(':');
        String parts =
                colon < 0 ? "no colon" : colon + " before and " + (text.length() - colon - 1) + " after the colon";
        boolean blank = text.chars().anyMatch(Character::isWhitespace);
        return text.length() + " characters, " + parts + (blank ? ", blanks among them" : "");
    }
}
