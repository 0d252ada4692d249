package vn.loa.app;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.bot.BotParts;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandRouter;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.config.LoaConfig;
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

    /** Returns the bots of all channels; another channel is another line here. */
    List<BotParts> bots() {
        return Stream.of(telegram().bots(), zalo().bots()).flatMap(List::stream).toList();
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
