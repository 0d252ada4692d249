package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Chat;
import vn.loa.model.Delivery;
import vn.loa.model.Priority;

/** One batch of claimed deliveries on its way to the senders; what does not get its turn is put back. */
final class Round {
    private static final Logger log = LoggerFactory.getLogger(Round.class);
    /** How many articles may travel together at most. */
    private static final int MOST_TOGETHER = 40;
    /** How long to wait before looking again whether to go on. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Line line;
    private final Ledger ledger;
    private final Senders senders;
    private final Contents contents;
    private final Duration lease;
    private Map<Long, Integer> waiting = Map.of();
    private Optional<Instant> nextTurn = Optional.empty();

    /** A round over this line; {@code lease} is for what it claims in addition. */
    Round(Line line, Ledger ledger, Senders senders, Contents contents, Duration lease) {
        this.line = line;
        this.ledger = ledger;
        this.senders = senders;
        this.contents = contents;
        this.lease = lease;
    }

    /** Hands all of these to the senders, each in its turn, as long as it {@code goesOn}. */
    void send(List<Delivery> claimed, BooleanSupplier goesOn) {
        Deque<Delivery> left = new ArrayDeque<>(claimed);
        try {
            waiting = waiting(claimed);
            while (!left.isEmpty() && awaitSender(goesOn)) {
                write(left.remove()).ifPresent(parcel -> send(parcel, goesOn));
            }
        } finally {
            ledger.release(left);
        }
    }

    /** When the first of the chats that were at their limit may be spoken to again. */
    Optional<Instant> nextTurn() {
        return nextTurn;
    }

    private boolean awaitSender(BooleanSupplier goesOn) {
        boolean free = false;
        while (!free && goesOn.getAsBoolean()) {
            free = senders.flights().awaitSender(GLANCE);
        }
        return free && goesOn.getAsBoolean();
    }

    private void send(Parcel parcel, BooleanSupplier goesOn) {
        Turn turn = ask(parcel);
        while (turn instanceof Turn.Later later && later.scope() == Turn.Scope.BOT && goesOn.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(later.pause().toNanos(), GLANCE.toNanos()));
            turn = ask(parcel);
        }
        if (turn instanceof Turn.Granted granted) {
            senders.send(parcel, granted);
        } else if (turn instanceof Turn.Later later) {
            putBack(parcel, later);
        }
    }

    private Turn ask(Parcel parcel) {
        Chat chat = parcel.first().chat();
        return line.pacer().broadcast(chat.address(), chat.kind().shared());
    }

    private void putBack(Parcel parcel, Turn.Later later) {
        if (later.scope() == Turn.Scope.CHAT) {
            Instant ready = line.clock().instant().plus(later.pause()).plusMillis(1);
            line.stores().chats().hold(parcel.first().chat().address(), ready);
            nextTurn = nextTurn.filter(earlier -> earlier.isBefore(ready)).or(() -> Optional.of(ready));
        }
        ledger.release(parcel.deliveries());
    }

    /** The delivery worded, alone or with others of its chat; empty when it cannot be, and hurts nobody else. */
    private Optional<Parcel> write(Delivery delivery) {
        try {
            if (contents.withdrawn(delivery)) {
                ledger.dead(List.of(delivery), "withdrawn by the portal before it was sent");
                return Optional.empty();
            }
            return Optional.of(crowded(delivery) ? together(delivery) : alone(delivery));
        } catch (RuntimeException e) {
            log.error("delivery {} cannot be worded", delivery.id(), e);
            ledger.failed(List.of(delivery), "cannot be worded: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Parcel alone(Delivery delivery) {
        return new Parcel(List.of(delivery), contents.of(delivery));
    }

    /** Whether more is due for a group than it may get in this minute. */
    private boolean crowded(Delivery delivery) {
        int more = waiting.getOrDefault(delivery.chat().id(), 0);
        return more > 0
                && mergeable(delivery)
                && more + 1 > line.pacer().room(delivery.chat().address(), true);
    }

    private static boolean mergeable(Delivery delivery) {
        return delivery.articleId().isPresent()
                && delivery.priority() == Priority.ORDINARY
                && delivery.attempts() == 1
                && delivery.chat().kind().shared();
    }

    private Map<Long, Integer> waiting(Collection<Delivery> claimed) {
        if (line.capabilities().rates().groupPerMinute() == 0) {
            return Map.of();
        }
        List<Long> chats = claimed.stream()
                .filter(Round::mergeable)
                .map(delivery -> delivery.chat().id())
                .toList();
        return line.stores().deliveries().waiting(chats, line.clock().instant());
    }

    private Parcel together(Delivery first) {
        List<Delivery> more = line.stores()
                .deliveries()
                .claimMore(first, MOST_TOGETHER, line.clock().instant(), lease);
        List<Delivery> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        try {
            List<Delivery> told = contents.fitting(all);
            ledger.release(all.subList(told.size(), all.size()));
            return new Parcel(told, told.size() == 1 ? contents.of(first) : contents.together(told));
        } catch (RuntimeException e) {
            ledger.release(more);
            throw e;
        }
    }
}
