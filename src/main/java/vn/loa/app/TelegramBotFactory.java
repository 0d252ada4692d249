package vn.loa.app;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import vn.loa.bot.ProcessedUpdates;
import vn.loa.bot.RunningBot;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandRouter;
import vn.loa.config.ProxyConfig;
import vn.loa.config.Secret;
import vn.loa.config.TelegramConfig;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;
import vn.loa.store.BotStore;
import vn.loa.store.Database;
import vn.loa.store.ReceiptStore;
import vn.loa.store.SettingStore;
import vn.loa.telegram.TelegramAccount;
import vn.loa.telegram.TelegramChannel;
import vn.loa.telegram.TelegramOptions;
import vn.loa.telegram.TelegramProxy;
import vn.loa.telegram.TelegramReceiver;

/** Makes the stations of Telegram bots as the configuration wants them. */
final class TelegramBotFactory {
    private final TelegramConfig config;
    private final RunningBot.Common common;
    private final Desks desks;
    private final Phrases phrases;

    /** Where what is heard goes. */
    record Desks(CommandRouter router, ChatAdmission reception, Database database) {}

    TelegramBotFactory(TelegramConfig config, RunningBot.Common common, Desks desks, Phrases phrases) {
        this.config = config;
        this.common = common;
        this.desks = desks;
        this.phrases = phrases;
    }

    /** A bot's station. */
    RunningBot station(String name, Secret token) {
        TelegramChannel channel = channel(name, token);
        return new RunningBot(
                channel.messenger(),
                common,
                Optional.empty(),
                answers -> Optional.of(new TelegramReceiver(
                        phrases.say("vital.poll", channel.messenger().bot().key()),
                        channel,
                        new TelegramReceiver.Desks(
                                desks.router(),
                                desks.reception(),
                                new ReceiptStore(desks.database()),
                                answers,
                                new SettingStore(desks.database())),
                        ProcessedUpdates.keptIn(new BotStore(desks.database()), common.clock()),
                        common.clock())));
    }

    private TelegramChannel channel(String name, Secret token) {
        TelegramAccount account = new TelegramAccount(
                new Bot(Platform.TELEGRAM, name),
                token.value(),
                config.apiUrl(),
                config.proxy().map(TelegramBotFactory::proxy));
        TelegramConfig.Rates rates = config.rates();
        TelegramOptions options = new TelegramOptions(
                new Capabilities.Rates(rates.botPerSecond(), rates.chatPerSecond(), rates.groupPerMinute()),
                config.pictures(),
                times(config.pollTimeout()));
        return new TelegramChannel(account, options, common.clock());
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
