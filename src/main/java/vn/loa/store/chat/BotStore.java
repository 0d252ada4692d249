package vn.loa.store.chat;

import java.time.Instant;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.store.Database;

/** Keeps the state of each bot across a restart: until when it must send nothing, and why. */
public final class BotStore {
    private final Database database;

    public BotStore(Database database) {
        this.database = database;
    }

    /** Notes that the bot must send nothing before the time; without a reason that is pacing, else it stands in the status. */
    public void hold(Bot bot, Instant until, Optional<String> reason) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO bot (bot, hold_until, reason) VALUES (:bot, :until, :reason)
                        ON CONFLICT (bot) DO UPDATE SET hold_until = excluded.hold_until, reason = excluded.reason
                        """)
                .bind("bot", bot.key())
                .bind("until", until.toEpochMilli())
                .bind("reason", reason.orElse(""))
                .execute());
    }

    /** Until when the bot must be silent; in the past, or the epoch, when it need not. */
    public Instant holdUntil(Bot bot) {
        return database.read(handle -> handle.createQuery("SELECT hold_until FROM bot WHERE bot = :bot")
                .bind("bot", bot.key())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH));
    }

    /** Returns what keeps the bot from sending; empty when nothing does, or pacing alone. */
    public Optional<String> holdReason(Bot bot) {
        return database.read(handle -> handle.createQuery("SELECT reason FROM bot WHERE bot = :bot")
                .bind("bot", bot.key())
                .mapTo(String.class)
                .findOne()
                .filter(reason -> !reason.isEmpty()));
    }
}
