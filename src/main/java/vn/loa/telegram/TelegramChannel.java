package vn.loa.telegram;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.bot.UpdateProcessor;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.delivery.channel.Messenger;
import vn.loa.model.Chat;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;
import vn.loa.telegram.api.TelegramHttp;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.incoming.BotSelf;
import vn.loa.telegram.incoming.ChatAdmins;
import vn.loa.telegram.incoming.FormerChats;
import vn.loa.telegram.incoming.TelegramInbox;

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
    private final OkHttpClient shared;
    private final OkHttpClient http;
    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final TelegramMessenger messenger;
    private final TelegramCalls questions;
    private final PressAcknowledger presses;
    private volatile @Nullable BotSelf self;

    public TelegramChannel(TelegramAccount account, TelegramOptions options, InstantSource clock) {
        this(account, options, clock, new OkHttpClient());
    }

    /**
     * A channel of one of several bots.
     *
     * @param shared whose trust they use
     */
    TelegramChannel(TelegramAccount account, TelegramOptions options, InstantSource clock, OkHttpClient shared) {
        this.shared = shared;
        this.account = account;
        this.options = options;
        this.clock = clock;
        this.http = TelegramHttp.forCalls(shared, account, options.times());
        this.calls = new TelegramCalls(http, account);
        this.errors = new TelegramErrors(account.token());
        this.questions = new TelegramCalls(TelegramHttp.forQuestions(http), account);
        this.presses = new PressAcknowledger(questions, errors);
        this.messenger = new TelegramMessenger(account, options, calls);
    }

    /** Sends and edits, without pacing; may be used by many threads at once. */
    public Messenger messenger() {
        return messenger;
    }

    /**
     * The bot's updates, not started yet.
     *
     * @param listener called on several threads
     * @param received where updates are written down
     */
    public TelegramUpdates updates(TelegramListener listener, InboxStore received) {
        UpdateHandler handler = new UpdateHandler(this, presses, listener);
        return new TelegramUpdates(this, new UpdateProcessor(account.bot(), received, handler, clock));
    }

    OkHttpClient shared() {
        return shared;
    }

    /** Acknowledges presses; they need no pacing. */
    PressAcknowledger presses() {
        return presses;
    }

    Deletions deletions() {
        return new Deletions(questions, errors);
    }

    Reactions reactions() {
        return new Reactions(questions, errors);
    }

    MemberCounts memberCounts(Supplier<List<Chat>> groups, MemberCountStore counts) {
        return new MemberCounts(account.bot(), questions, groups, counts, clock);
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
        presses.close();
        http.connectionPool().evictAll();
    }

    BotSelf askSelf() throws TelegramApiException {
        self = BotSelf.ask(calls);
        return self;
    }

    TelegramInbox inbox(Predicate<IncomingCommand> takesAnswer, FormerChats former) {
        return new TelegramInbox(account.bot(), new ChatAdmins(questions, errors), takesAnswer, former);
    }

    /** Returns who the bot is, as Telegram told last. */
    BotSelf self() {
        return Objects.requireNonNull(self, "Telegram was not asked yet");
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
