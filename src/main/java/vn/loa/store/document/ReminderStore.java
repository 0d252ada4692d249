package vn.loa.store.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.document.deadline.Recurrence;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps which chats were reminded of deadlines, and which have said that they are done. */
public final class ReminderStore {
    private static final String SET = "SELECT d.*, a.title, a.url FROM deadline d"
            + " JOIN article a ON a.id = d.article_id AND a.withdrawn = 0 WHERE d.dropped_at IS NULL";

    private final Database database;

    public ReminderStore(Database database) {
        this.database = database;
    }

    /** A chat that was told of a deadline's article, by which bot, and since when. */
    public record Told(long chatId, Bot bot, Instant since) {
        public Told {
            Objects.requireNonNull(bot);
            Objects.requireNonNull(since);
        }
    }

    /** Returns the deadlines that may come up between two days, with all that recur. */
    public List<SetDeadline> upcoming(LocalDate first, LocalDate last) {
        return database.read(handle -> handle.createQuery(
                        SET + " AND (d.recurrence <> 'NONE' OR d.due_on >= :first AND d.due_on <= :last)"
                                + " ORDER BY d.due_on, d.id")
                .bind("first", first.toString())
                .bind("last", last.toString())
                .map(DocumentRows::set)
                .list());
    }

    /** Returns a deadline that still holds. */
    public Optional<SetDeadline> find(long id) {
        return database.read(handle -> handle.createQuery(SET + " AND d.id = :id")
                .bind("id", id)
                .map(DocumentRows::set)
                .findOne());
    }

    /** Returns the deadlines that may come up of articles that a chat was told, without those that it has done. */
    public List<SetDeadline> upcoming(long chatId, LocalDate first, LocalDate last) {
        return upcoming(first, last).stream()
                .filter(each -> told(each).stream().anyMatch(told -> told.chatId() == chatId))
                .toList();
    }

    /** Returns the chats that were told of a deadline's article. */
    public List<Told> told(SetDeadline deadline) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.chat_id, d.bot, d.created_at FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.article_id = :article AND d.state <> 'DEAD' AND c.state IN ('PENDING', 'ACTIVE')
                        """)
                .bind("article", deadline.articleId())
                .map((row, context) -> new Told(
                        row.getLong("chat_id"), Bot.parse(row.getString("bot")), Columns.instant(row, "created_at")))
                .list());
    }

    /** Returns whether a chat has said that a deadline's task is done for a day. */
    public boolean isDone(SetDeadline deadline, long chatId, LocalDate due) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM deadline_done"
                                + " WHERE deadline_id = :deadline AND chat_id = :chat AND due_on = :due")
                        .bind("deadline", deadline.id())
                        .bind("chat", chatId)
                        .bind("due", day(deadline, due))
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Notes that a chat has done a deadline's task; returns whether that is new. */
    public boolean done(SetDeadline deadline, long chatId, LocalDate due, PersonId person, String name, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO deadline_done (deadline_id, chat_id, due_on, person, name, done_at)
                                VALUES (:deadline, :chat, :due, :person, %s, :now)
                                ON CONFLICT (deadline_id, chat_id, due_on) DO NOTHING
                                """.formatted(Columns.NAME_OF_PERSON))
                        .bind("deadline", deadline.id())
                        .bind("chat", chatId)
                        .bind("due", day(deadline, due))
                        .bind("person", person.key())
                        .bind("name", name)
                        .bind("now", now.toEpochMilli())
                        .execute())
                == 1;
    }

    /** A corrected day does not undo what is done; of a recurring deadline each day is done by itself. */
    private static String day(SetDeadline deadline, LocalDate due) {
        return deadline.deadline().recurrence() == Recurrence.NONE ? "" : due.toString();
    }

    /** Notes that a chat is reminded; returns false when it was already. To be called with the delivery's transaction. */
    public boolean remind(SetDeadline deadline, long chatId, LocalDate due, int daysBefore, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO deadline_reminder (deadline_id, chat_id, due_on, days_before, reminded_at)
                                VALUES (:deadline, :chat, :due, :days, :now)
                                ON CONFLICT (deadline_id, chat_id, due_on, days_before) DO NOTHING
                                """)
                        .bind("deadline", deadline.id())
                        .bind("chat", chatId)
                        .bind("due", due.toString())
                        .bind("days", daysBefore)
                        .bind("now", now.toEpochMilli())
                        .execute())
                == 1;
    }

    /** Returns whether a chat was reminded of this slot. */
    public boolean isReminded(SetDeadline deadline, long chatId, LocalDate due, int daysBefore) {
        return database.read(handle -> handle.createQuery("""
                                SELECT COUNT(*) FROM deadline_reminder WHERE deadline_id = :deadline AND chat_id = :chat
                                  AND due_on = :due AND days_before = :days
                                """)
                        .bind("deadline", deadline.id())
                        .bind("chat", chatId)
                        .bind("due", due.toString())
                        .bind("days", daysBefore)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Forgets reminders from before; returns how many. */
    public int forget(Instant before) {
        return database.write(handle -> handle.createUpdate("DELETE FROM deadline_reminder WHERE reminded_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
