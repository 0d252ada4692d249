package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.message.AlbumState;

/**
 * Sends one answer, which stands at the head of its chat's queue meanwhile: again and again, until the platform takes or
 * refuses it, or it comes too late.
 */
final class AnswerSending implements SendCallback {
    private static final Logger log = LoggerFactory.getLogger(AnswerSending.class);

    private final BotConnection connection;
    private final Answers.Patience patience;
    private final Ending ending;
    private final String chatId;
    private final MonotonicDeadline deadline;
    private final CompletableFuture<SendResult> result = new CompletableFuture<>();
    private SendRequest request;
    private volatile Map<Integer, String> refused = Map.of();
    private @Nullable SendInParts parts;
    private int unknown;
    private int failures;

    /** Is told of the end of an answer, before its result is; exactly one of the two is called, once. */
    interface Ending {
        /** It arrived, or never will. */
        void ended(AnswerSending answer, SendResult last);

        /** The connection stops, and nothing is known that was not known before. */
        void stopped(AnswerSending answer);
    }

    /**
     * Makes an answer, of which nothing is sent yet.
     *
     * @param deadline after which it is not sent any more
     */
    AnswerSending(
            BotConnection connection,
            Answers.Patience patience,
            SendRequest request,
            MonotonicDeadline deadline,
            Ending ending) {
        this.connection = connection;
        this.patience = patience;
        this.request = request;
        this.chatId = request.to().chatId();
        this.deadline = deadline;
        this.ending = ending;
    }

    /** Returns the chat as it was called when the answer was queued; it may have moved since. */
    String chatId() {
        return chatId;
    }

    /** Returns what becomes of it. */
    CompletableFuture<SendResult> result() {
        return result;
    }

    /** Returns the files, counted from 0, that the platform did not take. */
    Set<Integer> refusedFiles() {
        return refused.keySet();
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
        ending.ended(this, last);
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
            ending.stopped(this);
            result.complete(new NotSent("Loa stops"));
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
                || outcome instanceof SendOutcome.Rejected && request.replaces().isPresent();
    }

    private void interrupted(SendOutcome.Interrupted cut) {
        if (cut.mayHaveArrived()) {
            mayHaveArrived(cut.reason());
        } else {
            failed(cut.reason());
        }
    }

    private void held(Instant until) {
        Duration pause = Duration.between(connection.clock().instant(), until);
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
