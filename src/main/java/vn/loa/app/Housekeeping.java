package vn.loa.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.PersonalDataStore;

/** Deletes settled data that is old enough, so that the database does not grow for ever. */
final class Housekeeping implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    /** Telegram repeats an update for a day, Zalo perhaps for longer. */
    private static final Duration UPDATES_REMEMBERED = Duration.ofDays(8);
    /** A clock that was wrong is rarely put back by more. */
    private static final Duration SLOTS_REMEMBERED = Duration.ofDays(60);

    private static final Duration DRAFTS_REMEMBERED = Duration.ofDays(1);
    /** Somebody may still ask why a code is refused. */
    private static final Duration INVITATIONS_REMEMBERED = Duration.ofDays(30);
    /** Longer than the watch looks back for the same story. */
    private static final Duration FINGERPRINTS_REMEMBERED = Duration.ofDays(8);
    /** An item that is still listed then is tried anew. */
    private static final Duration GIVEN_UP_REMEMBERED = Duration.ofDays(90);

    private final Storage storage;
    private final Duration retention;
    private final PersonalDataStore.Retention personal;
    private final InstantSource clock;

    /**
     * Makes the housekeeping of a database.
     *
     * @param personal how long names and the journal are kept
     * @param retention the age from which settled deliveries, notices and edits are deleted
     */
    Housekeeping(Storage storage, Duration retention, PersonalDataStore.Retention personal, InstantSource clock) {
        this.storage = storage;
        this.retention = retention;
        this.personal = personal;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Instant retained = now.minus(retention);
        forget("received updates", () -> storage.inbox().forget(now.minus(UPDATES_REMEMBERED)));
        forget("drafts of sources", () -> storage.sources().forgetDrafts(now.minus(DRAFTS_REMEMBERED)));
        forget("digests", () -> storage.digests().forgetClosed(now.minus(SLOTS_REMEMBERED)));
        forget("settled deliveries", () -> storage.deliveries().forgetSettled(retained));
        forget("inquiries", () -> storage.inquiries().forget(retained));
        forget("notices", () -> storage.notices().forget(retained));
        forget("edits", () -> storage.corrections().forgetEdits(retained));
        forget("stories", () -> storage.stories().forget(now.minus(FINGERPRINTS_REMEMBERED), retained));
        forget("requests to be let in", () -> storage.approvals().forget(now.minus(INVITATIONS_REMEMBERED)));
        forget("invitations", () -> storage.invitations().forgetExpired(now.minus(INVITATIONS_REMEMBERED)));
        forget("codes that link people", () -> storage.links().forgetExpired(now));
        forget("web logins", () -> storage.logins().forgetExpired(now));
        forget("files", () -> storage.files().forgetExpired(now));
        forget("links of consent", () -> storage.oaConsents().forgetExpired(now));
        forget("interactions", () -> storage.interactions().forget(now.minus(InteractionStore.KEPT)));
        forget("reminders", () -> storage.reminders().forget(now.minus(SLOTS_REMEMBERED)));
        forget("people in receipts", () -> storage.personalData().forgetNames(now.minus(personal.names())));
        forget("lines of the journal", () -> storage.audit().forget(now.minus(personal.journal())));
        forget("hosts that were closed", () -> storage.closedHosts().forgetOpen());
        forget("turns of hosts", () -> storage.hostTurns().forgetFree());
        forget("visits of hosts", () -> storage.hostVisits().forgetFree());
        forget("headlines given up", () -> storage.headlines().forgetGivenUp(now.minus(GIVEN_UP_REMEMBERED)));
    }

    /** Deletes one kind of data; a failure does not keep the rest. */
    private static void forget(String what, IntSupplier forgetting) {
        try {
            log.debug("housekeeping: {} {} forgotten", forgetting.getAsInt(), what);
        } catch (RuntimeException e) {
            log.error("housekeeping: {} could not be forgotten", what, e);
        }
    }
}
