package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.loa.delivery.connection.AlbumProgress;
import vn.loa.delivery.connection.AlbumSending;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.PieceProgress;
import vn.loa.delivery.connection.PieceSending;
import vn.loa.delivery.connection.SendCallback;
import vn.loa.delivery.connection.SendInParts;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.pace.Permit;
import vn.loa.model.ChatAddress;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.message.AlbumPart;

/** Sends delivery groups on threads of its own and has their outcomes written down. */
final class Senders {
    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final BotConnection connection;
    private final Ledger ledger;
    private final InstantSource clock;
    private final InFlight inFlight;
    private final ExecutorService threads;
    private volatile @Nullable Instant lastSuccess;

    Senders(int count, BotConnection connection, Ledger ledger) {
        this.connection = connection;
        this.ledger = ledger;
        this.clock = connection.clock();
        this.inFlight = new InFlight(count);
        this.threads = Executors.newFixedThreadPool(count, BotConnection.named("send " + connection.bot()));
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** Returns when the platform last confirmed a group. */
    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** Sends a group that has its permit; a sender must be free. */
    void send(DeliveryGroup group, Permit.Granted permit) {
        inFlight.started(group.ids());
        threads.execute(() -> {
            Settlement settlement = new Settlement(group);
            MDC.put("bot", connection.bot().key());
            MDC.put("chat", group.request().to().chatId());
            try {
                send(group, permit, settlement);
            } catch (RuntimeException | Error e) {
                log.error(
                        "delivery {} failed by a mistake of ours", group.first().id(), e);
                settlement.ended(
                        new SendOutcome.Unconfirmed("failed: " + e.getClass().getSimpleName()));
            } finally {
                MDC.clear();
                inFlight.freed();
            }
        });
    }

    private void send(DeliveryGroup group, Permit.Granted permit, Settlement settlement) {
        SendRequest request = group.request();
        Optional<SendInParts> parts;
        try {
            parts = parts(group, settlement);
        } catch (RuntimeException e) {
            permit.close();
            settlement.ended(
                    new SendOutcome.NotSent("not looked up: " + e.getClass().getSimpleName()));
            return;
        }
        boolean begun = false;
        try {
            begun = settlement.wants(request);
        } catch (RuntimeException e) {
            log.error(
                    "delivery {} is not sent: its beginning could not be noted: {}",
                    group.first().id(),
                    e.toString());
        }
        if (begun && parts.isPresent()) {
            send(parts.get(), permit);
        } else if (begun) {
            connection.send(request, permit, settlement);
        } else {
            permit.close();
            settlement.notBegun();
        }
    }

    private void send(SendInParts parts, Permit.Granted permit) {
        parts.begin();
        Optional<SendRequest> next = parts.next();
        if (next.isPresent()) {
            connection.send(next.get(), permit, parts);
        } else {
            permit.close();
            parts.finish();
        }
    }

    private Optional<SendInParts> parts(DeliveryGroup group, Settlement settlement) {
        SendRequest request = group.request();
        if (AlbumSending.isNeeded(request)) {
            return Optional.of(new AlbumSending(connection, request, ledger.album(group), settlement, settlement));
        }
        List<OutgoingMessage> pieces = connection.pieces(request);
        if (pieces.size() == 1) {
            return Optional.empty();
        }
        List<String> taken = ledger.piecesTaken(group, pieces);
        return Optional.of(new PieceSending(connection, request, pieces, taken, settlement, settlement));
    }

    /** Lets what is under way come to its end; what is not over after the time is left to its lease. */
    void close(Duration atMost) {
        if (!inFlight.awaitNone(atMost)) {
            log.warn("{}: {} messages are still under way", connection.bot(), inFlight.underWay());
        }
        threads.shutdown();
    }

    /** Has the outcome of one group written down. */
    private final class Settlement implements SendCallback, AlbumProgress, PieceProgress {
        private volatile DeliveryGroup group;
        private final AtomicBoolean settled = new AtomicBoolean();
        private volatile List<Delivery> told = List.of();

        Settlement(DeliveryGroup group) {
            this.group = group;
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
        private void notBegun() {
            settle(() -> ledger.release(group.deliveries()));
        }

        @Override
        public void ended(SendOutcome outcome) {
            if (outcome instanceof SendOutcome.Sent sent) {
                log.debug("delivery {} arrived as message {}", group.first().id(), sent.messageId());
                lastSuccess = clock.instant();
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
}
