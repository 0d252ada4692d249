package vn.loa.store.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import vn.loa.store.Database;

/** Keeps how many people are in a chat, as the platform told last. */
public final class MemberCountStore {
    private final Database database;

    public MemberCountStore(Database database) {
        this.database = database;
    }

    /**
     * Returns how many people are in a chat, the bot among them; empty when it was never told. A forum's topics have its
     * members.
     */
    public OptionalInt members(long chatId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT m.members FROM chat c JOIN chat g ON g.bot = c.bot AND g.external_id = c.external_id
                          JOIN chat_members m ON m.chat_id = g.id
                        WHERE c.id = :chat ORDER BY m.asked_at DESC LIMIT 1
                        """)
                .bind("chat", chatId)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()));
    }

    /** Returns when the platform was asked last. */
    public Optional<Instant> askedAt(long chatId) {
        return database.read(handle -> handle.createQuery("SELECT asked_at FROM chat_members WHERE chat_id = :chat")
                .bind("chat", chatId)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /** Notes what the platform told. */
    public void note(long chatId, int members, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO chat_members (chat_id, members, asked_at) VALUES (:chat, :members, :now)
                        ON CONFLICT (chat_id) DO UPDATE SET members = excluded.members, asked_at = excluded.asked_at
                        """)
                .bind("chat", chatId)
                .bind("members", members)
                .bind("now", now.toEpochMilli())
                .execute());
    }
}
