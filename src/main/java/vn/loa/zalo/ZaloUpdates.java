package vn.loa.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.UpdateConsumer;
import vn.loa.bot.UpdateProcessor;
import vn.loa.store.delivery.InboxStore;

/**
 * Receives a bot's updates, by polling or by webhook, and hands each to a {@link ZaloListener} once as far as the
 * {@link InboxStore} remembers: Zalo hands an update out once, or again and again (facts of Zalo, 1.5), so each is
 * written down before anything is done with it. Whatever Zalo answers, the poller goes on: 408 is its way of saying that nothing came.
 */
public final class ZaloUpdates implements UpdateConsumer, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ZaloUpdates.class);
    private static final int WEBHOOK_SET = 400;
    private static final int NOTHING_CAME = 408;
    private static final int NOTHING_SET = 404;
    private static final int TOKEN_REFUSED = 401;
    private static final int MANY_REQUESTS = 429;
    private static final Duration AFTER_HOT_POLLING = Duration.ofSeconds(30);
    private static final int GOODBYES = 50;

    private final ZaloChannel channel;
    private final ZaloAccount account;
    private final ZaloOptions.Times times;
    private final ZaloCalls calls;
    private final ZaloListener listener;
    private final ZaloInbox inbox;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final UpdateProcessor received;
    private final ExecutorService poller;
    private volatile List<String> names = List.of();
    private volatile @Nullable Instant lastPoll;
    private volatile Optional<String> problem = Optional.empty();
    private int failures;

    ZaloUpdates(ZaloChannel channel, ZaloListener listener, InboxStore received) {
        this.channel = channel;
        this.account = channel.account();
        this.times = channel.options().times();
        this.calls = channel.calls();
        this.clock = channel.clock();
        this.listener = listener;
        this.inbox = new ZaloInbox(account.bot());
        this.received = new UpdateProcessor(account.bot(), received, this, clock);
        this.poller = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "zalo-updates " + account.bot().name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to poll and returns at once; Zalo may be out of reach. What an earlier program left is handled first. */
    public void startPolling() {
        poller.execute(this::poll);
    }

    /**
     * Begins to take what the webhook brings and returns at once; Zalo may be out of reach. Zalo is asked for the bot's
     * names, without which nothing is handled, and to bring updates to an address, until it does.
     */
    public void startListening(URI address, String secret) {
        poller.execute(() -> listen(address, secret));
    }

    /** When the last poll was answered well or the last webhook came; empty before the first. */
    public Optional<Instant> lastPoll() {
        return Optional.ofNullable(lastPoll);
    }

    /** Returns what keeps updates from coming, in English; empty when nothing does. */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * Takes an update that came in by webhook: writes it down and returns; it is handled on another thread.
     *
     * @throws RuntimeException when it cannot be written down
     */
    void take(JsonNode update) {
        lastPoll = clock.instant();
        accept(update);
    }

    @Override
    public void close() {
        closing.countDown();
        poller.shutdown();
        try {
            boolean ended = false;
            for (int i = 0; i < GOODBYES && !ended; i++) {
                calls.stopPolling();
                ended = poller.awaitTermination(100, TimeUnit.MILLISECONDS);
            }
            if (!ended) {
                log.warn("{}: the poll does not end", account.bot());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        received.close();
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    // ---- polling

    private void poll() {
        while (!closed()) {
            try {
                if (introduced()) {
                    received.start();
                    awaitRoom();
                    pollOnce();
                }
            } catch (RuntimeException e) {
                log.error("{}: the poller stumbled", account.bot(), e);
                failed("a mistake of ours");
            }
        }
    }

    // ---- listening

    /** Zalo keeps an address even when its own look at it fails, which may be our proxy's fault and pass. */
    private void listen(URI address, String secret) {
        boolean registered = false;
        while (!closed()) {
            try {
                if (introduced()) {
                    received.start();
                    registered = stands(registered, address) || register(address, secret);
                }
                if (registered) {
                    rest(times.webhookLook());
                }
            } catch (RuntimeException e) {
                log.error("{}: the webhook could not be made ready", account.bot(), e);
                failed("a mistake of ours");
            }
        }
    }

    /** Looks whether a registration of before still stands; one that does not is made anew. */
    private boolean stands(boolean registered, URI address) {
        if (!registered) {
            return false;
        }
        ZaloAnswer answer = calls.call("getWebhookInfo", ZaloCalls.parameters());
        boolean told = answer instanceof ZaloAnswer.Ok
                || answer instanceof ZaloAnswer.Refused refused && refused.code() == NOTHING_SET;
        String now =
                answer instanceof ZaloAnswer.Ok ok ? ok.result().path("url").asText() : "";
        if (!told || now.equals(address.toString())) {
            return true;
        }
        log.warn(
                "{}: Zalo brings updates to {} instead of {}; the webhook is set again",
                account.bot(),
                now.isEmpty() ? "nowhere" : now,
                address);
        return false;
    }

    private boolean register(URI address, String secret) {
        ZaloChannel.Registration done = channel.register(address, secret);
        if (done.saved() && done.verified()) {
            log.info("{}: Zalo brings updates to {}", account.bot(), address);
            recovered();
            return true;
        }
        failed("Zalo does not reach " + address + ": " + done.outcome());
        return false;
    }

    // ---- both

    /** The bot's names are needed before the first update, for groups mention it by them. */
    private boolean introduced() {
        if (!names.isEmpty() || closed()) {
            return !closed();
        }
        ZaloAnswer answer = calls.call("getMe", ZaloCalls.parameters());
        if (answer instanceof ZaloAnswer.Ok ok) {
            ZaloProfile profile = ZaloProfile.read(ok.result());
            channel.introduced(profile);
            names = profile.names().isEmpty() ? List.of(account.bot().name()) : profile.names();
            log.info("{}: Zalo knows this bot as {}", account.bot(), String.join(" / ", names));
            return true;
        }
        refused(answer);
        return false;
    }

    /** What is polled is handed out once, so no more is asked for than can be kept. */
    private void awaitRoom() {
        while (received.full() && !closed()) {
            rest(times.floor());
        }
    }

    private void pollOnce() {
        Instant asked = clock.instant();
        // The documentation types it as a string; live bots take numbers too.
        ZaloAnswer answer = calls.poll(
                ZaloCalls.parameters().put("timeout", Long.toString(times.poll().toSeconds())));
        if (closed()) {
            if (answer instanceof ZaloAnswer.Ok ok) {
                updates(ok.result()).forEach(this::keep);
            }
            return;
        }
        boolean fresh = false;
        if (answer instanceof ZaloAnswer.Ok ok) {
            succeeded();
            for (JsonNode update : updates(ok.result())) {
                fresh |= keep(update);
            }
        } else if (answer instanceof ZaloAnswer.Refused refused && refused.code() == NOTHING_CAME) {
            succeeded();
        } else {
            refused(answer);
        }
        if (!fresh && Duration.between(asked, clock.instant()).compareTo(times.floor()) < 0) {
            rest(times.floor());
        }
    }

    /** One update, or several, or none, whatever the server makes of it. */
    private static List<JsonNode> updates(JsonNode result) {
        List<JsonNode> updates = new ArrayList<>();
        if (result.isArray()) {
            result.forEach(updates::add);
        } else if (result.isObject() && !result.isEmpty()) {
            updates.add(result);
        }
        return updates;
    }

    private void succeeded() {
        lastPoll = clock.instant();
        recovered();
    }

    private void recovered() {
        failures = 0;
        if (problem.isPresent()) {
            log.info("{}: updates from Zalo can come again", account.bot());
            problem = Optional.empty();
        }
    }

    private void refused(ZaloAnswer answer) {
        if (answer instanceof ZaloAnswer.Refused refused
                && refused.code() == WEBHOOK_SET
                && refused.description().contains("webhook")) {
            webhookMet();
        } else if (answer instanceof ZaloAnswer.Refused refused && refused.code() == TOKEN_REFUSED) {
            failed("token refused");
        } else if (answer instanceof ZaloAnswer.Foreign foreign && foreign.status() == MANY_REQUESTS) {
            failed("polled too often");
            rest(foreign.retryAfter().isZero() ? AFTER_HOT_POLLING : foreign.retryAfter());
        } else {
            failed(ZaloAnswer.shown(answer));
        }
    }

    /** Only a webhook that Loa itself set before it polled is taken away; another may be somebody's who uses the bot. */
    private void webhookMet() {
        String address = address();
        if (address.endsWith(ZaloAccount.webhookPath(account.bot().name()))) {
            log.warn("{}: Loa's own webhook of before keeps polling from working; it is taken away", account.bot());
            takeWebhook();
            return;
        }
        failed("a webhook of somebody takes the updates of this bot" + (address.isEmpty() ? "" : ": " + address));
    }

    /** Returns where Zalo brings the updates now; an empty text when nowhere, or it does not tell. */
    private String address() {
        return calls.call("getWebhookInfo", ZaloCalls.parameters()) instanceof ZaloAnswer.Ok ok
                ? ok.result().path("url").asText()
                : "";
    }

    /** Has Zalo bring updates nowhere, so that they can be polled; returns whether it does so. */
    boolean takeWebhook() {
        return calls.call("deleteWebhook", ZaloCalls.parameters()) instanceof ZaloAnswer.Ok;
    }

    /** Said once, not with each try. */
    private void failed(String why) {
        if (closed()) {
            return;
        }
        if (!problem.equals(Optional.of(why))) {
            log.warn("{}: no updates from Zalo: {}", account.bot(), why);
        }
        problem = Optional.of(why);
        Duration pause = times.firstPause().multipliedBy(1L << Math.min(failures, 12));
        failures++;
        rest(pause.compareTo(times.longestPause()) > 0 ? times.longestPause() : pause);
    }

    private void rest(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("{}: woken up to close", account.bot());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- what came in

    /** Zalo hands an update out once, so one that cannot be written down is held until it can; returns whether it is new. */
    private boolean keep(JsonNode update) {
        boolean held = false;
        while (true) {
            try {
                boolean fresh = accept(update);
                if (held) {
                    recovered();
                }
                return fresh;
            } catch (RuntimeException e) {
                if (closed()) {
                    log.error("{}: an update could not be written down and is lost", account.bot(), e);
                    return false;
                }
                if (!held) {
                    log.error("{}: an update cannot be written down and is held until it can", account.bot(), e);
                }
                held = true;
                failed("updates cannot be written down");
            }
        }
    }

    /** Writes an update down and has it handled, once the bot's names are known; returns whether it is new. */
    private boolean accept(JsonNode update) {
        String key = ZaloInbox.key(update);
        if (key.isBlank()) {
            log.debug("{}: an update without a message is left alone", account.bot());
            return false;
        }
        return received.accept(key, update.toString());
    }

    @Override
    public boolean mayHandle() {
        return listener.mayHear();
    }

    @Override
    public String lane(String body) {
        return ZaloInbox.update(body).path("message").path("chat").path("id").asText();
    }

    @Override
    public void handle(String key, String body) {
        inbox.read(ZaloInbox.update(body), names).ifPresent(listener::said);
    }
}
