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
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChatGone;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.delivery.connection.AlbumSending;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.PieceSending;
import vn.loa.delivery.connection.SendCallback;
import vn.loa.delivery.connection.SendInParts;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.model.ChatAddress;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.AlbumState;

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
    private final Map<String, Deque<Answer>> chats = new HashMap<>();

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
            say(new Answer(form(left), left.id(), MonotonicDeadline.in(wait, patience.nanos())));
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
        return say(new Answer(form, id, MonotonicDeadline.in(patience.whole(), patience.nanos())));
    }

    private CompletableFuture<SendResult> say(Answer answer) {
        if (!queued(answer)) {
            // It stays owed, for the next start.
            answer.result.complete(new NotSent("Loa stops"));
        }
        return answer.result;
    }

    private boolean shared(ChatAddress to) {
        return connection.chats().find(to).map(chat -> chat.kind().shared()).orElse(true);
    }

    private synchronized boolean takesMore(ChatAddress to) {
        Deque<Answer> queue = chats.get(to.chatId());
        return waiting < MOST_WAITING && (queue == null || queue.size() < MOST_WAITING_IN_A_CHAT);
    }

    private synchronized boolean queued(Answer answer) {
        if (closing) {
            return false;
        }
        waiting++;
        Deque<Answer> queue = chats.computeIfAbsent(answer.chatId(), id -> new ArrayDeque<>());
        queue.addLast(answer);
        if (queue.size() == 1) {
            answer.start();
        }
        return true;
    }

    private synchronized void next(String chatId) {
        Deque<Answer> queue = Objects.requireNonNull(chats.get(chatId));
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

    /** One answer, at the head of its chat's queue from its start to its end. */
    private final class Answer implements SendCallback {
        private final long id;
        private final String chatId;
        private final MonotonicDeadline deadline;
        private final CompletableFuture<SendResult> result = new CompletableFuture<>();
        private SendRequest request;
        private volatile Map<Integer, String> refused = Map.of();
        private @Nullable SendInParts parts;
        private int unknown;
        private int failures;

        Answer(SendRequest request, long id, MonotonicDeadline deadline) {
            this.request = request;
            this.chatId = request.to().chatId();
            this.id = id;
            this.deadline = deadline;
        }

        String chatId() {
            return chatId;
        }

        /** Goes on, when it goes in parts, behind those that the platform has taken. */
        void start() {
            if (parts == null) {
                parts = inParts();
            }
            SendInParts all = parts;
            if (all == null) {
                connection.sendWhenPermitted(request, this);
            } else {
                all.next().ifPresentOrElse(part -> connection.sendWhenPermitted(part, all), all::finish);
            }
        }

        private @Nullable SendInParts inParts() {
            if (AlbumSending.isNeeded(request)) {
                return new AlbumSending(
                        connection, request, AlbumState.NEW, this, (to, arrived, missing) -> refused = missing);
            }
            List<OutgoingMessage> pieces = connection.pieces(request);
            return pieces.size() == 1
                    ? null
                    : new PieceSending(connection, request, pieces, List.of(), this, (number, words, externalId) -> {});
        }

        private void end(SendResult last) {
            if (!(last instanceof Sent)) {
                log.warn("{}: an answer did not arrive: {}", request.to(), last);
            }
            owed.settle(id);
            if (last instanceof Sent && !refused.isEmpty()) {
                var unused = send(request.to(), gaps());
            }
            leave(last);
        }

        /** Shows a preview to somebody who sees only what arrived. */
        private OutgoingMessage gaps() {
            String files = refused.keySet().stream()
                    .sorted()
                    .map(file -> Integer.toString(file + 1))
                    .collect(Collectors.joining(", "));
            return OutgoingMessage.plain(phrases.say("album.gap", files));
        }

        private void leave(SendResult last) {
            next(chatId);
            result.complete(last);
        }

        @Override
        public boolean stillWanted() {
            return !deadline.passed();
        }

        @Override
        public void ended(SendOutcome outcome) {
            if (outcome instanceof SendOutcome.Held held) {
                held(held.until());
            } else if (outcome instanceof SendOutcome.NotSent notSent) {
                failed(notSent.reason());
            } else if (outcome instanceof SendOutcome.Unconfirmed unconfirmed) {
                mayHaveArrived(unconfirmed.reason());
            } else if (outcome instanceof SendOutcome.Interrupted cut) {
                interrupted(cut);
            } else if (outcome instanceof SendOutcome.Stopped) {
                leave(new NotSent("Loa stops"));
            } else if (changesNothing(outcome)) {
                request = request.anew();
                start();
            } else {
                end(result(outcome));
            }
        }

        /** Tells whether the message that was to be changed stays as it is for ever. */
        private boolean changesNothing(SendOutcome outcome) {
            return outcome instanceof SendOutcome.StayedBehind
                    || outcome instanceof SendOutcome.Rejected
                            && request.replaces().isPresent();
        }

        private void interrupted(SendOutcome.Interrupted cut) {
            if (cut.mayHaveArrived()) {
                mayHaveArrived(cut.reason());
            } else {
                failed(cut.reason());
            }
        }

        private void held(Instant until) {
            Duration pause = Duration.between(clock.instant(), until);
            if (pause.compareTo(deadline.left()) > 0) {
                end(new RetryAfter(pause, RetryAfter.Scope.CHAT));
            } else {
                connection.after(pause, this, this::start);
            }
        }

        private void mayHaveArrived(String reason) {
            if (unknown == patience.afterUnknown().size()) {
                end(new Unknown(reason));
            } else {
                connection.after(patience.afterUnknown().get(unknown++), this, this::start);
            }
        }

        private void failed(String reason) {
            Duration pause = patience.afterFailure()
                    .get(Math.min(failures++, patience.afterFailure().size() - 1));
            if (pause.compareTo(deadline.left()) > 0) {
                end(new NotSent(reason));
            } else {
                connection.after(pause, this, this::start);
            }
        }

        private static SendResult result(SendOutcome outcome) {
            if (outcome instanceof SendOutcome.Sent sent) {
                return new Sent(sent.messageId());
            } else if (outcome instanceof SendOutcome.NotWanted) {
                return new NotSent("its turn came too late");
            } else if (outcome instanceof SendOutcome.WriteForbidden forbidden) {
                return new SendResult.WriteForbidden(forbidden.reason());
            } else if (outcome instanceof SendOutcome.Rejected rejected) {
                return new Rejected(rejected.reason());
            } else if (outcome instanceof SendOutcome.ChatGone gone) {
                return new ChatGone(gone.reason());
            }
            throw new IllegalStateException("no arm for " + outcome);
        }
    }
}
