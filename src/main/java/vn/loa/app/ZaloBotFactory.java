package vn.loa.app;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.loa.bot.BotParts;
import vn.loa.config.OaConfig;
import vn.loa.config.ZaloConfig;
import vn.loa.delivery.Budget;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.model.SpeakingTimes;
import vn.loa.zalo.ZaloAccount;
import vn.loa.zalo.ZaloBots;
import vn.loa.zalo.ZaloOptions;
import vn.loa.zalo.ZaloTokenCheck;
import vn.loa.zalo.oa.OaAccount;
import vn.loa.zalo.oa.OaBots;
import vn.loa.zalo.oa.OaOptions;

/** Reads the configuration's section {@code zalo} into the values that {@link ZaloBots} and {@link OaBots} take. */
final class ZaloBotFactory {
    /** The name of the Official Account among the bots. */
    private static final String OA = "oa";

    private final ZaloConfig config;
    private final ZoneId zone;
    private final ZaloBots channel;
    private final OaBots account;

    ZaloBotFactory(ZaloConfig config, ZoneId zone, ZaloBots channel, OaBots account) {
        this.config = config;
        this.zone = zone;
        this.channel = channel;
        this.account = account;
    }

    /** Returns the tokens of the bots that are configured. */
    Map<Bot, String> tokens() {
        Map<Bot, String> tokens = new LinkedHashMap<>();
        config.bots().forEach((name, token) -> tokens.put(new Bot(Platform.ZALO, name), token.value()));
        return tokens;
    }

    /** Returns what makes the Official Account that is configured. */
    Optional<Supplier<BotParts>> account() {
        return config.oa().map(oa -> () -> account.bot(account(oa), options(oa)).startingWith(firstTimes()));
    }

    /** Asks Zalo for the name of the bot with this token. */
    ZaloTokenCheck.Answer name(String token) {
        return ZaloTokenCheck.ask(
                zaloAccount(new Bot(Platform.ZALO, "new"), token), options().times());
    }

    /** Returns a bot with this token. */
    BotParts bot(Bot bot, String token) {
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

    private static OaAccount account(OaConfig oa) {
        return new OaAccount(
                new Bot(Platform.ZALO, OA),
                oa.appId(),
                oa.appSecret().value(),
                oa.secretKey().value(),
                oa.apiUrl(),
                oa.oauthUrl(),
                oa.refreshToken().value());
    }

    private OaOptions options(OaConfig oa) {
        return new OaOptions(OaOptions.SMALL_PLAN, config.pictures(), oa.name(), OaOptions.Times.STANDARD);
    }
}
