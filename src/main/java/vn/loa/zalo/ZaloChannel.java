package vn.loa.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import vn.loa.delivery.channel.Messenger;
import vn.loa.store.delivery.InboxStore;

/** One Zalo bot, put together. Nothing is asked of Zalo until something is sent or the updates are started. */
public final class ZaloChannel implements AutoCloseable {
    private final ZaloAccount account;
    private final ZaloOptions options;
    private final InstantSource clock;
    private final ZaloCalls calls;
    private final ZaloMessenger messenger;
    private volatile @Nullable ZaloProfile profile;

    /** A channel of one bot, whose plan is told what is spent. */
    public ZaloChannel(ZaloAccount account, ZaloOptions options, InstantSource clock, ZaloPlan plan) {
        this(account, options, clock, plan, ZaloCalls.shared());
    }

    /** As {@link #ZaloChannel(ZaloAccount, ZaloOptions, InstantSource, ZaloPlan)}, with another count of nanoseconds. */
    ZaloChannel(ZaloAccount account, ZaloOptions options, InstantSource clock, ZaloPlan plan, LongSupplier nanos) {
        this(account, options, clock, plan, ZaloCalls.shared(), nanos);
    }

    /**
     * A channel of one of several bots.
     *
     * @param shared whose connections and trust they use
     */
    ZaloChannel(ZaloAccount account, ZaloOptions options, InstantSource clock, ZaloPlan plan, OkHttpClient shared) {
        this(account, options, clock, plan, shared, System::nanoTime);
    }

    private ZaloChannel(
            ZaloAccount account,
            ZaloOptions options,
            InstantSource clock,
            ZaloPlan plan,
            OkHttpClient shared,
            LongSupplier nanos) {
        this.account = account;
        this.options = options;
        this.clock = clock;
        this.calls = new ZaloCalls(account, options.times(), shared);
        this.messenger =
                new ZaloMessenger(account, options, calls, new ZaloErrors(clock, options.zone(), plan, nanos), plan);
    }

    /** Sends, without pacing; may be used by many threads at once. */
    public Messenger messenger() {
        return messenger;
    }

    /** The bot's updates, not started yet. */
    public ZaloUpdates updates(ZaloListener listener, InboxStore received) {
        return new ZaloUpdates(this, listener, received);
    }

    /** The door through which Zalo brings the updates by itself. */
    public ZaloWebhook webhook(String secret, ZaloUpdates updates) {
        return new ZaloWebhook(account.bot(), secret, updates);
    }

    /**
     * Reports the result of a registration.
     *
     * @param saved whether Zalo keeps the address
     * @param verified whether Zalo's own look at it succeeded; also true where Zalo told nothing of one
     * @param outcome what Zalo said, for the log
     */
    public record Registration(boolean saved, boolean verified, String outcome) {
        public Registration {
            Objects.requireNonNull(outcome);
        }
    }

    /** Asks Zalo to bring updates to this address; Zalo keeps it even when its own look at it fails. */
    public Registration register(URI address, String secret) {
        ZaloAnswer answer = calls.call(
                "setWebhook",
                ZaloCalls.parameters().put("url", address.toString()).put("secret_token", secret));
        if (!(answer instanceof ZaloAnswer.Ok ok)) {
            return new Registration(false, false, ZaloAnswer.shown(answer));
        }
        JsonNode verification = ok.result().path("verification");
        boolean verified = !verification.isObject() || verification.path("ok").asBoolean();
        String hint = verification.path("hint").asText();
        return new Registration(
                true, verified, verification.path("outcome").asText("saved") + (hint.isEmpty() ? "" : ": " + hint));
    }

    /** Returns what Zalo says that the bot is; empty before it was asked. */
    Optional<ZaloProfile> profile() {
        return Optional.ofNullable(profile);
    }

    /** Zalo says that the bot is this. */
    void introduced(ZaloProfile told) {
        profile = told;
        messenger.called(told.displayName());
    }

    @Override
    public void close() {
        calls.close();
    }

    ZaloAccount account() {
        return account;
    }

    ZaloOptions options() {
        return options;
    }

    ZaloCalls calls() {
        return calls;
    }

    InstantSource clock() {
        return clock;
    }
}
