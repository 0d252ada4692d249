package vn.loa.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.ChatTroubles;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.model.ChatAddress;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.AlbumPart;
import vn.loa.store.message.AlbumState;
import vn.loa.store.settlement.SentMessage;

/**
 * Writes down what became of delivery groups. What cannot be written now (the disk is full) is remembered and written before
 * anything new is claimed, so a message that was sent is not sent again for that.
 */
final class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

    /** The reason for which an announcement that its author took back is not sent. */
    static final String RECALLED = "recalled by its author";

    /** So many tries take more than an hour, longer than most outages that no call of the bot itself shows. */
    private static final int TRIES_TOGETHER = 8;

    private final Backlog backlog;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SharedTransaction transaction;
    private final Queue<Runnable> unwritten = new ConcurrentLinkedQueue<>();

    @GuardedBy("this")
    private Instant quietUntil = Instant.EPOCH;

    Ledger(Backlog backlog, RetryPolicy retries, InstantSource clock, RandomGenerator random) {
        this.backlog = backlog;
        this.retries = retries;
        this.clock = clock;
        this.random = random;
        this.transaction = new SharedTransaction(backlog.database(), backlog.deliveries());
    }

    /** Returns whether everything that is known is written. */
    boolean upToDate() {
        return unwritten.isEmpty();
    }

    /** Tries once more to write what could not be written before; returns whether everything is written now. */
    synchronized boolean catchUp() {
        try {
            for (Runnable entry = unwritten.peek(); entry != null; entry = unwritten.peek()) {
                entry.run();
                unwritten.remove();
            }
        } catch (RuntimeException e) {
            complain(e);
            return false;
        }
        if (quietUntil.isAfter(Instant.EPOCH)) {
            log.info("the ledger is written again");
            quietUntil = Instant.EPOCH;
        }
        return true;
    }

    /** A full disk must not be filled by complaints about it. */
    private synchronized void complain(RuntimeException e) {
        log.debug("the ledger cannot be written", e);
        Instant now = clock.instant();
        if (!now.isBefore(quietUntil)) {
            quietUntil = now.plus(BETWEEN_COMPLAINTS);
            log.error("the ledger cannot be written, nothing more is sent until it can: {}", root(e).getMessage());
        }
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    /**
     * The platform confirmed it.
     *
     * @param to where it stands, which is no more its chat's address when the chat moved meanwhile
     * @param messageId the ids of its parts, separated by blanks; the first stands for the message
     */
    void sent(DeliveryGroup group, ChatAddress to, String messageId) {
        List<String> parts = List.of(messageId.split(" "));
        SentMessage message =
                new SentMessage(group.deliveries(), group.revisions(), to.chatId(), parts.get(0), clock.instant());
        write(message.deliveries(), () -> {
            if (parts.size() > 1) {
                backlog.messages().addParts(group.first().id(), to.chatId(), parts.subList(1, parts.size()));
            }
            transaction.sent(message);
        });
    }

    /** Returns how far a message with several files has come. */
    AlbumState album(DeliveryGroup group) {
        return backlog.messages().albums().state(group.first().id());
    }

    /** The platform confirmed some parts of a message with several files, or refused a file. */
    void albumArrived(DeliveryGroup group, ChatAddress to, List<AlbumPart> parts, Map<Integer, String> missing) {
        write(
                group.deliveries(),
                () -> backlog.messages().albums().arrived(group.first().id(), to.chatId(), parts, missing));
    }

    /** Returns the platform's numbers of the pieces of a long message that it has taken, from the first on. */
    List<String> piecesTaken(DeliveryGroup group, List<OutgoingMessage> pieces) {
        List<String> words = pieces.stream().map(each -> each.text().text()).toList();
        return backlog.messages().pieces().taken(group.first().id(), words);
    }

    /** The platform has taken a piece of a long message. */
    void pieceTaken(DeliveryGroup group, int number, String words, String externalId) {
        List<Long> ids = group.deliveries().stream().map(Delivery::id).toList();
        write(group.deliveries(), () -> backlog.messages().pieces().add(ids, number, words, externalId));
    }

    /** Put back as if they had never been claimed. */
    void release(Collection<Delivery> claimed) {
        writeEach(claimed, delivery -> deliveries().release(delivery, delivery.dueAt()));
    }

    /** Put back until the calendars of their chats let them go. */
    void postponed(Map<Delivery, Instant> slots) {
        writeEach(
                slots.keySet(),
                delivery -> backlog.digests().postpone(delivery, Objects.requireNonNull(slots.get(delivery))));
    }

    /** The connection was cut, and it may have arrived; others go first when it is back. */
    void unconfirmedByOutage(DeliveryGroup group, String reason) {
        Instant due = clock.instant().plus(retries.first());
        writeEach(group.deliveries(), delivery -> deliveries().unconfirmedByOutage(delivery, due, reason));
    }

    /** It certainly did not arrive; what fails together time and again goes by itself, for one part may be the cause. */
    void failed(Collection<Delivery> claimed, String reason) {
        writeEach(claimed, delivery -> {
            if (claimed.size() > 1 && delivery.attempts() >= TRIES_TOGETHER - 1) {
                backlog.digests().separate(delivery, clock.instant(), reason);
            } else {
                failed(delivery, reason);
            }
        });
    }

    private void failed(Delivery delivery, String reason) {
        retries.afterFailure(delivery.attempts() + 1, age(delivery), random.nextDouble())
                .ifPresentOrElse(pause -> again(delivery, pause, reason), () -> dead(delivery, reason));
    }

    /** It may have arrived. */
    void unconfirmed(DeliveryGroup group, String reason) {
        writeEach(group.deliveries(), delivery -> unconfirmed(delivery, reason));
    }

    private void unconfirmed(Delivery delivery, String reason) {
        retries.afterUnconfirmed(delivery.unconfirmedTries(), random.nextDouble())
                .ifPresentOrElse(
                        pause -> deliveries()
                                .unconfirmed(delivery, clock.instant().plus(pause), reason),
                        () -> dead(delivery, "may have arrived: " + reason));
    }

    /**
     * Notes, before a group is sent, that it may arrive from now on; returns false when its claims are not all ours any
     * more.
     */
    boolean begin(DeliveryGroup group) {
        return transaction.begin(group.deliveries());
    }

    /** Notes that a delivery is about to be worded that may be what ended the program before. */
    void suspect(Delivery delivery) {
        deliveries().suspect(delivery);
    }

    /** It was worded, and has ended nothing. */
    void worded(Delivery delivery) {
        deliveries().worded(delivery);
    }

    /** Returns what of a group, whose topic is lost, others tell in the general topic. */
    List<Delivery> toldByOthers(DeliveryGroup group) {
        return deliveries().toldByOthers(group.deliveries());
    }

    /** Others tell some of the group in its place; what only the group tells is told by itself. */
    void toldElsewhere(DeliveryGroup group, List<Delivery> told) {
        writeEach(group.deliveries(), delivery -> {
            if (told.contains(delivery)) {
                deliveries().toldElsewhere(delivery, clock.instant());
            } else {
                backlog.digests().separate(delivery, clock.instant(), "told by itself in the general topic");
            }
        });
    }

    /** Says whether one more unconfirmed try would end it. */
    boolean onItsLastTry(DeliveryGroup group) {
        return group.deliveries().stream()
                .anyMatch(delivery ->
                        retries.afterUnconfirmed(delivery.unconfirmedTries(), 0).isEmpty());
    }

    /** The chat takes nothing for now; it waits with everything that it waits for, see {@link ChatTroubles}. */
    void writeForbidden(DeliveryGroup group, String reason) {
        writeEach(group.deliveries(), delivery -> {
            if (retries.afterWriteForbidden(age(delivery)).isEmpty()) {
                dead(delivery, reason);
            } else {
                deliveries().again(delivery, delivery.dueAt(), reason);
            }
        });
    }

    /** Never again, or for no known reason; what travelled together may have been refused for one of its parts, so each is tried alone. */
    void refused(DeliveryGroup group, SendOutcome.Rejected rejected) {
        String reason = rejected.reason();
        writeEach(group.deliveries(), delivery -> {
            if (group.merged()) {
                backlog.digests().separate(delivery, clock.instant(), reason);
            } else if (!rejected.forEver()) {
                failed(delivery, reason);
            } else {
                dead(delivery, reason);
            }
        });
    }

    /** Will not be tried again; where words have gone whose files waited, they stand there, to be deleted or amended. */
    void dead(Collection<Delivery> claimed, String reason) {
        writeEach(claimed, delivery -> dead(delivery, reason));
    }

    private void again(Delivery delivery, Duration pause, String reason) {
        deliveries().again(delivery, clock.instant().plus(pause), reason);
    }

    private void dead(Delivery delivery, String reason) {
        Optional<String> words =
                backlog.messages().albums().state(delivery.id()).words();
        if (words.isPresent()) {
            log.warn("delivery {}: not all files of message {} are sent: {}", delivery.id(), words.get(), reason);
            filesNotSent(delivery, reason);
        }
        words.or(() -> takenBackHalfway(delivery, reason))
                .ifPresentOrElse(
                        id -> deliveries().sent(List.of(delivery), Map.of(), id, clock.instant()),
                        () -> deliveries().dead(delivery, reason, clock.instant()));
    }

    /** Returns the number of the beginning that stands there, so that what took it back follows. */
    private Optional<String> takenBackHalfway(Delivery delivery, String reason) {
        return reason.equals(RECALLED) ? backlog.messages().pieces().first(delivery.id()) : Optional.empty();
    }

    /** Nobody misses files of what was taken back. */
    private void filesNotSent(Delivery delivery, String reason) {
        if (reason.equals(RECALLED)) {
            backlog.messages().albums().recalled(delivery.id());
        } else {
            backlog.messages().albums().givenUp(delivery.id(), reason);
        }
    }

    /** Returns how long a delivery has been on its way; the wait for its digest does not count. */
    private Duration age(Delivery delivery) {
        Instant begun =
                delivery.digestAt().filter(delivery.createdAt()::isBefore).orElse(delivery.createdAt());
        return Duration.between(begun, clock.instant());
    }

    Backlog backlog() {
        return backlog;
    }

    private DeliveryStore deliveries() {
        return backlog.deliveries();
    }

    private void writeEach(Collection<Delivery> claimed, Consumer<Delivery> entry) {
        List<Delivery> kept = List.copyOf(claimed);
        write(kept, () -> transaction.write(() -> kept.forEach(entry)));
    }

    private void write(List<Delivery> claimed, Runnable entries) {
        if (claimed.isEmpty()) {
            return;
        }
        try {
            entries.run();
            log.debug(
                    "written down: {} deliveries from {} on",
                    claimed.size(),
                    claimed.get(0).id());
        } catch (RuntimeException e) {
            unwritten.add(entries);
            complain(e);
        }
    }
}
