package vn.loa.telegram;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.loa.bot.BotFactory;
import vn.loa.bot.BotParts;
import vn.loa.config.ProxyConfig;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.api.TelegramProxy;

/** Reads the configuration's section {@code telegram} into the values that {@link TelegramBots} takes. */
public final class TelegramBotFactory implements BotFactory {
    private final TelegramConfig config;
    private final TelegramBots channel;

    /** Makes a factory of what the section says. */
    public TelegramBotFactory(TelegramConfig config, TelegramBots channel) {
        this.config = config;
        this.channel = channel;
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public Map<Bot, String> tokens() {
        Map<Bot, String> tokens = new LinkedHashMap<>();
        config.bots().forEach((name, token) -> tokens.put(new Bot(Platform.TELEGRAM, name), token.value()));
        return tokens;
    }

    @Override
    public BotParts bot(Bot bot, String token) {
        return channel.bot(account(bot, token), options());
    }

    @Override
    public String name(String token) throws IOException {
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
