package vn.loa.zalo.factory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.loa.bot.BotFactory;
import vn.loa.bot.BotParts;
import vn.loa.config.value.Secret;
import vn.loa.delivery.Budget;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.model.SpeakingTimes;
import vn.loa.schedule.OwnThread;
import vn.loa.store.chat.OaAccountStore.Known;
import vn.loa.zalo.ZaloAccount;
import vn.loa.zalo.ZaloBots;
import vn.loa.zalo.ZaloOptions;
import vn.loa.zalo.ZaloTokenCheck;
import vn.loa.zalo.oa.OaAccount;
import vn.loa.zalo.oa.OaBots;
import vn.loa.zalo.oa.OaOptions;

/** Reads the configuration's section {@code zalo} into the values that {@link ZaloBots} and {@link OaBots} take. */
public final class ZaloBotFactory implements BotFactory {
    /** A person waits in a browser meanwhile. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final ZaloConfig config;
    private final ZoneId zone;
    private final ZaloBots channel;
    private final OaBots account;

    /** Makes a factory of what the section says; digests are sent at times in the zone. */
    public ZaloBotFactory(ZaloConfig config, ZoneId zone, ZaloBots channel, OaBots account) {
        this.config = config;
        this.zone = zone;
        this.channel = channel;
        this.account = account;
    }

    @Override
    public Platform platform() {
        return Platform.ZALO;
    }

    @Override
    public Map<Bot, String> tokens() {
        Map<Bot, String> tokens = new LinkedHashMap<>();
        config.bots().forEach((name, token) -> tokens.put(new Bot(Platform.ZALO, name), token.value()));
        return tokens;
    }

    /** Returns the bot of the Official Account whose tokens are configured. */
    public static Bot configuredAccount() {
        return new Bot(Platform.ZALO, ZaloConfig.OA);
    }

    /**
     * Returns what makes each Official Account: the one that is configured, and those that consented through Loa.
     *
     * @param known all accounts that are known
     */
    public Map<Bot, Supplier<BotParts>> accounts(List<Known> known) {
        Map<Bot, Supplier<BotParts>> makers = new LinkedHashMap<>();
        config.oa().ifPresent(oa -> {
            oa.refreshToken()
                    .ifPresent(token -> makers.put(configuredAccount(), () -> parts(configured(oa), oa.name())));
            known.stream()
                    .filter(each -> each.consented() && !makers.containsKey(each.bot()))
                    .forEach(each -> makers.put(
                            each.bot(), () -> parts(account(oa, each.bot(), "", each.account()), each.name())));
        });
        return makers;
    }

    private BotParts parts(OaAccount made, String calledName) {
        return account.bot(made, options(calledName)).startingWith(firstTimes());
    }

    @Override
    public String name(String token) throws IOException {
        ZaloTokenCheck.Answer answer = ZaloTokenCheck.ask(
                zaloAccount(new Bot(Platform.ZALO, "new"), token), options().times());
        return answer.name().orElseThrow(() -> new IOException(answer.problem()));
    }

    @Override
    public BotParts bot(Bot bot, String token) {
        ZaloConfig.Plan plan = config.plan();
        return channel.bot(
                        zaloAccount(bot, token),
                        options(),
                        new Budget.Plan(plan.messages(), plan.groups(), plan.users()),
                        config.webhook()
                                .map(hook -> new ZaloBots.Webhook(
                                        hook.url(), hook.secret().value())))
                .startingWith(firstTimes());
    }

    private ZaloAccount zaloAccount(Bot bot, String token) {
        Optional<Proxy> proxy = config.proxy()
                .map(way -> new Proxy(way.type(), InetSocketAddress.createUnresolved(way.host(), way.port())));
        return new ZaloAccount(bot, token, config.apiUrl(), proxy);
    }

    private ZaloOptions options() {
        return new ZaloOptions(
                new Capabilities.Rates(config.botPerSecond(), config.chatPerSecond(), 0),
                config.pictures(),
                ZaloOptions.Times.STANDARD.polling(config.pollTimeout()),
                zone);
    }

    private Optional<SpeakingTimes> firstTimes() {
        return config.digests().isEmpty()
                ? Optional.empty()
                : Optional.of(SpeakingTimes.USUAL.withDigests(config.digests()));
    }

    private static OaAccount configured(OaConfig oa) {
        return account(
                oa, configuredAccount(), oa.refreshToken().map(Secret::value).orElse(""), "");
    }

    /**
     * Tells whether the account of the configuration has this number at Zalo or tokens that are worth nothing. What Zalo
     * does not say in time counts as another account. The question goes on by itself, for it may spend a refresh token.
     */
    public boolean configuredMayBe(String number) {
        return config.oa()
                .map(oa -> CompletableFuture.supplyAsync(
                                () -> account.mayBe(configured(oa), number), new OwnThread("consent"))
                        .completeOnTimeout(false, ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(failure -> false)
                        .join())
                .orElse(false);
    }

    /** Returns an account of the app with which to ask for what a consent gave. */
    public Optional<OaAccount> app() {
        return config.oa().map(oa -> account(oa, configuredAccount(), "", ""));
    }

    private static OaAccount account(OaConfig oa, Bot bot, String refreshToken, String id) {
        return new OaAccount(
                bot,
                oa.appId(),
                oa.appSecret().value(),
                oa.secretKey().value(),
                oa.apiUrl(),
                oa.oauthUrl(),
                refreshToken,
                id);
    }

    private OaOptions options(String calledName) {
        return new OaOptions(OaOptions.SMALL_PLAN, config.pictures(), calledName, OaOptions.Times.STANDARD);
    }
}
