package vn.loa.delivery.connection;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.store.chat.BotStore;

/**
 * Knows whether a bot can send now. A hold that the platform asks for, an outage and a refused token are kept
 * in the database, so a restart does not forget them; what is remembered with a reason is over only when the platform
 * answers a ping.
 */
public final class ConnectionState {
    private static final Logger log = LoggerFactory.getLogger(ConnectionState.class);

    /** So many failures without a success between them, and it is hardly the chats' fault. */
    private static final int SUSPICIOUS = 3;
    /** Chats that are told to wait within this time of each other mean the bot (facts of the Bot API). */
    private static final Duration CROWD = Duration.ofSeconds(1);

    private static final int CROWD_SIZE = 3;

    /** When pings are answered but nothing gets through for so long, it is the messages' fault after all. */
    private static final Duration BENEFIT_OF_DOUBT = Duration.ofMinutes(10);

    private enum Mood {
        OPEN(Duration.ofSeconds(1), Duration.ofSeconds(15)),
        /** Too many failures; the platform has to be asked now. */
        SUSPECT(Duration.ZERO, Duration.ZERO),
        OUTAGE(Duration.ofSeconds(15), Duration.ofMinutes(2)),
        DOWN(Duration.ofSeconds(30), Duration.ofMinutes(5));

        private final Duration pause;
        private final Duration longestPause;

        Mood(Duration pause, Duration longestPause) {
            this.pause = pause;
            this.longestPause = longestPause;
        }

        /** A pause that doubles with each time. */
        private Duration pause(int times) {
            Duration grown = pause.multipliedBy(1L << Math.min(times, 10));
            return grown.compareTo(longestPause) > 0 ? longestPause : grown;
        }
    }

    private record Crowded(String chatId, Instant at) {}

    private final Messenger messenger;
    private final Bot bot;
    private final BotStore bots;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Deque<Crowded> crowd = new ArrayDeque<>();

    private volatile Mood mood;
    private volatile Instant until;
    private volatile Optional<String> reason;
    private volatile Optional<String> feature = Optional.empty();
    private volatile boolean accepted;

    @GuardedBy("this")
    private int failures;

    @GuardedBy("this")
    private int pauses;

    @GuardedBy("this")
    private Instant failingSince;

    /** The state as the last program left it. */
    ConnectionState(Messenger messenger, BotStore bots, InstantSource clock) {
        this.messenger = messenger;
        this.bot = messenger.bot();
        this.bots = bots;
        this.clock = clock;
        this.until = bots.holdUntil(bot);
        this.reason = bots.holdReason(bot);
        this.mood = reason.isEmpty() ? Mood.OPEN : Mood.OUTAGE;
        this.failingSince = Instant.EPOCH;
    }

    /** Returns whether messages may go now. */
    public boolean open() {
        return mood == Mood.OPEN && !held() && messenger.maySpeak();
    }

    /** Until when nothing may be said; in the past when there is no such time. */
    public Instant heldUntil() {
        return until;
    }

    /** Returns what is wrong, in English; empty while nothing is, or only the platform's pace is kept. */
    public Optional<String> reason() {
        return reason;
    }

    private boolean held() {
        return clock.instant().isBefore(until);
    }

    /** Returns whether messages may go now; first tries a connection that was out, which may take a request's time. */
    public boolean ready() {
        if (held() || !messenger.maySpeak()) {
            return false;
        }
        if (mood != Mood.OPEN) {
            ping();
        }
        return open();
    }

    /**
     * Asks the platform whether it still takes the bot's token; only a plain no has a consequence.
     *
     * @return whether it said yes
     */
    boolean check() {
        SendResult answer = answerToPing();
        if (answer instanceof SendResult.ChannelDown down) {
            down(down.reason());
        } else if (answer instanceof SendResult.Sent) {
            accepted = true;
            answers();
        }
        return answer instanceof SendResult.Sent;
    }

    /** Why the platform refuses the bot; empty while it does not. */
    Optional<String> refusal() {
        return mood == Mood.DOWN ? reason : Optional.empty();
    }

    /** Why the platform refuses a kind of the bot's chats; empty while it does not. */
    Optional<String> featureRefusal() {
        return feature;
    }

    /** Returns whether the platform has said since the start, and last, that it takes the bot. */
    boolean accepted() {
        return accepted;
    }

    /** Chats of a kind take nothing until somebody changes the plan. */
    void featureDown(String why) {
        if (feature.isEmpty()) {
            log.error("{}: the platform takes nothing to chats of a kind, everything is kept: {}", bot, why);
        }
        feature = Optional.of(why);
    }

    /** Chats of that kind take something again. */
    void featureWorked() {
        feature = Optional.empty();
    }

