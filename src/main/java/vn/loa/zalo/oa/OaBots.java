package vn.loa.zalo.oa;

import java.time.InstantSource;
import vn.loa.bot.BotParts;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.OaTokenStore;

/** Makes the parts of an Official Account. */
public final class OaBots {
    private final OaReceiver.Context context;
    private final OaTokenStore tokens;
    private final Phrases phrases;
    private final InstantSource clock;

    public OaBots(OaReceiver.Context context, OaTokenStore tokens, Phrases phrases, InstantSource clock) {
        this.context = context;
        this.tokens = tokens;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Returns the bot of this account. */
    public BotParts bot(OaAccount account, OaOptions options) {
        OaChannel channel = new OaChannel(account, options, tokens, clock);
        String name = phrases.say("vital.poll", account.bot().key());
        return BotParts.of(channel.messenger(), answers -> new OaReceiver(name, channel, context, answers, clock));
    }
}
