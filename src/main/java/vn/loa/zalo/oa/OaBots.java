package vn.loa.zalo.oa;

import java.time.InstantSource;
import java.time.ZoneId;
import okhttp3.OkHttpClient;
import vn.loa.bot.BotParts;
import vn.loa.delivery.Budget;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.store.delivery.BudgetStore;

/** Makes the parts of an Official Account. */
public final class OaBots {
    private final OaReceiver.Context context;
    /** Zalo tells no limit for a whole account; its messages are counted and the month is forecast. */
    private static final Budget.Plan NO_LIMIT = new Budget.Plan(0, 0, 0);

    private final OkHttpClient shared = new OkHttpClient();
    private final OaTokenStore tokens;
    private final BudgetStore budgets;
    private final ZoneId zone;
    private final Phrases phrases;
    private final InstantSource clock;

    /**
     * Makes the parts of accounts.
     *
     * @param budgets counts their messages
     * @param zone in which a month begins
     */
    public OaBots(
            OaReceiver.Context context,
            OaTokenStore tokens,
            BudgetStore budgets,
            ZoneId zone,
            Phrases phrases,
            InstantSource clock) {
        this.budgets = budgets;
        this.zone = zone;
        this.context = context;
        this.tokens = tokens;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Returns the bot of this account. A claim on its refresh token is dropped: the lock on the database proves that
     * whoever made it lives no more, and without it nothing could be sent until the claim ends.
     */
    public BotParts bot(OaAccount account, OaOptions options) {
        tokens.encryptPlain();
        tokens.dropClaim(account.bot());
        Budget counted = new Budget(account.bot(), NO_LIMIT, budgets, zone, clock);
        OaChannel channel =
                new OaChannel(account, new OaHttp(options.times(), shared), options, tokens, clock, counted::spend);
        String name = phrases.say("vital.poll", account.bot().key());
        return BotParts.of(channel.messenger(), answers -> new OaReceiver(name, channel, context, answers, clock))
                .within(counted);
    }
}
