package vn.loa.zalo.oa;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.Messenger;
import vn.loa.model.ChatAddress;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.zalo.oa.window.InteractionWindow;
import vn.loa.zalo.oa.window.WindowAnswer;

/** One Official Account, put together. Nothing is asked of Zalo until something is sent or listed. */
public final class OaChannel implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OaChannel.class);

    private final OaAccount account;
    private final OaOptions options;
    private final OaHttp http;
    private final OaTokens tokens;
    private final OaCalls calls;
    private final OaMessenger messenger;
    private final OaGroups groups;
    private final InteractionWindow window;
    private final InstantSource clock;

    /**
     * Holds what a channel remembers.
     *
     * @param windows when persons turned to the account
     */
    public record Memory(OaTokenStore tokens, InteractionWindow.Context windows) {}

    /** A channel of one account, whose messages nobody counts. */
    public OaChannel(OaAccount account, OaOptions options, Memory memory, InstantSource clock) {
        this(account, options, memory, clock, () -> {});
    }

    /**
     * A channel of one account.
     *
     * @param sent is run for each message that Zalo took or may have taken
     */
    public OaChannel(OaAccount account, OaOptions options, Memory memory, InstantSource clock, Runnable sent) {
        this(account, new OaHttp(options.times()), options, memory, clock, sent);
    }

    OaChannel(OaAccount account, OaHttp http, OaOptions options, Memory memory, InstantSource clock, Runnable sent) {
        this.account = account;
        this.options = options;
        this.clock = clock;
        this.http = http;
        this.tokens = new OaTokens(account, new OaRefresh(account, http, clock), memory.tokens(), clock);
        this.calls = new OaCalls(http, tokens);
        this.window = new InteractionWindow(memory.windows(), this::quota, clock);
        this.messenger = new OaMessenger(account, options, calls, window, sent);
        this.groups = new OaGroups(account, calls);
    }

    /** Sends, without pacing; may be used by many threads at once. */
    public Messenger messenger() {
        return messenger;
    }

    /** Tells until when persons may be written to. */
    InteractionWindow window() {
        return window;
    }

    private Optional<WindowAnswer> quota(ChatAddress person) {
        try {
            OaHttp.Ending ending = calls.call(new OaRequests(account.apiUrl()).messageQuota(OaChats.id(person)));
            if (ending instanceof OaHttp.Ending.Answered answered && OaErrors.succeeded(ending)) {
                return window.read(answered.body().path("data"));
            }
            log.info("{}: Zalo does not tell until when it may be written to: {}", person, OaErrors.told(ending));
        } catch (OaException e) {
            log.info("{}: Zalo does not tell until when it may be written to: {}", person, e.getMessage());
        }
        return Optional.empty();
    }

    /** Takes a new refresh token of the configuration, with which what was known of the account's number ends. */
    void begin() {
        tokens.begin();
    }

    /** Returns who the account is; empty when Zalo does not tell. */
    Optional<OaIdentity> identity() {
        try {
            return OaIdentity.of(calls.call(new OaRequests(account.apiUrl()).account()));
        } catch (OaException e) {
            return Optional.empty();
        }
    }

    OaAccount account() {
        return account;
    }

    /** Returns how people call the account, as the configuration has it; empty for none. */
    String calledName() {
        return options.calledName();
    }

    /**
     * Makes what knows how people are called, which is to be closed.
     *
     * @param patience how long whoever asks waits for Zalo
     */
    OaNames names(RoleStore people, Supplier<Duration> patience) {
        return new OaNames(account, calls, people, patience, clock);
    }

    public OaGroups groups() {
        return groups;
    }

    /** Makes the webhook that receives what is said to the account; it has a thread of its own and is to be closed. */
    public OaWebhook webhook(OaListener listener, InboxStore received) {
        return new OaWebhook(account, options.calledName(), listener, received, clock);
    }

    /** Returns what a person has to do before Zalo gives tokens again; empty when nothing. */
    public Optional<String> problem() {
        return tokens.problem();
    }

    /** Closes idle connections; what is being sent is not disturbed. */
    @Override
    public void close() {
        http.close();
    }
}
