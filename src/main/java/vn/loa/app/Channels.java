package vn.loa.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.loa.bot.BotFactory;
import vn.loa.bot.BotParts;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.command.role.WebFiles;
import vn.loa.command.routing.CommandRouter;
import vn.loa.config.ChannelSection;
import vn.loa.config.LoaConfig;
import vn.loa.config.value.Secret;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.SpeakingCalendar;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.OaAccountStore;
import vn.loa.telegram.TelegramBotFactory;
import vn.loa.telegram.TelegramBots;
import vn.loa.telegram.TelegramConfig;
import vn.loa.web.WebRoute;
import vn.loa.zalo.ZaloBots;
import vn.loa.zalo.factory.OaConfig;
import vn.loa.zalo.factory.ZaloBotFactory;
import vn.loa.zalo.factory.ZaloConfig;
import vn.loa.zalo.oa.OaAccount;
import vn.loa.zalo.oa.OaAccounts;
import vn.loa.zalo.oa.OaBots;
import vn.loa.zalo.oa.OaChannel;
import vn.loa.zalo.oa.OaException;
import vn.loa.zalo.oa.OaGrant;
import vn.loa.zalo.oa.OaGroupExpiry;
import vn.loa.zalo.oa.OaReceiver;
import vn.loa.zalo.oa.consent.OaConsents;
import vn.loa.zalo.oa.window.InteractionWindow;

/** Makes the configured bots of all channels, each from what its package offers and its section of the configuration. */
final class Channels {
    /** The sections of all channels; another channel is another line here, and another factory below. */
    static final List<ChannelSection<?>> SECTIONS = List.of(TelegramConfig.SECTION, ZaloConfig.SECTION);

