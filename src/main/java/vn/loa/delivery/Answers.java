package vn.loa.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.model.ChatAddress;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;

/**
 * Says what people asked for, before all broadcasts. An answer is kept until the platform has taken it, over a restart
 * too, and given up when it would come too late to be understood. Unlike news it may be said twice: one that may have
 * arrived is tried again. A chat gets its answers in order. Never blocks a caller but to write an answer down.
 */
public final class Answers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** More answers than these wait for nobody. */
    private static final int MOST_WAITING = 5_000;

    private static final int MOST_WAITING_IN_A_CHAT = 300;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);
    private static final long GLANCE_MILLIS = 100;

    private final BotConnection connection;
    private final OwedAnswers owed;
    private final Phrases phrases;
    private final Patience patience;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Map<String, Deque<AnswerSending>> chats = new HashMap<>();

    @GuardedBy("this")
    private int waiting;

    @GuardedBy("this")
    private boolean closing;

    /**
     * Tells how long an answer is tried.
     *
     * @param whole after which an answer is given up
     * @param afterUnknown the pauses before what may have arrived is tried again; after the last it is given up
     * @param afterFailure the pauses before what did not arrive is tried again; the last holds from then on
     * @param nanos a count of nanoseconds that only goes forward
     */
    public record Patience(
            Duration whole, List<Duration> afterUnknown, List<Duration> afterFailure, LongSupplier nanos) {
        /** An answer of a quarter of an hour ago is still one; what may have arrived is tried for half a minute. */
        public static final Patience USUAL = new Patience(
                Duration.ofMinutes(15),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(20)),
                List.of(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30)),
                System::nanoTime);

        public Patience {
            afterUnknown = List.copyOf(afterUnknown);
            afterFailure = List.copyOf(afterFailure);
        }
    }

    /**
     * Makes the answers over this connection.
     *
     * @param phrases in which it is told which files of an answer were refused
     */
    public Answers(BotConnection connection, OwedAnswers owed, Phrases phrases) {
        this(connection, owed, phrases, Patience.USUAL);
    }

    Answers(BotConnection connection, OwedAnswers owed, Phrases phrases, Patience patience) {
        this.connection = connection;
        this.owed = owed;
        this.phrases = phrases;
        this.patience = patience;
        this.clock = connection.clock();
    }

    /** Gives what an earlier program still owed; call it once, before anything else is said. */
    public void start() {
        Instant now = clock.instant();
        for (OwedAnswers.Left left : owed.left(connection.bot(), now.minus(patience.whole()))) {
            // A clock that was set back makes an answer no younger than new.
            Duration age = Duration.between(left.askedAt(), now);
            Duration wait = patience.whole().minus(age.isNegative() ? Duration.ZERO : age);
            say(sending(form(left), left.id(), wait));
        }
    }

    private SendRequest form(OwedAnswers.Left left) {
        SendRequest request = SendRequest.of(left.to(), shared(left.to()), left.message());
        return left.replaces().map(request::replacing).orElse(request);
    }

    /** Returns whether the bot may speak from here at all; another node may run it. */
    public boolean maySpeak() {
        return connection.maySpeak();
    }

    /**
     * Says something.
     *
     * @return what became of it; {@link SendResult.NotSent} when too many answers wait already. Completed on a thread
     *     of the connection, which must not be blocked.
     */
    public CompletableFuture<SendResult> send(ChatAddress to, OutgoingMessage message) {
        return say(to, message, Optional.empty());
    }

    /**
     * Changes a message that was sent earlier; one that cannot be changed any more is followed by a new one.
     *
     * @return as for {@link #send}
     */
    public CompletableFuture<SendResult> edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return say(to, message, Optional.of(messageId));
    }

    private CompletableFuture<SendResult> say(ChatAddress to, OutgoingMessage message, Optional<String> replaces) {
        SendRequest request = SendRequest.of(to, shared(to), message);
        SendRequest form = replaces.map(request::replacing).orElse(request);
        if (!takesMore(to)) {
            log.warn("{}: an answer is dropped, too many wait", to);
            return CompletableFuture.completedFuture(new NotSent("too many answers wait"));
        }
        long id = owed.owe(to, replaces, message, clock.instant());
        return say(sending(form, id, patience.whole()));
    }

    private AnswerSending sending(SendRequest form, long id, Duration longest) {
        MonotonicDeadline deadline = MonotonicDeadline.in(longest, patience.nanos());
        return new AnswerSending(connection, patience, form, deadline, new AnswerSending.Ending() {
            @Override
            public void ended(AnswerSending answer, SendResult last) {
                owed.settle(id);
                if (last instanceof Sent && !answer.refusedFiles().isEmpty()) {
                    var unused = send(form.to(), gaps(answer.refusedFiles()));
                }
                next(answer.chatId());
            }

            @Override
            public void stopped(AnswerSending answer) {
                next(answer.chatId());
            }
        });
    }

    /** Shows a preview to somebody who sees only what arrived. */
    private OutgoingMessage gaps(Set<Integer> refusedFiles) {
        String files = refusedFiles.stream()
                .sorted()
                .map(file -> Integer.toString(file + 1))
                .collect(Collectors.joining(", "));
        return OutgoingMessage.plain(phrases.say("album.gap", files));
    }

    private CompletableFuture<SendResult> say(AnswerSending answer) {
        if (!queued(answer)) {
            // It stays owed, for the next start.
            answer.result().complete(new NotSent("Loa stops"));
        }
        return answer.result();
    }

    private boolean shared(ChatAddress to) {
        return connection.chats().find(to).map(chat -> chat.kind().shared()).orElse(true);
    }

    private synchronized boolean takesMore(ChatAddress to) {
        Deque<AnswerSending> queue = chats.get(to.chatId());
        return waiting < MOST_WAITING && (queue == null || queue.size() < MOST_WAITING_IN_A_CHAT);
    }

    private synchronized boolean queued(AnswerSending answer) {
        if (closing) {
            return false;
        }
        waiting++;
        Deque<AnswerSending> queue = chats.computeIfAbsent(answer.chatId(), id -> new ArrayDeque<>());
        queue.addLast(answer);
        if (queue.size() == 1) {
            answer.start();
        }
        return true;
    }

    private synchronized void next(String chatId) {
        Deque<AnswerSending> queue = Objects.requireNonNull(chats.get(chatId));
        queue.removeFirst();
        waiting--;
        if (queue.isEmpty()) {
            chats.remove(chatId);
        } else {
            queue.getFirst().start();
        }
        notifyAll();
    }

    /** Takes no more answers and waits up to six seconds for those that wait; the rest is given after the next start. */
    @Override
    public synchronized void close() {
        closing = true;
        MonotonicDeadline end = MonotonicDeadline.in(CLOSE_WITHIN);
        try {
            while (waiting > 0 && !end.passed()) {
                wait(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting > 0) {
            log.warn("{}: {} answers are left for the next start", connection.bot(), waiting);
        }
    }
}
