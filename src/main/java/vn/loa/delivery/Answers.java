package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.ChatGone;
import vn.loa.delivery.channel.SendResult.NotSent;
import vn.loa.delivery.channel.SendResult.Rejected;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.delivery.channel.SendResult.Sent;
import vn.loa.delivery.channel.SendResult.Unknown;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/**
 * Says what people asked for, before all broadcasts and outside the ledger: an answer that comes a minute late is worth
 * nothing, so it is kept in memory only and given up soon. A chat gets its answers in order. Never blocks a caller.
 */
public final class Answers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** More answers than these wait for nobody. */
    private static final int MOST_WAITING = 1_000;

    private static final int MOST_WAITING_IN_A_CHAT = 30;
    /** After so long an answer is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int TRIES = 3;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(2);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);
    private static final long GLANCE_MILLIS = 100;

    private final BotConnection connection;
    private final InstantSource clock;
    private final Map<String, Deque<Answer>> chats = new HashMap<>();
    private int waiting;
    private boolean closing;

    /** Answers over this connection. */
    public Answers(BotConnection connection) {
        this.connection = connection;
        this.clock = connection.clock();
    }

    /**
     * Says something.
     *
     * @return what became of it; {@link SendResult.NotSent} when too many answers wait already. Completed on a thread
     *     of the connection, which must not be blocked. A message that may have arrived is not repeated.
     */
    public CompletableFuture<SendResult> send(ChatAddress to, OutgoingMessage message) {
        return say(to, message, UnaryOperator.identity());
    }

    /**
     * Changes a message that was sent earlier.
     *
     * @return as for {@link #send}; {@link SendResult.Rejected} when the message is gone or the channel cannot edit
     */
    public CompletableFuture<SendResult> edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return say(to, message, request -> request.replacing(messageId));
    }

    private CompletableFuture<SendResult> say(
            ChatAddress to, OutgoingMessage message, UnaryOperator<SendRequest> form) {
        boolean shared =
                connection.chats().find(to).map(chat -> chat.kind().shared()).orElse(true);
        Answer answer = new Answer(form.apply(SendRequest.of(to, shared, message)));
        if (!queued(answer)) {
            log.warn("{}: an answer is dropped, too many wait", to);
            answer.result.complete(new NotSent("too many answers wait"));
        }
        return answer.result;
    }

    private synchronized boolean queued(Answer answer) {
        Deque<Answer> queue = chats.get(answer.chatId());
        int ahead = queue == null ? 0 : queue.size();
        if (closing || waiting >= MOST_WAITING || ahead >= MOST_WAITING_IN_A_CHAT) {
            return false;
        }
        waiting++;
        chats.computeIfAbsent(answer.chatId(), id -> new ArrayDeque<>()).addLast(answer);
        if (ahead == 0) {
            answer.start();
        }
        return true;
    }

    private synchronized void next(String chatId) {
        Deque<Answer> queue = chats.get(chatId);
        queue.removeFirst();
        waiting--;
        if (queue.isEmpty()) {
            chats.remove(chatId);
        } else {
            queue.getFirst().start();
        }
        notifyAll();
    }

    /** Takes no more answers and waits up to six seconds for those that wait. */
    @Override
    public synchronized void close() {
        closing = true;
        long end = System.nanoTime() + CLOSE_WITHIN.toNanos();
        try {
            while (waiting > 0 && System.nanoTime() - end < 0) {
                wait(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting > 0) {
            log.warn("{}: {} answers are given up", connection.bot(), waiting);
        }
    }

    /** One answer, at the head of its chat's queue from its start to its end. */
    private final class Answer implements SendCallback {
        private final SendRequest request;
        private final Instant deadline = clock.instant().plus(PATIENCE);
        private final CompletableFuture<SendResult> result = new CompletableFuture<>();
        private int failures;

        Answer(SendRequest request) {
            this.request = request;
        }

        String chatId() {
            return request.to().chatId();
        }

        void start() {
            connection.sendWhenPermitted(request, this);
        }

        private void end(SendResult last) {
            next(chatId());
            result.complete(last);
        }

        @Override
        public boolean stillWanted() {
            return clock.instant().isBefore(deadline);
        }

        @Override
        public void ended(SendOutcome outcome) {
            if (outcome instanceof SendOutcome.Held held) {
                held(held.until());
            } else if (outcome instanceof SendOutcome.NotSent notSent) {
                failed(notSent.reason());
            } else if (outcome instanceof SendOutcome.Interrupted cut && !cut.mayHaveArrived()) {
                failed(cut.reason());
            } else {
                end(result(outcome));
            }
        }

        private void held(Instant until) {
            Duration pause = Duration.between(clock.instant(), until);
            if (until.isAfter(deadline)) {
                end(new RetryAfter(pause, RetryAfter.Scope.CHAT));
            } else {
                connection.after(pause, this, this::start);
            }
        }

        private void failed(String reason) {
            failures++;
            if (failures >= TRIES) {
                end(new NotSent(reason));
            } else {
                connection.after(BEFORE_NEXT_TRY, this, this::start);
            }
        }

        private static SendResult result(SendOutcome outcome) {
            if (outcome instanceof SendOutcome.Sent sent) {
                return new Sent(sent.messageId());
            } else if (outcome instanceof SendOutcome.NotWanted) {
                return new NotSent("its turn came too late");
            } else if (outcome instanceof SendOutcome.Stopped) {
                return new RetryAfter(Duration.ZERO, RetryAfter.Scope.CHAT);
            } else if (outcome instanceof SendOutcome.Interrupted cut) {
                return new Unknown(cut.reason());
            } else if (outcome instanceof SendOutcome.Unconfirmed unconfirmed) {
                return new Unknown(unconfirmed.reason());
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
