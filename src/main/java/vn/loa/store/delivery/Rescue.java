package vn.loa.store.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.loa.model.Bot;
import vn.loa.store.message.AlbumPart;

/**
 * Gives back deliveries whose sender never settled them: the program ended, or its lease ran out. What was being sent may
 * have arrived: it waits until what was never tried has gone, and is sent once more and not a second time. What was only
 * claimed has harmed nobody and keeps its place, but for what was being worded when the program had ended so often before
 * that its words may be the cause, and has ended twice in a row while it was being worded.
 */
public final class Rescue {
    /** A delivery that was claimed so often when the program ended is worded with caution. */
    static final int SUSPICIOUS = 3;

    private final Instant now;
    private final Duration pause;

    /**
     * Prepares a rescue.
     *
     * @param pause how long the first wait is of what may have arrived; each further one is longer by as much
     */
    public Rescue(Instant now, Duration pause) {
        this.now = now;
        this.pause = pause;
    }

    /**
     * Gives back all that was claimed for a bot, with a new fence: whoever still sends it settles nothing.
     *
     * @return how many were being sent
     */
    public int ofBot(Handle handle, Bot bot) {
        return of(
                handle,
                handle.createQuery("""
                                UPDATE delivery SET fence = fence + 1 WHERE state = 'SENDING' AND bot = :bot
                                RETURNING id
                                """).bind("bot", bot.key()).mapTo(Long.class).list());
    }

    /** Gives them back; returns how many were being sent. */
    int of(Handle handle, List<Long> lost) {
        if (lost.isEmpty()) {
            return 0;
        }
        // Where the words stand, or were left out, only the part that was under way ends: whoever sends the rest leaves
        // it out.
        int twice = update(handle, lost, """
                state = 'DEAD', settled_at = :now, unconfirmed = unconfirmed + 1,
                  last_error = 'may have arrived: interrupted while sending'
                WHERE in_flight = 1 AND unconfirmed_tries > 0 AND NOT EXISTS (SELECT 1 FROM delivery_part p
                  WHERE p.delivery_id = delivery.id AND p.words = 1)
                  AND NOT EXISTS (SELECT 1 FROM delivery_missing g
                    WHERE g.delivery_id = delivery.id AND g.file = %d)
                """.formatted(AlbumPart.WORDS));
        int once = update(handle, lost, """
                state = 'QUEUED', due_at = :now + :pause * (unconfirmed + 1), unconfirmed = unconfirmed + 1,
                  unconfirmed_tries = unconfirmed_tries + 1, last_error = 'interrupted while sending'
                WHERE in_flight = 1
                """);
        update(handle, lost, """
                state = 'DEAD', settled_at = :now, last_error = 'cannot be worded: it ends the program'
                WHERE suspect > 1
                """);
        update(handle, lost, "state = 'QUEUED', rescues = rescues + 1 WHERE 1 = 1");
        return once + twice;
    }

    private int update(Handle handle, List<Long> lost, String change) {
        String[] parts = change.split("WHERE", 2);
        Update update = handle.createUpdate("UPDATE delivery SET lease_until = NULL, in_flight = 0, "
                        + parts[0]
                        + " WHERE state = 'SENDING' AND id IN (<ids>) AND "
                        + parts[1])
                .bindList("ids", lost);
        if (change.contains(":now")) {
            update.bind("now", now.toEpochMilli());
        }
        if (change.contains(":pause")) {
            update.bind("pause", pause.toMillis());
        }
        return update.execute();
    }
}
