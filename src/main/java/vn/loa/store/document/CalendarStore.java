package vn.loa.store.document;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.store.Database;

/** Keeps the addresses of chats' calendars, as digests, and tells the events in what chats were told. */
public final class CalendarStore {
    private static final int MOST_EVENTS = 200;

    private final Database database;

    public CalendarStore(Database database) {
        this.database = database;
    }

    /** The day of the event of which an article tells. */
    public record ToldEvent(long articleId, LocalDate day, String title, URI url) {
        public ToldEvent {
            Objects.requireNonNull(day);
            Objects.requireNonNull(title);
            Objects.requireNonNull(url);
        }
    }

    /** Gives a chat's calendar an address; a former one leads nowhere from then on. */
    public void replace(long chatId, String digest, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO calendar_link (chat_id, digest, created_at) VALUES (:chat, :digest, :now)
                        ON CONFLICT (chat_id) DO UPDATE SET digest = :digest, created_at = :now
                        """)
                .bind("chat", chatId)
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Returns the chat whose calendar has an address; empty when there is none, or Loa left the chat. */
    public Optional<Long> chat(String digest) {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT l.chat_id FROM calendar_link l JOIN chat c ON c.id = l.chat_id
                        WHERE l.digest = :digest AND c.state IN ('PENDING', 'ACTIVE')
                        """).bind("digest", digest).mapTo(Long.class).findOne());
    }

    /** Returns the events of two days and those between them in what a chat was told, the earliest first. */
    public List<ToldEvent> events(long chatId, LocalDate first, LocalDate last) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.id, a.event_date, a.title, a.url FROM article a
                        WHERE a.withdrawn = 0 AND a.event_date >= :first AND a.event_date <= :last
                          AND EXISTS (SELECT 1 FROM delivery d WHERE d.article_id = a.id AND d.chat_id = :chat
                            AND d.state <> 'DEAD')
                        ORDER BY a.event_date, a.id LIMIT :most
                        """)
                .bind("chat", chatId)
                .bind("first", first.toString())
                .bind("last", last.toString())
                .bind("most", MOST_EVENTS)
                .map((row, context) -> new ToldEvent(
                        row.getLong("id"),
                        LocalDate.parse(row.getString("event_date")),
                        row.getString("title"),
                        URI.create(row.getString("url"))))
                .list());
    }
}
