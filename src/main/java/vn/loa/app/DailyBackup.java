package vn.loa.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.config.BackupConfig;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.file.Backup;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;
import vn.loa.watch.alarm.OperatorAlert;

/**
 * Makes a backup a day, also one that was missed while the machine was off. Operators hear once when it fails twice in a
 * row, and once when it works again.
 */
final class DailyBackup implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(DailyBackup.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofHours(1);
    private static final int TOLD_AFTER = 2;
    private static final State NO_FAILURE = new State(0, "", Instant.MIN);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("H:mm d/M/yyyy", Locale.ROOT);

    private final Plan plan;
    private final Database database;
    private final OperatorAlert alert;
    private final Phrases phrases;
    private final InstantSource clock;
    private volatile State state = NO_FAILURE;

    /**
     * Configures when and where.
     *
     * @param file the database; empty when it is on a server, whose keepers back it up
     * @param wanted whether there is a daily backup at all
     * @param time the time of day after which it is made
     */
    record Plan(Optional<Path> file, Backups backups, boolean wanted, LocalTime time, ZoneId zone) {
        static Plan of(Settings settings) {
            BackupConfig backup = settings.config().backup();
            boolean ours = settings.server().isEmpty();
            return new Plan(
                    Optional.of(settings.database().file()).filter(file -> ours),
                    settings.database().backups(),
                    ours && backup.keep() > 0,
                    backup.time(),
                    settings.config().zone());
        }

        /** Returns the latest moment at which a backup should have been made. */
        private Instant due(Instant now) {
            ZonedDateTime today = now.atZone(zone).with(time);
            return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
        }
    }

    private record State(int failures, String cause, Instant failedAt) {}

    DailyBackup(Plan plan, Database database, OperatorAlert alert, Phrases phrases, InstantSource clock) {
        this.plan = plan;
        this.database = database;
        this.alert = alert;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        boolean fresh = last().filter(at -> !at.isBefore(plan.due(now))).isPresent();
        boolean resting = now.isBefore(nextTry()) && !now.isBefore(state.failedAt());
        if (plan.wanted() && !fresh && !resting) {
            take(now);
        }
    }

    private Instant nextTry() {
        return state.failures() == 0 ? Instant.MIN : state.failedAt().plus(BEFORE_NEXT_TRY);
    }

    private void take(Instant now) {
        try {
            Path file = taken(now).orElseThrow();
            if (state.failures() >= TOLD_AFTER) {
                tell(phrases.say("backup.healed", file));
            }
            state = NO_FAILURE;
        } catch (BackupFailedException e) {
            database.noteDamage(e);
            state = new State(state.failures() + 1, e.getMessage(), now);
            log.error("{} ({} in a row)", e.getMessage(), state.failures());
            if (state.failures() == TOLD_AFTER) {
                tell(phrases.say("backup.failed", e.getMessage(), shownLast()));
            }
        }
    }

    private synchronized Optional<Path> taken(Instant now) throws BackupFailedException {
        return plan.file().isEmpty()
                ? Optional.empty()
                : Optional.of(plan.backups().take(plan.file().get(), now).file());
    }

    /**
     * Makes a backup whether or not one is due.
     *
     * @return its file; empty when the database is on a server
     * @throws BackupFailedException when there is none
     */
    Optional<Path> takeNow() throws BackupFailedException {
        try {
            return taken(clock.instant());
        } catch (BackupFailedException e) {
            database.noteDamage(e);
            throw e;
        }
    }

    private void tell(String text) {
        try {
            alert.tell("backup", OutgoingMessage.plain(text));
        } catch (RuntimeException e) {
            log.error("operators could not be told of the backup", e);
        }
    }

    /** Returns when the newest backup was made, except one from the future. */
    Optional<Instant> last() {
        Instant soon = clock.instant().plusSeconds(60);
        return plan.backups().all().stream()
                .map(Backup::at)
                .filter(at -> !at.isAfter(soon))
                .findFirst();
    }

    /** Returns why there was no backup the last two times; an empty string when there was. */
    Optional<String> problem() {
        return Optional.of(state.cause()).filter(cause -> state.failures() >= TOLD_AFTER);
    }

    /** Returns a line for the status: the newest backup, and what keeps the next one from being made. */
    String status() {
        if (plan.file().isEmpty()) {
            return phrases.say("backup.server");
        }
        String last = phrases.say("backup.last", shownLast());
        return state.failures() == 0 ? last : last + " " + phrases.say("backup.problem", state.cause());
    }

    private String shownLast() {
        return last().map(at -> SHOWN.format(at.atZone(plan.zone()))).orElse(phrases.say("status.never"));
    }
}
