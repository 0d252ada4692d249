package vn.loa.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.connection.AlbumProgress;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.PieceProgress;
import vn.loa.delivery.connection.SendCallback;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.model.ChatAddress;
import vn.loa.model.Delivery;
import vn.loa.store.message.AlbumPart;

/** Has the outcome of one group written down, once. */
final class Settlement implements SendCallback, AlbumProgress, PieceProgress {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final BotConnection connection;
    private final Ledger ledger;
    private final InFlight inFlight;
    private final Runnable arrival;
    private volatile DeliveryGroup group;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile List<Delivery> told = List.of();

    /**
     * Stands for a group that is about to be sent.
     *
     * @param inFlight where it is under way until it is settled
     * @param arrival is run when the platform has confirmed it
     */
    Settlement(DeliveryGroup group, BotConnection connection, Ledger ledger, InFlight inFlight, Runnable arrival) {
        this.group = group;
        this.connection = connection;
        this.ledger = ledger;
        this.inFlight = inFlight;
        this.arrival = arrival;
    }

    @Override
    public boolean stillWanted() {
        return ledger.begin(group);
    }

    @Override
    public boolean wants(SendRequest request) {
        told = request.toGeneralTopic() ? ledger.toldByOthers(group) : List.of();
        return told.isEmpty() && stillWanted();
    }

    /** Begins the count of tries anew, for the next part of an album has not been tried yet. */
    @Override
    public void arrived(ChatAddress to, List<AlbumPart> parts, Map<Integer, String> missing) {
        ledger.albumArrived(group, to, parts, missing);
        group = group.untried();
    }

    /** As for the parts of an album. */
    @Override
    public void taken(int number, String words, String externalId) {
        ledger.pieceTaken(group, number, words, externalId);
        group = group.untried();
    }

    @Override
    public int unconfirmedTries() {
        return group.first().unconfirmedTries();
    }

    /** Nothing was sent: the claim is lost, or could not be confirmed, so that it is given back if it is ours. */
    void notBegun() {
        settle(() -> ledger.release(group.deliveries()));
    }

    @Override
    public void ended(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent sent) {
            log.debug("delivery {} arrived as message {}", group.first().id(), sent.messageId());
            arrival.run();
            settle(() -> ledger.sent(group, sent.to(), sent.messageId()));
        } else if (outcome instanceof SendOutcome.NotWanted && !told.isEmpty()) {
            settle(() -> ledger.toldElsewhere(group, told));
        } else if (outcome instanceof SendOutcome.NotWanted) {
            // Its chat was closed, or became one with a chat that has it already: that is written.
            settle(() -> log.debug(
                    "delivery {} is not wanted any more", group.first().id()));
        } else if (outcome instanceof SendOutcome.Unconfirmed unconfirmed) {
            unconfirmed(unconfirmed.reason());
        } else if (outcome instanceof SendOutcome.Interrupted interrupted) {
            interrupted(interrupted.reason(), interrupted.mayHaveArrived());
        } else {
            settle(() -> notTaken(outcome));
        }
    }

    private void notTaken(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Held || outcome instanceof SendOutcome.Stopped) {
            ledger.release(group.deliveries());
        } else if (outcome instanceof SendOutcome.NotSent notSent) {
            ledger.failed(group.deliveries(), notSent.reason());
        } else if (outcome instanceof SendOutcome.WriteForbidden forbidden) {
            ledger.writeForbidden(group, forbidden.reason());
        } else if (outcome instanceof SendOutcome.Rejected rejected) {
            ledger.refused(group, rejected);
        } else if (outcome instanceof SendOutcome.ChatGone gone) {
            ledger.dead(group.deliveries(), gone.reason());
        } else {
            throw new IllegalStateException("no arm for " + outcome);
        }
    }

    private void interrupted(String reason, boolean mayHaveArrived) {
        settle(() -> {
            if (mayHaveArrived) {
                ledger.unconfirmedByOutage(group, reason);
            } else {
                ledger.release(group.deliveries());
            }
        });
    }

    /** The last unconfirmed try ends a delivery, so the platform is asked whether it is to blame instead. */
    private void unconfirmed(String reason) {
        if (ledger.onItsLastTry(group) && !connection.state().ping()) {
            interrupted(reason, true);
        } else {
            settle(() -> ledger.unconfirmed(group, reason));
        }
    }

    private void settle(Runnable entry) {
        if (settled.compareAndSet(false, true)) {
            try {
                entry.run();
            } finally {
                inFlight.landed(group.ids());
            }
        }
    }
}
