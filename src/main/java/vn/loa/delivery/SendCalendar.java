package vn.loa.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Delivery;
import vn.loa.model.Priority;
import vn.loa.model.QuietHours;
import vn.loa.model.SpeakingCalendar;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.chat.SpeakingStore.Choice;
import vn.loa.store.delivery.DigestStore;

/**
 * When the deliveries of one batch may be told, by the calendars of their chats. A delivery's slot, once looked up,
 * stands in the ledger. It is looked up by when the delivery was accepted or the chat last changed its times, never by
 * when somebody got round to it. Used by one thread.
 */
public final class SendCalendar {
    private final Backlog backlog;
    private final Rules rules;
    private final boolean muting;
    private final Map<Long, Choice> choices;
    private final Map<Long, Set<Instant>> closed = new HashMap<>();
    private @Nullable Boolean tight;

    /**
     * Holds the rules for all chats.
     *
     * @param quiet the quiet hours of a chat that chose none of its own
     * @param zone where the people live
     * @param budget of a bot whose plan has a limit
     */
    public record Rules(QuietHours quiet, ZoneId zone, Optional<Budget> budget) {
        public Rules {
            Objects.requireNonNull(quiet);
            Objects.requireNonNull(zone);
            Objects.requireNonNull(budget);
        }

        /** For a bot whose plan has no limit. */
        public Rules(QuietHours quiet, ZoneId zone) {
            this(quiet, zone, Optional.empty());
        }
    }

    /**
     * Makes the calendar of a batch.
     *
     * @param muting whether the channel can send without a sound; where it cannot, nights that should be muted are kept free
     */
    SendCalendar(Backlog backlog, Rules rules, boolean muting, Collection<Delivery> claimed) {
        this.backlog = backlog;
        this.rules = rules;
        this.muting = muting;
        this.choices = backlog.speaking()
                .of(claimed.stream()
                        .map(delivery -> delivery.chat().id())
                        .distinct()
                        .toList());
    }

    /**
     * The slot for which a claimed delivery has to wait; empty when it may go now. A slot in the past means that it
     * may go, once its slot is written down.
     */
    Optional<Instant> slot(Delivery delivery, Instant now) {
        if (delivery.priority() != Priority.ORDINARY) {
            return Optional.empty();
        }
        if (tight()) {
            return rules.budget().map(budget -> next(delivery, budget.renewal()));
        }
        SpeakingCalendar calendar = calendar(delivery);
        if (calendar.digested() && joins(delivery) && !hasComeUp(delivery, now)) {
            return Optional.of(slotAfter(delivery, delivery.createdAt()));
        }
        return calendar.isOpen(now) ? Optional.empty() : Optional.of(next(delivery, now));
    }

    /** Asked once a batch; a few messages more do not matter. */
    private boolean tight() {
        if (tight == null) {
            tight = rules.budget().map(Budget::tight).orElse(false);
        }
        return tight;
    }

    private static boolean hasComeUp(Delivery delivery, Instant now) {
        return delivery.digestAt().filter(slot -> !slot.isAfter(now)).isPresent();
    }

    private Instant next(Delivery delivery, Instant from) {
        SpeakingCalendar calendar = calendar(delivery);
        return joins(delivery) ? calendar.next(from, closed(delivery)::contains) : calendar.opens(from);
    }

    private Instant slotAfter(Delivery delivery, Instant accepted) {
        Instant since = choice(delivery).since();
        Instant from = accepted.isBefore(since) ? since : accepted;
        return calendar(delivery).slotAfter(from, closed(delivery)::contains);
    }

    /** Returns whether a delivery can be sent together with others at all. */
    private static boolean joins(Delivery delivery) {
        return delivery.articleId().isPresent() && !delivery.noDigest();
    }

    /** Returns whether a delivery that may go now goes together with all that waited with it. */
    boolean together(Delivery delivery) {
        return delivery.priority() == Priority.ORDINARY && delivery.digestAt().isPresent() && joins(delivery);
    }

    /** Returns whether a delivery that goes now should make no sound. */
    boolean muted(Delivery delivery, Instant now) {
        return delivery.priority() != Priority.URGENT && calendar(delivery).isQuiet(now);
    }

    /** Looks up the slots of all that the chat of this delivery waits for, so that none misses its digest. */
    void plan(Delivery delivery, Instant now) {
        SpeakingCalendar calendar = calendar(delivery);
        if (!calendar.digested() && calendar.isOpen(now)) {
            return;
        }
        List<DigestStore.Unplanned> unplanned =
                backlog.digests().unplanned(delivery.chat().id(), now);
        if (!unplanned.isEmpty()) {
            backlog.database().transaction(() -> unplanned.forEach(each -> plan(delivery, each, now)));
        }
    }

    private void plan(Delivery sibling, DigestStore.Unplanned unplanned, Instant now) {
        SpeakingCalendar calendar = calendar(sibling);
        Instant slot = calendar.digested() ? slotAfter(sibling, unplanned.acceptedAt()) : calendar.opens(now);
        backlog.digests().plan(unplanned.id(), slot);
    }

    private SpeakingCalendar calendar(Delivery delivery) {
        SpeakingCalendar chosen = SpeakingCalendar.of(choice(delivery).times(), rules.quiet(), rules.zone());
        return muting ? chosen : chosen.withoutMuting();
    }

    private Choice choice(Delivery delivery) {
        return choices.getOrDefault(delivery.chat().id(), SpeakingStore.Choice.NONE);
    }

    private Set<Instant> closed(Delivery delivery) {
        return closed.computeIfAbsent(delivery.chat().id(), backlog.digests()::closed);
    }
}
