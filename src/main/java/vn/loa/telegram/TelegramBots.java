package vn.loa.telegram;

import java.time.InstantSource;
import vn.loa.bot.BotParts;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandRouter;
import vn.loa.phrases.Phrases;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;

/** Makes the parts of Telegram bots. */
public final class TelegramBots {
    private final Context context;
    private final Phrases phrases;
    private final InstantSource clock;

    /**
     * Holds where what bots hear goes, and what has to be remembered of it.
     *
     * @param received where updates are written down
     */
    public record Context(
            CommandRouter router,
            ChatAdmission admission,
            ReceiptStore receipts,
            SettingStore settings,
            InboxStore received,
            MemberCountStore memberCounts) {}

    public TelegramBots(Context context, Phrases phrases, InstantSource clock) {
        this.context = context;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Returns a bot of this account. */
    public BotParts bot(TelegramAccount account, TelegramOptions options) {
        TelegramChannel channel = new TelegramChannel(account, options, clock);
        String name = phrases.say("vital.poll", account.bot().key());
        return BotParts.of(
                channel.messenger(),
                answers -> new TelegramReceiver(
                        name,
                        channel,
                        new TelegramReceiver.Context(
                                context.router(),
                                context.admission(),
                                context.receipts(),
                                answers,
                                context.settings(),
                                context.memberCounts()),
                        context.received(),
                        clock));
    }
}