    /** Asks the platform whether it answers, and draws the conclusions. */
    public boolean ping() {
        SendResult answer = answerToPing();
        if (answer instanceof SendResult.Sent) {
            accepted = true;
            answers();
        } else if (answer instanceof SendResult.RetryAfter later) {
            hold(later.duration());
        } else if (answer instanceof SendResult.ChannelDown down) {
            down(down.reason());
        } else {
            out(answer);
        }
        return answer instanceof SendResult.Sent;
    }

    private SendResult answerToPing() {
        try {
            return messenger.ping();
        } catch (RuntimeException e) {
            log.error("{}: the ping failed by a mistake of ours", bot, e);
            return new SendResult.Unknown("ping failed: " + e.getClass().getSimpleName());
        }
    }

    /** A message got through. */
    public synchronized void worked() {
        accepted = true;
        failures = 0;
        if (mood != Mood.OPEN) {
            healed();
        }
        pauses = 0;
    }

    private synchronized void answers() {
        if (mood == Mood.SUSPECT) {
            mood = Mood.OPEN;
            until = later(until, clock.instant().plus(Mood.OPEN.pause(pauses++)));
        } else if (mood != Mood.OPEN) {
            healed();
            failures = 0;
            pauses = 0;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void healed() {
        if (mood == Mood.OUTAGE || mood == Mood.DOWN) {
            log.info("{}: the platform answers again", bot);
            hold(clock.instant(), Optional.empty());
        }
        mood = Mood.OPEN;
    }

    /**
     * A message did not get through, or nobody knows.
     *
     * @return whether that is hardly the message's fault
     */
    synchronized boolean failed(String why) {
        failures++;
        if (mood != Mood.OPEN) {
            return true;
        }
        if (failures < SUSPICIOUS) {
            return false;
        }
        if (failures == SUSPICIOUS) {
            failingSince = clock.instant();
        }
        boolean doubt = clock.instant().isBefore(failingSince.plus(BENEFIT_OF_DOUBT));
        if (doubt) {
            log.warn("{}: {} messages in a row did not get through: {}", bot, failures, why);
            mood = Mood.SUSPECT;
        }
        return doubt;
    }

    private synchronized void out(SendResult answer) {
        if (mood != Mood.OUTAGE) {
            log.warn("{}: no answer from the platform, everything is kept: {}", bot, answer);
        }
        enter(Mood.OUTAGE, "no answer from the platform");
    }

    /** Returns whether the platform knows this chat. */
    boolean confirms(ChatAddress chat) {
        try {
            return messenger.confirms(chat);
        } catch (RuntimeException e) {
            log.error("{}: the question for a chat failed by a mistake of ours", bot, e);
            return false;
        }
    }

    /** The platform takes nothing from this bot any more. */
    synchronized void down(String why) {
        accepted = false;
        if (mood != Mood.DOWN) {
            log.error("{}: the platform takes nothing from this bot, everything is kept: {}", bot, why);
        } else if (held()) {
            return;
        }
        enter(Mood.DOWN, why);
    }

    @GuardedBy("this")
    private void enter(Mood next, String why) {
        pauses = mood == next ? pauses + 1 : 0;
        mood = next;
        hold(clock.instant().plus(next.pause(pauses)), Optional.of(why));
    }

    /** Holds all messages of the bot for so long, since the platform asks for it. */
    synchronized void hold(Duration duration) {
        Instant end = clock.instant().plus(duration);
        if (end.isAfter(until)) {
            hold(end, reason);
        }
    }

    /**
     * A chat was told to wait.
     *
     * @return whether so many chats were told so at once that the bot is meant
     */
    synchronized boolean crowded(String chatId) {
        Instant now = clock.instant();
        crowd.removeIf(
                earlier -> earlier.chatId().equals(chatId) || earlier.at().isBefore(now.minus(CROWD)));
        crowd.addLast(new Crowded(chatId, now));
        return crowd.size() >= CROWD_SIZE;
    }

    /** No hold lasts longer than this: the clock was ahead when a longer one began. */
    public synchronized void holdAtMost(Duration longest) {
        Instant latest = clock.instant().plus(longest);
        if (until.isAfter(latest)) {
            hold(latest, reason);
        }
        if (failingSince.isAfter(clock.instant())) {
            failingSince = clock.instant();
        }
        crowd.clear();
    }

    private void hold(Instant end, Optional<String> why) {
        until = end;
        reason = why;
        try {
            bots.hold(bot, end, why);
        } catch (RuntimeException e) {
            log.error("{}: a hold until {} could not be written and is kept in memory only", bot, end, e);
        }
    }
}
