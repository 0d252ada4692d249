package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.loa.delivery.connection.AlbumSending;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.PieceSending;
import vn.loa.delivery.connection.SendInParts;
import vn.loa.delivery.connection.SendOutcome;
import vn.loa.delivery.connection.SendRequest;
import vn.loa.delivery.pace.Permit;
import vn.loa.model.OutgoingMessage;

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
            Settlement settlement =
                    new Settlement(group, connection, ledger, inFlight, () -> lastSuccess = clock.instant());
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
        Optional<SendInParts> parts;
        try {
            parts = parts(group, settlement);
        } catch (RuntimeException e) {
            permit.close();
            settlement.ended(
                    new SendOutcome.NotSent("not looked up: " + e.getClass().getSimpleName()));
            return;
        }
        boolean begun = begun(group, settlement);
        if (begun && parts.isPresent()) {
            send(parts.get(), permit);
        } else if (begun) {
            connection.send(group.request(), permit, settlement);
        } else {
            permit.close();
            settlement.notBegun();
        }
    }

    private static boolean begun(DeliveryGroup group, Settlement settlement) {
        try {
            return settlement.wants(group.request());
        } catch (RuntimeException e) {
            log.error(
                    "delivery {} is not sent: its beginning could not be noted: {}",
                    group.first().id(),
                    e.toString());
            return false;
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
}
