package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import vn.loa.bot.UpdateProcessor;
import vn.loa.model.MonotonicDeadline;
import vn.loa.store.delivery.InboxStore;
import vn.loa.telegram.PollRequest.Unread;
import vn.loa.telegram.api.PollHealth;
import vn.loa.telegram.api.PollWatch;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramHttp;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.incoming.BotSelf;

/**
 * Receives a bot's updates by TelegramBots' long poll and gives each batch to an {@link UpdateProcessor}, which writes it
 * down before the next poll confirms it and handles it beside the poll.
 *
 * <p>TelegramBots' poller ends for good, and silently, with the first exception it does not expect; it drops updates
 * whose identifiers begin anew at a lower number, as Telegram's do after a quiet week; it cannot start while Telegram
 * is out of reach. Here nothing unexpected reaches it, the identifiers' new beginning is noticed, and a watch starts it
 * as often as it takes.
 */
public final class TelegramUpdates implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TelegramUpdates.class);
    private static final Duration WATCH = Duration.ofSeconds(1);
    /** Between polls of a server that answers at once though it has nothing to tell. */
    private static final Duration LONGEST_BREATH = Duration.ofMillis(300);

    private static final Duration GOODBYE = Duration.ofMillis(100);
    private static final int GOODBYES = 50;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final TelegramChannel channel;
    private final UpdateProcessor processor;
    private final PollHealth health;
    private final OkHttpClient http;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "telegram-updates-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable BotSession session;
    private MonotonicDeadline asked = MonotonicDeadline.in(Duration.ZERO);
    private boolean fruitful;

    TelegramUpdates(TelegramChannel channel, UpdateProcessor processor) {
        TelegramOptions.Times times = channel.options().times();
        this.channel = channel;
        this.processor = processor;
        this.health = new PollHealth(channel.account().bot(), times, channel.clock());
        PollWatch watch = new PollWatch(health, channel.errors(), this::closed);
        this.http = TelegramHttp.forPolling(channel.shared(), channel.account(), times, watch);
    }

    /** Begins to poll and returns at once; Telegram may be out of reach. */
    public void start() {
        threads.execute(this::watch);
    }

    /** When the last poll was answered well; empty before the first. The poller is in health while this is recent. */
    public Optional<Instant> lastPoll() {
        return health.lastPoll();
    }

    /** Returns what keeps updates from coming, in English, for a status page or the log. */
    public Optional<String> problem() {
        return health.problem().or(processor::problem);
    }

    /** Stops polling and waits, each at most 5 s, for the poll and for the updates in hand. */
    @Override
    public void close() {
        closing.countDown();
        BotSession last = session;
        if (last != null) {
            last.stop();
        }
        threads.shutdown();
        try {
            boolean ended = false;
            for (int i = 0; i < GOODBYES && !ended; i++) {
                // Again and again, for a poll may just have been about to begin.
                http.dispatcher().cancelAll();
                ended = threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        processor.close();
        http.connectionPool().evictAll();
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    // ---- the watch

    private void watch() {
        while (!closed()) {
            startWhereDead();
            rest(WATCH);
        }
    }

    private void startWhereDead() {
        try {
            if (!polling()) {
                begin();
            }
        } catch (TelegramApiException e) {
            noteRefusal(e);
            rest(health.pause());
        } catch (Throwable e) {
            if (!closed()) {
                log.error(
                        "{}: the watch over the poller stumbled",
                        channel.account().bot(),
                        e);
            }
        }
    }

    private void noteRefusal(TelegramApiException e) {
        int code = e instanceof TelegramApiRequestException refusal && refusal.getErrorCode() != null
                ? refusal.getErrorCode()
                : 0;
        health.refused(code, channel.errors().told(e));
    }

    private boolean polling() {
        BotSession current = session;
        if (current == null) {
            return false;
        }
        Future<?> poller = current.getRunningPolling();
        boolean alive = poller != null && !poller.isDone();
        if (!alive) {
            log.error(
                    "{}: the poller died; another one is started",
                    channel.account().bot());
        }
        return alive;
    }

    /** The session is known before it polls, for reading an answer needs it. */
    private void begin() throws TelegramApiException {
        BotSelf self = channel.askSelf();
        processor.start();
        TelegramBotsLongPollingApplication application =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> threads, LastResort::new);
        application.stop();
        session = application.registerBot(
                channel.account().token(),
                () -> TelegramHttp.server(channel.account().apiUrl()),
                this::request,
                this::take);
        try {
            application.start();
        } catch (TelegramApiException e) {
            session = null;
            throw e;
        }
        log.info("{}: polling as @{}", channel.account().bot(), self.username());
    }

    // ---- one poll

    private GetUpdates request(Integer last) {
        rest(health.pause());
        while (processor.full() && !closed()) {
            rest(WATCH);
        }
        if (!fruitful && !asked.passed()) {
            rest(breath());
        }
        asked = MonotonicDeadline.in(breath());
        fruitful = false;
        Duration patience =
                health.doubtful() ? Duration.ZERO : channel.options().times().poll();
        return new PollRequest(last + 1, patience, this::read);
    }

    private Duration breath() {
        Duration pause = channel.options().times().firstPause();
        return pause.compareTo(LONGEST_BREATH) < 0 ? pause : LONGEST_BREATH;
    }

    private void rest(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("{}: woken up to close", channel.account().bot());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Unread> read(String answer) {
        List<Unread> updates = new ArrayList<>();
        try {
            JsonNode result = TelegramCalls.read(answer).path("result");
            for (JsonNode update : result) {
                if (Unread.numbered(update)) {
                    updates.add(new Unread(update));
                }
            }
            if (result.isArray() && updates.isEmpty()) {
                health.succeeded();
            }
        } catch (TelegramApiRequestException e) {
            noteRefusal(e);
        }
        noticeNewNumbers(updates);
        return updates;
    }

    /** A server gives lower numbers than it was asked for only when it numbers anew. */
    private void noticeNewNumbers(List<Unread> updates) {
        AtomicInteger last = begun().getLastReceivedUpdate();
        IntSummaryStatistics numbers =
                updates.stream().mapToInt(Unread::getUpdateId).summaryStatistics();
        if (!updates.isEmpty() && numbers.getMax() <= last.get()) {
            log.info(
                    "{}: Telegram numbers updates anew from {}",
                    channel.account().bot(),
                    numbers.getMin());
            last.set(numbers.getMin() - 1);
        }
    }

    private BotSession begun() {
        return Objects.requireNonNull(session, "polling has not begun");
    }

    private void take(List<Update> updates) {
        if (closed()) {
            // They are not confirmed and come again.
            return;
        }
        try {
            List<InboxStore.Waiting> batch = updates.stream()
                    .map(update -> UpdateHandler.received(((Unread) update).json()))
                    .toList();
            fruitful = processor.accept(batch) > 0;
            health.succeeded();
        } catch (RuntimeException e) {
            health.failed(PollHealth.Trouble.NO_LOG, e.toString());
            begun().getLastReceivedUpdate().set(updates.get(0).getUpdateId() - 1);
        }
    }

    /**
     * Sets the poller's own pause after a failure. Failures that can be foreseen never reach it, and {@link #request}
     * waits for them, where {@link #close()} can end it.
     */
    private final class LastResort implements BackOff {
        @Override
        public void reset() {}

        @Override
        public long nextBackOffMillis() {
            return closed() ? 0 : WATCH.toMillis();
        }
    }
}
