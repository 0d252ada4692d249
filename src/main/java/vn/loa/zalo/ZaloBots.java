package vn.loa.zalo;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.OkHttpClient;
import vn.loa.bot.BotParts;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.command.routing.CommandRouter;
import vn.loa.delivery.Budget;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.BudgetStore;
import vn.loa.store.delivery.InboxStore;

/** Makes the parts of Zalo bots, and has what their plans allow counted. */
public final class ZaloBots {
    private final Context context;
    private final Phrases phrases;
    private final InstantSource clock;
    private final OkHttpClient shared = ZaloCalls.shared();

    /**
     * Holds where what bots hear goes, and what has to be remembered of it.
     *
     * @param received updates, written down before anything is done with them
     * @param budgets what was spent of the plans
     */
    public record Context(
            CommandRouter router, NumberedMenus menus, Notices notices, InboxStore received, BudgetStore budgets) {}

    /**
     * Tells where Zalo brings the updates of bots instead of being asked for them.
     *
     * @param server as Zalo reaches it; a path of each bot follows
     * @param secret what Zalo has to say with each
     */
    public record Webhook(URI server, String secret) {
        private ZaloReceiver.Endpoint endpoint(String bot) {
            String path = ZaloAccount.webhookPath(bot);
            return new ZaloReceiver.Endpoint(
                    path, URI.create(server.toString().replaceFirst("/+$", "") + path), secret);
        }
    }

    public ZaloBots(Context context, Phrases phrases, InstantSource clock) {
        this.context = context;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Returns a bot of this account.
     *
     * @param webhook empty for a bot that asks for its updates
     */
    public BotParts bot(ZaloAccount account, ZaloOptions options, Budget.Plan plan, Optional<Webhook> webhook) {
        Budget budget = new Budget(account.bot(), plan, context.budgets(), options.zone(), clock);
        BudgetNotices counted = new BudgetNotices(budget, context.notices(), phrases, options.zone(), clock);
        ZaloChannel channel = new ZaloChannel(account, options, clock, counted, shared);
        String name = phrases.say("vital.poll", account.bot().key());
        return BotParts.of(
                        channel.messenger(),
                        answers -> new ZaloReceiver(
                                name,
                                channel,
                                context,
                                new CountedAnswers(
                                        answers, counted, context.router().roles()),
                                webhook.map(hook -> hook.endpoint(account.bot().name()))))
                .within(budget);
    }
}
