package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.pace.Permit;

/** The threads that say parcels over a line and have their fate written down. */
final class Senders {
    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final BotConnection line;
    private final Ledger ledger;
    private final InstantSource clock;
    private final InFlight flights;
    private final ExecutorService threads;
    private volatile Instant lastSuccess;

    Senders(int count, BotConnection line, Ledger ledger) {
        this.line = line;
        this.ledger = ledger;
        this.clock = line.clock();
        this.flights = new InFlight(count);
        this.threads = Executors.newFixedThreadPool(count, BotConnection.named("send " + line.bot()));
    }

    InFlight flights() {
        return flights;
    }

    /** When the platform last confirmed a parcel. */
    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** Says a parcel in its turn; a sender must be free. */
    void send(DeliveryGroup parcel, Permit.Granted turn) {
        flights.started(parcel.ids());
        threads.execute(() -> {
            Settlement settlement = new Settlement(parcel);
            try {
                line.say(parcel.letter(), turn, settlement);
            } catch (RuntimeException | Error e) {
                log.error(
                        "delivery {} failed by a mistake of ours",
                        parcel.first().id(),
                        e);
                settlement.unconfirmed("failed: " + e.getClass().getSimpleName());
            } finally {
                flights.freed();
            }
        });
    }

    /** Lets what is under way come to its end; what is not over after the time is left to its lease. */
    void close(Duration atMost) {
        if (!flights.awaitNone(atMost)) {
            log.warn("{}: {} messages are still under way", line.bot(), flights.underWay());
        }
        threads.shutdown();
    }

    /** Has the fate of one parcel written down. */
    private final class Settlement implements SendCallback {
        private final DeliveryGroup parcel;
        private final AtomicBoolean settled = new AtomicBoolean();

        Settlement(DeliveryGroup parcel) {
            this.parcel = parcel;
        }

        @Override
        public boolean stillWanted() {
            return ledger.holds(parcel);
        }

        /** Its chat was closed, or became one with a chat that has it already: that is written. */
        @Override
        public void unwanted() {
            settle(() -> log.debug(
                    "delivery {} is not wanted any more", parcel.first().id()));
        }

        @Override
        public void arrived(String messageId) {
            log.debug("delivery {} arrived as message {}", parcel.first().id(), messageId);
            lastSuccess = clock.instant();
            settle(() -> ledger.sent(parcel, messageId));
        }

        @Override
        public void held(Instant until, String reason) {
            settle(() -> ledger.release(parcel.deliveries()));
        }

        @Override
        public void connectionDown(String reason, boolean mayHaveArrived) {
            settle(() -> {
                if (mayHaveArrived) {
                    ledger.unconfirmedByOutage(parcel, reason);
                } else {
                    ledger.release(parcel.deliveries());
                }
            });
        }

        @Override
        public void failed(String reason) {
            settle(() -> ledger.failed(parcel.deliveries(), reason));
        }

        /** The last unconfirmed try ends a delivery, so the platform is asked whether it is to blame instead. */
        @Override
        public void unconfirmed(String reason) {
            if (ledger.onItsLastTry(parcel) && !line.state().ping()) {
                connectionDown(reason, true);
            } else {
                settle(() -> ledger.unconfirmed(parcel, reason));
            }
        }

        @Override
        public void silenced(String reason) {
            settle(() -> ledger.silenced(parcel, reason));
        }

        @Override
        public void refused(String reason) {
            settle(() -> ledger.refused(parcel, reason));
        }

        @Override
        public void closed(String reason) {
            settle(() -> ledger.dead(parcel.deliveries(), reason));
        }

        private void settle(Runnable entry) {
            if (settled.compareAndSet(false, true)) {
                try {
                    entry.run();
                } finally {
                    flights.landed(parcel.ids());
                }
            }
        }
    }
}
