package vn.loa.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.loa.bot.BotParts;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.command.routing.CommandRouter;
import vn.loa.config.LoaConfig;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;
import vn.loa.telegram.TelegramBots;
import vn.loa.zalo.ZaloBots;
import vn.loa.zalo.ZaloTokenCheck;
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

    /** Returns the tokens of all bots that are configured; another channel is another line here. */
    Map<Bot, String> tokens() {
        Map<Bot, String> tokens = new LinkedHashMap<>(telegram().tokens());
        tokens.putAll(zalo().tokens());
        return tokens;
    }

    /** Returns the accounts that have no token of their own in the configuration. */
    List<Supplier<BotParts>> accounts() {
        return zalo().account().stream().toList();
    }

    /** Returns a bot with this token. */
    BotParts bot(Bot bot, String token) {
        return bot.platform() == Platform.TELEGRAM ? telegram().bot(bot, token) : zalo().bot(bot, token);
    }

    /**
     * Asks a platform for the name of the bot with this token.
     *
     * @throws IOException when it refuses the token or does not answer; its message is an English reason without the token
     */
    String name(Platform platform, String token) throws IOException {
        if (platform == Platform.TELEGRAM) {
            return telegram().name(token);
        }
        ZaloTokenCheck.Answer answer = zalo().name(token);
        return answer.name().orElseThrow(() -> new IOException(answer.problem()));
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
