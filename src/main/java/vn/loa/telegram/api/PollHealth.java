package vn.loa.telegram.api;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;

/**
 * Tracks the health of receiving. Each kind of trouble is told once, loudly, and its end too; what repeats goes to the
 * debug log.
 */
public final class PollHealth {
    /** Why nothing is received. */
    public enum Trouble {
        TOKEN("Telegram refuses the token; nothing is received or sent until it is repaired"),
        OTHER_POLLER("another program polls with the same token; only one may"),
        WEBHOOK("a webhook is set for this bot, by another program; no updates come until it is removed"),
        NO_ANSWER("Telegram cannot be polled"),
        NO_LOG("updates cannot be noted, so they are not taken");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(PollHealth.class);

    private final Bot bot;
    private final TelegramOptions.Times times;
    private final InstantSource clock;

    @GuardedBy("this")
    private Optional<Instant> lastPoll = Optional.empty();

    @GuardedBy("this")
    private Optional<Trouble> trouble = Optional.empty();

    @GuardedBy("this")
    private int failures;

    public PollHealth(Bot bot, TelegramOptions.Times times, InstantSource clock) {
        this.bot = bot;
        this.times = times;
        this.clock = clock;
    }

    public synchronized void succeeded() {
        lastPoll = Optional.of(clock.instant());
        if (trouble.isPresent()) {
            log.info("{}: receiving again after {} failures", bot, failures);
        }
        trouble = Optional.empty();
        failures = 0;
    }

    public synchronized void failed(Trouble kind, String details) {
        failures++;
        if (trouble.filter(kind::equals).isPresent()) {
            log.debug("{}: still {} ({})", bot, kind, details);
        } else {
            log.error("{}: {} ({}); trying again", bot, kind.words, details);
        }
        trouble = Optional.of(kind);
    }

    /** Tells the kind of a refused poll by its code, 0 for none, and its words. */
    public void refused(int code, String words) {
        if (code == 401 || code == 404) {
            failed(Trouble.TOKEN, words);
        } else if (code == 409) {
            failed(words.contains("webhook") ? Trouble.WEBHOOK : Trouble.OTHER_POLLER, words);
        } else {
            failed(Trouble.NO_ANSWER, words);
        }
    }

    public synchronized Optional<Instant> lastPoll() {
        return lastPoll;
    }

    public synchronized Optional<String> problem() {
        return trouble.map(kind -> kind.words);
    }

    /**
     * Returns whether the next poll should not wait for updates, so that the end of a trouble shows at once. A second
     * poller is told from its end only by a long poll that nobody breaks off.
     */
    public synchronized boolean doubtful() {
        return trouble.filter(kind -> kind != Trouble.OTHER_POLLER).isPresent();
    }

    /** Returns the pause before the next poll: zero after a success, longer with each failure in a row. */
    public synchronized Duration pause() {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration doubled = times.firstPause().multipliedBy(1L << Math.min(failures - 1, 16));
        return doubled.compareTo(times.longestPause()) > 0 ? times.longestPause() : doubled;
    }
}
