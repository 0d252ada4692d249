package vn.loa.telegram;

import java.time.InstantSource;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.bot.ProcessedUpdates;
import vn.loa.delivery.channel.Messenger;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;
import vn.loa.telegram.api.TelegramHttp;
import vn.loa.telegram.api.TelegramOptions;

/**
 * One Telegram bot, put together. Nothing is asked of Telegram until something is sent or {@link TelegramUpdates#start}
 * is called.
 *
 * <p>Time-outs are in {@link TelegramOptions.Times}. The servers' addresses may hold a path ({@code telegram.api-url:
 * http://127.0.0.1:8081/telegram}), and a proxy may be an HTTP one with a password or a SOCKS one without.
 */
public final class TelegramChannel implements AutoCloseable {
    private final TelegramAccount account;
    private final TelegramOptions options;
    private final InstantSource clock;
    private final OkHttpClient http;
    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final TelegramMessenger messenger;
    private volatile BotSelf self;

    public TelegramChannel(TelegramAccount account, TelegramOptions options, InstantSource clock) {
        this.account = account;
        this.options = options;
        this.clock = clock;
        this.http = TelegramHttp.forCalls(account, options.times());
        this.calls = new TelegramCalls(http, account);
        this.errors = new TelegramErrors(account.token());
        this.messenger = new TelegramMessenger(account, options, calls, clock);
    }

    /** Sends and edits, without pacing; may be used by many threads at once. */
    public Messenger messenger() {
        return messenger;
    }

    /**
     * The bot's updates, not started yet.
     *
     * @param listener called on the polling thread
     * @param processed what was handled before
     */
    public TelegramUpdates updates(TelegramListener listener, ProcessedUpdates processed) {
        return new TelegramUpdates(this, new UpdateHandler(this, listener, processed));
    }

    /** Acknowledges presses; they need no pacing. */
    PressAcknowledger presses() {
        return new PressAcknowledger(calls, errors);
    }

    public TelegramMenu menu() {
        return new TelegramMenu(calls, errors);
    }

    /**
     * The content of a file that somebody sent to the bot (Bot API, getFile); waits as long as for any call.
     *
     * @param most in bytes
     * @return empty when Telegram does not give it, or it is longer
     */
    public Optional<byte[]> fetch(String fileId, int most) {
        return new TelegramFiles(http, calls, account).fetch(fileId, most);
    }

    /** The bot's name without {@code @}, for links; empty until Telegram was asked once. */
    public Optional<String> username() {
        return Optional.ofNullable(self).map(BotSelf::username);
    }

    /** Closes idle connections; what is being sent is not disturbed. */
    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    BotSelf askSelf() throws TelegramApiException {
        self = BotSelf.ask(calls);
        return self;
    }

    TelegramInbox inbox() {
        return new TelegramInbox(account.bot(), new ChatAdmins(calls, errors, clock));
    }

    TelegramAccount account() {
        return account;
    }

    TelegramOptions options() {
        return options;
    }

    TelegramErrors errors() {
        return errors;
    }

    InstantSource clock() {
        return clock;
    }
}
