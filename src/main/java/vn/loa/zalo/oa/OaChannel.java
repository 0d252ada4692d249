package vn.loa.zalo.oa;

import java.time.InstantSource;
import java.util.Optional;
import vn.loa.delivery.channel.Messenger;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.store.delivery.InboxStore;

/** One Official Account, put together. Nothing is asked of Zalo until something is sent or listed. */
public final class OaChannel implements AutoCloseable {
    private final OaAccount account;
    private final OaOptions options;
    private final OaHttp http;
    private final OaTokens tokens;
    private final OaCalls calls;
    private final OaMessenger messenger;
    private final OaGroups groups;
    private final OaNames names;
    private final InstantSource clock;

    /** A channel of one account, whose messages nobody counts. */
    public OaChannel(OaAccount account, OaOptions options, OaTokenStore store, InstantSource clock) {
        this(account, options, store, clock, () -> {});
    }

    /**
     * A channel of one account.
     *
     * @param sent is run for each message that Zalo took or may have taken
     */
    public OaChannel(OaAccount account, OaOptions options, OaTokenStore store, InstantSource clock, Runnable sent) {
        this(account, new OaHttp(options.times()), options, store, clock, sent);
    }

    OaChannel(
            OaAccount account, OaHttp http, OaOptions options, OaTokenStore store, InstantSource clock, Runnable sent) {
        this.account = account;
        this.options = options;
        this.clock = clock;
        this.http = http;
        this.tokens = new OaTokens(account, new OaRefresh(account, http, clock), store, clock);
        this.calls = new OaCalls(http, tokens);
        this.messenger = new OaMessenger(account, options, calls, sent);
        this.groups = new OaGroups(account, calls);
        this.names = new OaNames(account, calls, clock);
    }

    /** Sends, without pacing; may be used by many threads at once. */
    public Messenger messenger() {
        return messenger;
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

    OaNames names() {
        return names;
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
