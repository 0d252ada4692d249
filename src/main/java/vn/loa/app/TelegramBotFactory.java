package vn.loa.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.loa.bot.BotParts;
import vn.loa.config.ProxyConfig;
import vn.loa.config.TelegramConfig;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.telegram.TelegramBots;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.api.TelegramProxy;

/** Reads the configuration's section {@code telegram} into the values that {@link TelegramBots} takes. */
final class TelegramBotFactory {
    private final TelegramConfig config;
    private final TelegramBots channel;

    TelegramBotFactory(TelegramConfig config, TelegramBots channel) {
        this.config = config;
        this.channel = channel;
    }

    /** Returns the tokens of the bots that are configured. */
    Map<Bot, String> tokens() {
        Map<Bot, String> tokens = new LinkedHashMap<>();
        config.bots().forEach((name, token) -> tokens.put(new Bot(Platform.TELEGRAM, name), token.value()));
        return tokens;
    }

    /** Returns a bot with this token. */
    BotParts bot(Bot bot, String token) {
        return channel.bot(account(bot, token), options());
    }

    /** Asks Telegram for the name of the bot with this token. */
    String name(String token) throws IOException {
        return channel.name(account(new Bot(Platform.TELEGRAM, "new"), token), options());
    }

    private TelegramAccount account(Bot bot, String token) {
        return new TelegramAccount(bot, token, config.apiUrl(), config.proxy().map(TelegramBotFactory::proxy));
    }

    private TelegramOptions options() {
        TelegramConfig.Rates rates = config.rates();
        return new TelegramOptions(
                new Capabilities.Rates(rates.botPerSecond(), rates.chatPerSecond(), rates.groupPerMinute()),
                config.pictures(),
                times(config.pollTimeout()));
    }

    private static TelegramProxy proxy(ProxyConfig proxy) {
        Proxy way = new Proxy(proxy.type(), InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        return proxy.login()
                .map(login ->
                        new TelegramProxy(way, login.user(), login.password().value()))
                .orElseGet(() -> TelegramProxy.open(way));
    }

    private static TelegramOptions.Times times(Duration poll) {
        TelegramOptions.Times usual = TelegramOptions.Times.STANDARD;
        return new TelegramOptions.Times(usual.connect(), usual.call(), poll, usual.firstPause(), usual.longestPause());
    }
}
