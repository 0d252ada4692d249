package vn.loa.app;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.RunningBot;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandRouter;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.config.LoaConfig;
import vn.loa.config.OaConfig;
import vn.loa.config.Secret;
import vn.loa.config.ZaloConfig;
import vn.loa.delivery.Budget;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.phrases.DateFormats;
import vn.loa.store.BudgetStore;
import vn.loa.store.Database;
import vn.loa.store.InboxStore;
import vn.loa.store.OaTokenStore;
import vn.loa.zalo.ZaloAccount;
import vn.loa.zalo.ZaloChannel;
import vn.loa.zalo.ZaloOptions;
import vn.loa.zalo.ZaloPlan;
import vn.loa.zalo.ZaloReceiver;
import vn.loa.zalo.oa.OaAccount;
import vn.loa.zalo.oa.OaChannel;
import vn.loa.zalo.oa.OaOptions;
import vn.loa.zalo.oa.OaReceiver;

/** Makes the stations of Zalo bots as the configuration wants them, and counts what their plans allow. */
final class ZaloBotFactory {
    private static final Logger log = LoggerFactory.getLogger(ZaloBotFactory.class);

    /** The name of the Official Account among the bots. */
    private static final String OA = "oa";

    private final LoaConfig config;
    private final RunningBot.Common common;
    private final Desks desks;
    private final NumberedMenus menus;

    /** Where what is heard goes. */
    record Desks(CommandRouter router, ChatAdmission reception, Notices notices, Database database) {}

    ZaloBotFactory(LoaConfig config, RunningBot.Common common, Desks desks) {
        this.config = config;
        this.common = common;
        this.desks = desks;
        this.menus = new NumberedMenus(common.phrases(), common.clock());
    }

    /** A bot's station. */
    RunningBot station(String name, Secret token) {
        ZaloConfig zalo = config.zalo();
        Bot bot = new Bot(Platform.ZALO, name);
        Budget budget = new Budget(
                bot,
                new Budget.Plan(
                        zalo.plan().messages(),
                        zalo.plan().groups(),
                        zalo.plan().users()),
                new BudgetStore(desks.database()),
                config.zone(),
                common.clock());
        Optional<Proxy> proxy = zalo.proxy()
                .map(way -> new Proxy(way.type(), InetSocketAddress.createUnresolved(way.host(), way.port())));
        ZaloOptions.Times usual = ZaloOptions.Times.STANDARD;
        ZaloChannel channel = new ZaloChannel(
                new ZaloAccount(bot, token.value(), zalo.apiUrl(), proxy),
                new ZaloOptions(
                        new Capabilities.Rates(zalo.botPerSecond(), zalo.chatPerSecond(), 0),
                        zalo.pictures(),
                        usual.polling(zalo.pollTimeout()),
                        config.zone()),
                common.clock(),
                plan(budget));
        return new RunningBot(
                channel.messenger(),
                common,
                Optional.of(budget),
                answers -> Optional.of(new ZaloReceiver(
                        common.phrases().say("vital.poll", bot.key()),
                        channel,
                        desks.router(),
                        menus,
                        answers,
                        new InboxStore(desks.database()),
                        zalo.webhook().map(hook -> door(name, hook)))));
    }

    private static ZaloReceiver.Door door(String name, ZaloConfig.Webhook hook) {
        String path = "/zalo/bot/" + name;
        return new ZaloReceiver.Door(
                path,
                URI.create(hook.url().toString().replaceFirst("/+$", "") + path),
                hook.secret().value());
    }

    /** The Official Account's station. */
    RunningBot account(OaConfig oa) {
        OaAccount account = new OaAccount(
                new Bot(Platform.ZALO, OA),
                oa.appId(),
                oa.appSecret().value(),
                oa.secretKey().value(),
                oa.apiUrl(),
                oa.oauthUrl(),
                oa.refreshToken().value());
        OaOptions options =
                new OaOptions(OaOptions.SMALL_PLAN, config.zalo().pictures(), oa.name(), OaOptions.Times.STANDARD);
        OaChannel channel = new OaChannel(account, options, new OaTokenStore(desks.database()), common.clock());
        return new RunningBot(
                channel.messenger(),
                common,
                Optional.empty(),
                answers -> Optional.of(new OaReceiver(
                        common.phrases().say("vital.poll", account.bot().key()),
                        channel,
                        new OaReceiver.Desks(desks.router(), desks.reception(), desks.database()),
                        menus,
                        answers,
                        common.clock())));
    }

    private ZaloPlan plan(Budget budget) {
        return new ZaloPlan() {
            @Override
            public void spent() {
                spend(budget);
            }

            @Override
            public boolean nearlySpent() {
                try {
                    return budget.tight();
                } catch (RuntimeException e) {
                    log.error("{}: the messages of this month could not be counted", budget.bot(), e);
                    return false;
                }
            }

            @Override
            public void refused(Duration hold) {
                tellOfRefusal(budget, hold);
            }
        };
    }

    /** Called while a message is being sent, which must not fail for the sake of a notice. */
    private void tellOfRefusal(Budget budget, Duration hold) {
        try {
            Instant until = common.clock().instant().plus(hold);
            desks.notices()
                    .toOperators(
                            "quota",
                            OutgoingMessage.plain(common.phrases()
                                    .say(
                                            "budget.refused",
                                            budget.bot().key(),
                                            budget.spent(),
                                            DateFormats.minute(until, config.zone()))));
        } catch (RuntimeException e) {
            log.error("{}: operators could not be told of the exceeded quota", budget.bot(), e);
        }
    }

    /** Called while a message is being sent, which must not fail for the sake of a count. */
    private void spend(Budget budget) {
        try {
            if (budget.spend()) {
                log.warn(
                        "{}: {} of {} messages of this month are spent",
                        budget.bot(),
                        budget.spent(),
                        budget.monthly());
                desks.notices()
                        .toOperators(
                                "budget",
                                OutgoingMessage.plain(common.phrases()
                                        .say(
                                                "budget.warning",
                                                budget.bot().key(),
                                                budget.spent(),
                                                budget.monthly(),
                                                budget.forecast())));
            }
        } catch (RuntimeException e) {
            log.error("{}: a message could not be counted", budget.bot(), e);
        }
    }
}
