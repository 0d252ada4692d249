package vn.loa.telegram;

import java.io.IOException;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.bot.BotParts;
import vn.loa.command.ChatAdmission;
import vn.loa.command.routing.CommandRouter;
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
    private final OkHttpClient shared = new OkHttpClient();

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

    /**
     * Asks Telegram whose an account's token is; takes as long as a call may.
     *
     * @return the bot's name without {@code @}
     * @throws IOException when Telegram refuses the token or does not answer; its message is without the token
     */
    public String name(TelegramAccount account, TelegramOptions options) throws IOException {
        try (TelegramChannel channel = new TelegramChannel(account, options, clock)) {
            try {
                return channel.askSelf().username();
            } catch (TelegramApiException e) {
                throw new IOException(channel.errors().told(e));
            }
        }
    }

    /** Returns a bot of this account. */
    public BotParts bot(TelegramAccount account, TelegramOptions options) {
        TelegramChannel channel = new TelegramChannel(account, options, clock, shared);
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
