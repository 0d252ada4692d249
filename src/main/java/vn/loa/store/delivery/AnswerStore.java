package vn.loa.store.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.store.Database;

/** Keeps the answers that people are owed until the platform has taken them, across a restart. */
public final class AnswerStore {
    private final Database database;

    public AnswerStore(Database database) {
        this.database = database;
    }

    /**
     * An answer that is still to be given.
     *
     * @param id 0 for one that is not kept yet
     * @param replaces the message that it changes, by its number on the platform; empty for a new message
     * @param body the message as text
     * @param askedAt when it was to be given first
     */
    public record Owed(long id, ChatAddress to, Optional<String> replaces, String body, Instant askedAt) {
        public Owed {
            Objects.requireNonNull(to);
            Objects.requireNonNull(replaces);
            Objects.requireNonNull(body);
            Objects.requireNonNull(askedAt);
        }
    }

    /** Keeps an answer and returns its number. */
    public long owe(Owed answer) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO owed_answer (bot, chat_id, topic_id, replaces, body, asked_at)
                        VALUES (:bot, :chat, :topic, :replaces, :body, :asked) RETURNING id
                        """)
                .bind("bot", answer.to().bot().key())
                .bind("chat", answer.to().chatId())
                .bind("topic", answer.to().topicId())
                .bind("replaces", answer.replaces().orElse(null))
                .bind("body", answer.body())
                .bind("asked", answer.askedAt().toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** Returns a bot's answers that are still to be given, the oldest first. */
    public List<Owed> owed(Bot bot) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, chat_id, topic_id, replaces, body, asked_at FROM owed_answer
                        WHERE bot = :bot ORDER BY id
                        """)
                .bind("bot", bot.key())
                .map((row, context) -> new Owed(
                        row.getLong("id"),
                        new ChatAddress(bot, row.getString("chat_id"), row.getString("topic_id")),
                        Optional.ofNullable(row.getString("replaces")),
                        row.getString("body"),
                        Instant.ofEpochMilli(row.getLong("asked_at"))))
                .list());
    }

    /** Notes that an answer is begun anew after a restart, and returns how often it was. */
    public int begin(long id) {
        return database.write(handle -> {
            handle.createUpdate("UPDATE owed_answer SET tries = tries + 1 WHERE id = :id")
                    .bind("id", id)
                    .execute();
            return handle.createQuery("SELECT tries FROM owed_answer WHERE id = :id")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
        });
    }

    /** Forgets an answer that was given, or is given up. */
    public void settle(long id) {
        database.write(handle -> handle.createUpdate("DELETE FROM owed_answer WHERE id = :id")
                .bind("id", id)
                .execute());
    }
}
