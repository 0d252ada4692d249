package vn.loa.store.chat;

import java.time.Instant;
import java.util.Optional;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.Database;

/** Keeps who asked operators to let a chat in, until it is decided; one request for a group with its topics. */
public final class ApprovalStore {
    private final Database database;

    public ApprovalStore(Database database) {
        this.database = database;
    }

    /** Counts the private chats and the other chats that wait. */
    public record Waiting(int people, int groups) {
        /** Returns how many wait in all. */
        public int all() {
            return people + groups;
        }
    }

    /** Notes a request; returns false when there is one for the chat already. */
    public boolean add(ChatAddress chat, Optional<PersonId> person, Instant now) {
        return database.write(handle -> handle.execute(
                        """
                        INSERT INTO approval_request (bot, external_id, person, asked_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (bot, external_id) DO NOTHING
                        """,
                        chat.bot().key(),
                        chat.chatId(),
                        person.map(PersonId::key).orElse(""),
                        now.toEpochMilli())
                == 1);
    }

    /** Forgets the request for a chat that is decided. */
    public void remove(ChatAddress chat) {
        database.write(handle -> handle.execute(
                "DELETE FROM approval_request WHERE bot = ? AND external_id = ?",
                chat.bot().key(),
                chat.chatId()));
    }

    /** Returns who asked for a chat; empty when nobody did, or the platform did not say who. */
    public Optional<PersonId> by(ChatAddress chat) {
        return database.read(handle -> handle.createQuery(
                        "SELECT person FROM approval_request WHERE bot = :bot AND external_id = :external")
                .bind("bot", chat.bot().key())
                .bind("external", chat.chatId())
                .mapTo(String.class)
                .findOne()
                .filter(key -> !key.isEmpty())
                .map(PersonId::parse));
    }

    /** Counts a person's requests that are not decided. */
    public int of(PersonId person) {
        return database.read(handle -> handle.createQuery("""
                                SELECT COUNT(*) FROM approval_request r WHERE r.person = :person AND EXISTS (
                                  SELECT 1 FROM chat c WHERE c.bot = r.bot AND c.external_id = r.external_id
                                    AND c.state = 'PENDING')
                                """)
                .bind("person", person.key())
                .mapTo(Integer.class)
                .one());
    }

    /** Counts the chats whose requests are not decided. */
    public Waiting waiting() {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(DISTINCT CASE WHEN c.kind = 'PRIVATE' THEN r.bot || ' ' || r.external_id END) AS people,
                          COUNT(DISTINCT CASE WHEN c.kind <> 'PRIVATE' THEN r.bot || ' ' || r.external_id END) AS others
                        FROM approval_request r JOIN chat c ON c.bot = r.bot AND c.external_id = r.external_id
                        WHERE c.state = 'PENDING'
                        """)
                .map((row, context) -> new Waiting(row.getInt("people"), row.getInt("others")))
                .one());
    }

    /** Forgets requests from before the time for chats that wait no more. */
    public int forget(Instant before) {
        return database.write(handle -> handle.execute("""
                        DELETE FROM approval_request WHERE asked_at < ? AND NOT EXISTS (
                          SELECT 1 FROM chat c WHERE c.bot = approval_request.bot
                            AND c.external_id = approval_request.external_id AND c.state = 'PENDING')
                        """, before.toEpochMilli()));
    }

    /** Returns when the last request before this time was made; empty for none. */
    public Optional<Instant> lastBefore(Instant now) {
        return database.read(
                handle -> handle.createQuery("SELECT MAX(asked_at) FROM approval_request WHERE asked_at < :now")
                        .bind("now", now.toEpochMilli())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }
}
