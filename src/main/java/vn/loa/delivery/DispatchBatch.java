package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.format.DigestFormat;
import vn.loa.delivery.pace.Permit;
import vn.loa.model.Chat;
import vn.loa.model.Delivery;
import vn.loa.model.Priority;
import vn.loa.store.delivery.DigestStore;

/** Hands one batch of claimed deliveries to the senders; what gets no permit is put back. */
final class DispatchBatch {
    private static final Logger log = LoggerFactory.getLogger(DispatchBatch.class);
    /** The greatest number of articles that may travel together. */
    private static final int MOST_TOGETHER = 40;
    /** The wait before looking again whether to go on. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private static final String WITHDRAWN = "withdrawn by the portal before it was sent";

    private final BotConnection connection;
    private final Ledger ledger;
    private final Senders senders;
    private final Contents contents;
    private final SendCalendar calendar;
    private final Duration lease;
    private Map<Long, Integer> waiting = Map.of();
    private Optional<Instant> nextPermit = Optional.empty();

    /**
     * Holds the data of one batch.
     *
     * @param contents what its deliveries say
     * @param calendar when they may be said
     * @param lease for what is claimed in addition
     */
    record Batch(Contents contents, SendCalendar calendar, Duration lease) {}

    /** Makes a batch for this connection. */
    DispatchBatch(BotConnection connection, Ledger ledger, Senders senders, Batch batch) {
        this.connection = connection;
        this.ledger = ledger;
        this.senders = senders;
        this.contents = batch.contents();
        this.calendar = batch.calendar();
        this.lease = batch.lease();
    }

    /** Hands all of these to the senders, each when it is permitted, as long as it {@code goesOn}. */
    void send(List<Delivery> claimed, BooleanSupplier goesOn) {
        Deque<Delivery> left = new ArrayDeque<>(claimed);
        try {
            postponeThoseThatWait(left);
            waiting = waiting(left);
            while (!left.isEmpty() && awaitSender(goesOn)) {
                write(left.remove()).ifPresent(group -> send(group, goesOn));
            }
        } finally {
            ledger.release(left);
        }
    }

    /** When the first of the chats that were at their limit may be spoken to again. */
    Optional<Instant> nextPermit() {
        return nextPermit;
    }

    private boolean awaitSender(BooleanSupplier goesOn) {
        boolean free = false;
        while (!free && goesOn.getAsBoolean()) {
            free = senders.inFlight().awaitSender(GLANCE);
        }
        return free && goesOn.getAsBoolean();
    }

