package vn.loa.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.loa.bot.BotParts;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandRouter;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.config.LoaConfig;
import vn.loa.console.ConsoleMessenger;
import vn.loa.delivery.channel.Messenger;
import vn.loa.phrases.Phrases;
import vn.loa.telegram.TelegramBots;
import vn.loa.zalo.ZaloBots;
import vn.loa.zalo.oa.OaBots;
import vn.loa.zalo.oa.OaGroupExpiry;
import vn.loa.zalo.oa.OaReceiver;

/** Makes the configured bots of all channels, each from what its package offers and its section of the configuration. */
final class Channels {
    private final LoaConfig config;
    private final CommandRouter router;
    private final ChatAdmission admission;
    private final Notices notices;
    private final Storage storage;
    private final Phrases phrases;
    private final InstantSource clock;

    Channels(
            LoaConfig config,
            CommandRouter router,
            ChatAdmission admission,
            Notices notices,
            Storage storage,
            Phrases phrases,
            InstantSource clock) {
        this.config = config;
        this.router = router;
        this.admission = admission;
        this.notices = notices;
        this.storage = storage;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Returns what makes the bots of all channels; another channel is another line here.
     *
     * @param console serves as a bot when it is there
     * @param measured counts what a messenger is asked
     */
    List<Supplier<BotParts>> bots(Optional<ConsoleMessenger> console, UnaryOperator<Messenger> measured) {
        List<Supplier<BotParts>> terminal = console.<Supplier<BotParts>>map(each -> () -> BotParts.mute(each)).stream()
                .toList();
        return Stream.of(telegram().bots(), zalo().bots(), terminal)
                .flatMap(List::stream)
                .map(maker -> measured(maker, measured))
                .toList();
    }

    private static Supplier<BotParts> measured(Supplier<BotParts> maker, UnaryOperator<Messenger> measured) {
        return () -> {
            BotParts parts = maker.get();
            return parts.speakingThrough(measured.apply(parts.messenger()));
        };
    }

    private TelegramBotFactory telegram() {
        TelegramBots.Context context = new TelegramBots.Context(
                router, admission, storage.receipts(), storage.settings(), storage.inbox(), storage.memberCounts());
        return new TelegramBotFactory(config.telegram(), new TelegramBots(context, phrases, clock));
    }

    private ZaloBotFactory zalo() {
        NumberedMenus menus = new NumberedMenus(phrases, clock, router.roles()::isOperator);
        ZaloBots.Context bot = new ZaloBots.Context(router, menus, notices, storage.inbox(), storage.budgets());
        OaReceiver.Context account = new OaReceiver.Context(
                router,
                admission,
                menus,
                storage.receipts(),
                storage.roles(),
                storage.inbox(),
                new OaGroupExpiry(storage.settings(), notices, phrases, config.zone(), clock));
        return new ZaloBotFactory(
                config.zalo(),
                config.zone(),
                new ZaloBots(bot, phrases, clock),
                new OaBots(account, storage.oaTokens(), storage.budgets(), config.zone(), phrases, clock));
    }
}
