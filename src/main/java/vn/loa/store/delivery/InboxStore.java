package vn.loa.store.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Bot;
import vn.loa.store.Database;

/** Keeps what came in from all platforms: written down before anything is done with it, and handled once. */
public final class InboxStore {
    private final Database database;

    public InboxStore(Database database) {
        this.database = database;
    }

    /** An update that is still to be handled. */
    public record Waiting(String key, String body) {
        public Waiting {
            Objects.requireNonNull(key);
            Objects.requireNonNull(body);
        }
    }

    /** Writes an update down; returns false when it came before. */
    public boolean accept(Bot bot, String key, String body, Instant now) {
        return !accept(bot, List.of(new Waiting(key, body)), now).isEmpty();
    }

    /** Writes a batch of updates down, all or none; returns those that did not come before, in the same order. */
    public List<Waiting> accept(Bot bot, List<Waiting> batch, Instant now) {
        return database.write(handle -> {
            List<Waiting> accepted = new ArrayList<>();
            for (Waiting each : batch) {
                if (inserted(handle, bot, each, now)) {
                    accepted.add(each);
                }
            }
            return accepted;
        });
    }

    private static boolean inserted(Handle handle, Bot bot, Waiting update, Instant now) {
        return handle.createUpdate("""
                                INSERT INTO received_update (bot, update_key, body, received_at)
                                VALUES (:bot, :key, :body, :now) ON CONFLICT (bot, update_key) DO NOTHING
                                """)
                        .bind("bot", bot.key())
                        .bind("key", update.key())
                        .bind("body", update.body())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Notes that an update is begun anew after a restart, and returns how often it was. */
    public int begin(Bot bot, String key) {
        return database.write(handle -> {
            handle.createUpdate("UPDATE received_update SET tries = tries + 1 WHERE bot = :bot AND update_key = :key")
                    .bind("bot", bot.key())
                    .bind("key", key)
                    .execute();
            return handle.createQuery("SELECT tries FROM received_update WHERE bot = :bot AND update_key = :key")
                    .bind("bot", bot.key())
                    .bind("key", key)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
        });
    }

    /** Tells whether other nodes write into the same inbox. */
    public boolean shared() {
        return database.onServer();
    }

    /** Returns the updates that were not handled yet, the oldest first. */
    public List<Waiting> waiting(Bot bot) {
        return database.read(handle -> handle.createQuery(
                        "SELECT update_key, body FROM received_update WHERE bot = :bot AND handled = 0 ORDER BY id")
                .bind("bot", bot.key())
                .map((row, context) -> new Waiting(row.getString("update_key"), row.getString("body")))
                .list());
    }

    /** An update is done with; only its number is kept. */
    public void done(Bot bot, String key) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE received_update SET handled = 1, body = '' WHERE bot = :bot AND update_key = :key")
                .bind("bot", bot.key())
                .bind("key", key)
                .execute());
    }

    /** Forgets updates received before the time that are handled. */
    public int forget(Instant before) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM received_update WHERE handled = 1 AND received_at < :before")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }
}
