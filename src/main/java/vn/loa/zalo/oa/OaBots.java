package vn.loa.zalo.oa;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import vn.loa.bot.BotParts;
import vn.loa.delivery.Budget;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.store.delivery.BudgetStore;

/** Makes the parts of an Official Account. */
public final class OaBots {
    private final OaReceiver.Context context;
    /** Zalo tells no limit for a whole account; its messages are counted and the month is forecast. */
    private static final Budget.Plan NO_LIMIT = new Budget.Plan(0, 0, 0);

    private final OkHttpClient shared = new OkHttpClient();
    private final Set<Bot> met = ConcurrentHashMap.newKeySet();
    private final OaChannel.Memory memory;
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
            OaChannel.Memory memory,
            BudgetStore budgets,
            ZoneId zone,
            Phrases phrases,
            InstantSource clock) {
        this.budgets = budgets;
        this.zone = zone;
        this.context = context;
        this.memory = memory;
        this.tokens = memory.tokens();
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Returns the bot of this account. At its first making in this life a claim on its refresh token is dropped, which
     * our former life left: without that nothing could be sent until the claim ends. Later ones are of the living.
     */
    public BotParts bot(OaAccount account, OaOptions options) {
        tokens.encryptPlain();
        if (met.add(account.bot())) {
            tokens.dropFormerClaim(account.bot());
        }
        Budget counted = new Budget(account.bot(), NO_LIMIT, budgets, zone, clock);
        OaChannel channel =
                new OaChannel(account, new OaHttp(options.times(), shared), options, memory, clock, counted::spend);
        String name = phrases.say("vital.poll", account.bot().key());
        return BotParts.of(
                        channel.messenger(),
                        answers -> new OaReceiver(name, channel, context, answers, () -> counted.answered(1), clock))
                .within(counted);
    }

    /**
     * Asks Zalo, with the tokens that are stored, whether an account is the one with this number.
     *
     * @return true also when the tokens can be used no more; false when it cannot be told
     */
    public boolean mayBe(OaAccount account, String number) {
        OaHttp http = new OaHttp(OaOptions.Times.STANDARD, shared);
        OaCalls calls = new OaCalls(http, new OaTokens(account, new OaRefresh(account, http, clock), tokens, clock));
        try {
            OaHttp.Ending ending = calls.call(new OaRequests(account.apiUrl()).account());
            return OaErrors.succeeded(ending)
                    ? OaIdentity.of(ending)
                            .filter(told -> told.id().equals(number))
                            .isPresent()
                    : OaErrors.consentEnded(ending);
        } catch (OaException e) {
            return e.meaning() instanceof SendResult.ChannelDown;
        }
    }
}