    private void send(DeliveryGroup group, BooleanSupplier goesOn) {
        Permit permit = ask(group);
        while (permit instanceof Permit.Later later && later.scope() == Permit.Scope.BOT && goesOn.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(later.pause().toNanos(), GLANCE.toNanos()));
            permit = ask(group);
        }
        if (permit instanceof Permit.Granted granted) {
            senders.send(group, granted);
        } else if (permit instanceof Permit.Later later) {
            putBack(group, later);
        }
    }

    private Permit ask(DeliveryGroup group) {
        Chat chat = group.first().chat();
        return connection.limiter().broadcast(chat.address(), chat.kind().shared());
    }

    private void putBack(DeliveryGroup group, Permit.Later later) {
        if (later.scope() == Permit.Scope.CHAT) {
            Instant ready = connection.clock().instant().plus(later.pause()).plusMillis(1);
            connection.chats().hold(group.first().chat().address(), ready);
            nextPermit = nextPermit.filter(earlier -> earlier.isBefore(ready)).or(() -> Optional.of(ready));
        }
        ledger.release(group.deliveries());
    }

    /** The delivery worded, alone or with others of its chat; empty when it cannot be, and hurts nobody else. */
    private Optional<DeliveryGroup> write(Delivery delivery) {
        try {
            if (delivery.suspect()) {
                ledger.suspect(delivery);
            }
            if (contents.withdrawn(delivery)) {
                settleWithdrawn(delivery);
                return Optional.empty();
            }
            Instant now = connection.clock().instant();
            Optional<Instant> slot = calendar.slot(delivery, now);
            if (slot.isPresent()) {
                postpone(Map.of(delivery, slot.get()), now);
                return Optional.empty();
            }
            Optional<DeliveryGroup> worded = group(delivery, now);
            if (delivery.suspect()) {
                ledger.worded(delivery);
            }
            return worded.map(group -> calendar.muted(delivery, now) ? group.withoutSound() : group);
        } catch (RuntimeException e) {
            log.error("delivery {} cannot be worded", delivery.id(), e);
            ledger.failed(List.of(delivery), "cannot be worded: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** In one transaction, since an article may have thousands of chats that hear of it later. */
    private void postponeThoseThatWait(Deque<Delivery> left) {
        Instant now = connection.clock().instant();
        Map<Delivery, Instant> slots = new HashMap<>();
        left.forEach(delivery -> slotIfKnown(delivery, now).ifPresent(slot -> slots.put(delivery, slot)));
        postpone(slots, now);
        left.removeIf(slots::containsKey);
    }

    /**
     * Returns the delivery's slot, or nothing when the lookup fails: the delivery is not held up here, so that it
     * concerns nobody else; it fails when it is worded.
     */
    private Optional<Instant> slotIfKnown(Delivery delivery, Instant now) {
        try {
            return calendar.slot(delivery, now);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void postpone(Map<Delivery, Instant> slots, Instant now) {
        slots.keySet().forEach(delivery -> calendar.plan(delivery, now));
        ledger.postponed(slots);
    }

    private Optional<DeliveryGroup> group(Delivery delivery, Instant now) {
        if (calendar.together(delivery)) {
            return bulletin(delivery, now);
        }
        return Optional.of(crowded(delivery) ? together(delivery) : alone(delivery));
    }

    private DeliveryGroup alone(Delivery delivery) {
        return contents.group(List.of(delivery), contents.of(delivery));
    }

    /** Returns whether more is due for a group than it may get in this minute. */
    private boolean crowded(Delivery delivery) {
        int more = waiting.getOrDefault(delivery.chat().id(), 0);
        return more > 0
                && mergeable(delivery)
                && more + 1 > connection.limiter().room(delivery.chat().address(), true);
    }

    private static boolean mergeable(Delivery delivery) {
        return delivery.articleId().isPresent()
                && delivery.priority() == Priority.ORDINARY
                && delivery.attempts() == 0
                && delivery.chat().kind().shared();
    }

    private Map<Long, Integer> waiting(Collection<Delivery> claimed) {
        if (connection.capabilities().rates().groupPerMinute() == 0) {
            return Map.of();
        }
        List<Long> chats = claimed.stream()
                .filter(DispatchBatch::mergeable)
                .map(delivery -> delivery.chat().id())
                .toList();
        return ledger.backlog().deliveries().waiting(chats, connection.clock().instant());
    }

    private DeliveryGroup together(Delivery first) {
        List<Delivery> more = ledger.backlog()
                .deliveries()
                .claimMore(first, MOST_TOGETHER, connection.clock().instant(), lease);
        List<Delivery> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        try {
            List<Delivery> told = contents.fitting(all);
            ledger.release(all.subList(told.size(), all.size()));
            return contents.group(told, told.size() == 1 ? contents.of(first) : contents.together(told));
        } catch (RuntimeException e) {
            ledger.release(more);
            throw e;
        }
    }

    /** All that waited with this delivery, or as much of it as fits into a message. */
    private Optional<DeliveryGroup> bulletin(Delivery head, Instant now) {
        calendar.plan(head, now);
        DigestStore.Claimed claimed = ledger.backlog().digests().claim(head, now, lease);
        List<Delivery> told = new ArrayList<>(claimed.deliveries());
        try {
            told.removeIf(delivery -> !tellable(delivery));
            int before = ledger.backlog().digests().told(head.chat().id(), claimed.digestAt());
            return told.isEmpty() ? Optional.empty() : Optional.of(bulletin(told, before, now));
        } catch (RuntimeException e) {
            told.removeIf(delivery -> delivery.id() == head.id());
            ledger.release(told);
            throw e;
        }
    }

    private DeliveryGroup bulletin(List<Delivery> told, int before, Instant now) {
        if (told.size() == 1 && before == 0 && !contents.hasNotes(told.get(0), now)) {
            return alone(told.get(0));
        }
        DigestFormat.Issue issue = contents.bulletin(told, before, now);
        ledger.release(told.subList(issue.covered(), told.size()));
        return contents.group(told.subList(0, issue.covered()), issue.message());
    }

    private void settleWithdrawn(Delivery delivery) {
        ledger.dead(List.of(delivery), delivery.noticeId().isPresent() ? Ledger.RECALLED : WITHDRAWN);
    }

    /** Settles what was withdrawn or cannot be read, so that it does not hold up the others. */
    private boolean tellable(Delivery delivery) {
        try {
            if (!contents.withdrawn(delivery)) {
                return true;
            }
            ledger.dead(List.of(delivery), WITHDRAWN);
        } catch (RuntimeException e) {
            log.error("delivery {} cannot be worded", delivery.id(), e);
            ledger.failed(List.of(delivery), "cannot be worded: " + e.getClass().getSimpleName());
        }
        return false;
    }
}