    private final LoaConfig config;
    private final CommandRouter router;
    private final ChatAdmission admission;
    private final Notices notices;
    private final Storage storage;
    private final Phrases phrases;
    private final InstantSource clock;
    private final OaAccounts accounts;
    private final Optional<OaConsents> consents;
    private final WebFiles files;
    private final NumberedMenus menus;
    private final ZaloBotFactory zalo;
    private final List<BotFactory> factories;

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
        this.accounts = new OaAccounts(storage.oaAccounts(), storage.chats(), this::runningAccounts, clock);
        this.consents = madeConsents();
        this.files = storage.webFiles(router.roles(), config.web().url(), clock);
        this.menus = new NumberedMenus(phrases, clock, router.roles()::isOperator, files::link);
        this.zalo = madeZalo();
        this.factories = List.of(madeTelegram(), zalo);
    }

    /** Returns the tokens of all bots that are configured. */
    Map<Bot, String> tokens() {
        Map<Bot, String> tokens = new LinkedHashMap<>();
        factories.forEach(factory -> tokens.putAll(factory.tokens()));
        return tokens;
    }

    /** Returns what makes each account that has no token of its own in the configuration. */
    Map<Bot, Supplier<BotParts>> accounts() {
        return zalo.accounts(storage.oaAccounts().all());
    }

    private Set<Bot> runningAccounts() {
        return accounts().keySet();
    }

    /** Returns the refresh token that the configuration has for a bot; empty for none. */
    String configuredRefreshToken(Bot bot) {
        return config.channels()
                .of(ZaloConfig.SECTION)
                .oa()
                .filter(oa -> bot.equals(ZaloBotFactory.configuredAccount()))
                .flatMap(OaConfig::refreshToken)
                .map(Secret::value)
                .orElse("");
    }

    /** Returns the bot of the account with this number at Zalo. */
    Optional<Bot> account(String number) {
        return storage.oaAccounts().all().stream()
                .filter(each -> each.account().equals(number))
                .map(OaAccountStore.Known::bot)
                .findFirst()
                .or(() -> unknownAccount(number));
    }

    /** Returns the bot of the configuration when Zalo has not told its number yet and it may have this one. */
    private Optional<Bot> unknownAccount(String number) {
        Bot bot = ZaloBotFactory.configuredAccount();
        return Optional.of(bot)
                .filter(each -> !configuredRefreshToken(each).isEmpty()
                        && storage.oaAccounts().of(each).isEmpty()
                        && zalo.configuredMayBe(number));
    }

    /** Returns the links to files. */
    WebFiles files() {
        return files;
    }

    /** Returns the routes that all accounts have in common. */
    List<WebRoute> routes() {
        return config.channels().of(ZaloConfig.SECTION).oa().isPresent() ? List.of(accounts) : List.of();
    }

    /** Returns what makes the links by which Official Accounts consent; empty where there is no app or no address. */
    Optional<OaConsents> consents() {
        return consents;
    }

    /** Returns the key of the configuration without which there are no such links. */
    String missingForConsents() {
        return config.channels().of(ZaloConfig.SECTION).oa().isEmpty() ? "zalo.oa" : "web.url";
    }

    private Optional<OaConsents> madeConsents() {
        return config.channels()
                .of(ZaloConfig.SECTION)
                .oa()
                .flatMap(oa -> config.web().url().map(root -> new OaConsents.App(oa.appId(), oa.oauthUrl(), root)))
                .map(app -> new OaConsents(storage.oaConsents(), router.roles(), app, clock, new SecureRandom()));
    }

    /**
     * Asks Zalo for what a consent gave.
     *
     * @throws IOException when it gives nothing; its message is an English reason
     */
    OaGrant grant(String code, String verifier) throws IOException {
        Optional<OaAccount> app = zalo.app();
        if (app.isEmpty()) {
            throw new IOException("the bot does not run");
        }
        try {
            return OaGrant.of(app.get(), code, verifier, clock);
        } catch (OaException e) {
            throw new IOException(e.getMessage());
        }
    }

    /** Tells the operator who asked for the link that the account runs. */
    void tellConsented(PersonId by, Bot bot, String shown) {
        String text = phrases.say("oa.consented", shown, bot.key());
        notices.toPeople(List.of(by), "oa", OutgoingMessage.plain(text));
    }

    /** Returns a bot with this token. */
    BotParts bot(Bot bot, String token) {
        return factory(bot.platform()).bot(bot, token);
    }

    /**
     * Asks a platform for the name of the bot with this token.
     *
     * @throws IOException when it refuses the token or does not answer; its message is an English reason without the token
     */
    String name(Platform platform, String token) throws IOException {
        return factory(platform).name(token);
    }

    private BotFactory factory(Platform platform) {
        return factories.stream()
                .filter(each -> each.platform() == platform)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bots of " + platform));
    }

    private TelegramBotFactory madeTelegram() {
        TelegramBots.Context context = new TelegramBots.Context(
                router, admission, storage.receipts(), storage.settings(), storage.inbox(), storage.memberCounts());
        return new TelegramBotFactory(
                config.channels().of(TelegramConfig.SECTION), new TelegramBots(context, phrases, clock));
    }

    /** Returns what shows files that came by a page. */
    UploadPreview uploads() {
        return new UploadPreview(router, menus, notices, storage.operators(), phrases);
    }

    private ZaloBotFactory madeZalo() {
        ZaloBots.Context bot = new ZaloBots.Context(router, menus, notices, storage.inbox(), storage.budgets());
        OaReceiver.Context account = new OaReceiver.Context(
                router,
                admission,
                menus,
                storage.receipts(),
                storage.roles(),
                storage.inbox(),
                new OaGroupExpiry(storage.settings(), notices, phrases, config.zone(), clock),
                accounts);
        return new ZaloBotFactory(
                config.channels().of(ZaloConfig.SECTION),
                config.zone(),
                new ZaloBots(bot, phrases, clock),
                new OaBots(
                        account,
                        new OaChannel.Memory(
                                storage.oaTokens(),
                                new InteractionWindow.Context(
                                        storage.interactions(), phrases, config.zone(), this::opens, System::nanoTime)),
                        storage.budgets(),
                        config.zone(),
                        phrases,
                        clock));
    }

    /** Messages to a person make a sound on Zalo, so that quiet hours hold them. */
    private Instant opens(ChatAddress person, Instant now) {
        SpeakingTimes times = storage.chats()
                .find(person)
                .map(chat -> storage.speaking().of(chat.id()).times())
                .orElse(SpeakingTimes.USUAL);
        SpeakingCalendar calendar = SpeakingCalendar.of(times, config.delivery().quietHours(), config.zone())
                .withoutMuting();
        return calendar.isOpen(now) ? now : calendar.next(now, taken -> false);
    }
}
