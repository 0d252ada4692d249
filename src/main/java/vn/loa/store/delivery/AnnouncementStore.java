package vn.loa.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** The announcements by hand, from their author's word until the ledger has them, and who among their chats failed. */
public final class AnnouncementStore {
    private final Database database;

    public AnnouncementStore(Database database) {
        this.database = database;
    }

    /**
     * A chat that will not get an announcement.
     *
     * @param reason as the ledger has it
     */
    public record Failure(Chat chat, String reason) {
        public Failure {
            Objects.requireNonNull(chat);
            Objects.requireNonNull(reason);
        }
    }

    /**
     * An announcement and those of its chats that will not get it, of which its author does not know.
     *
     * @param failures the latest first
     */
    public record Failed(Announcement announcement, List<Failure> failures) {
        public Failed {
            Objects.requireNonNull(announcement);
            failures = List.copyOf(failures);
        }
    }

    /** Keeps an announcement. */
    public void add(Announcement announcement) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO announcement (notice_id, author, recipients, priority, send_at, state, repeats)
                        VALUES (:notice, :author, :recipients, :priority, :at, :state, :repeats)
                        """)
                .bind("notice", announcement.noticeId())
                .bind("author", announcement.author().map(PersonId::key).orElse(Columns.ERASED))
                .bind(
                        "recipients",
                        announcement.chats().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .bind("priority", announcement.priority().rank())
                .bind("at", announcement.at().toEpochMilli())
                .bind("state", announcement.state().name())
                .bind("repeats", announcement.repeats().map(Repetition::name).orElse(""))
                .execute());
    }

    /** Returns an announcement by the number of its message. */
    public Optional<Announcement> find(long noticeId) {
        return database.read(handle -> handle.createQuery("SELECT * FROM announcement WHERE notice_id = :notice")
                .bind("notice", noticeId)
                .map(AnnouncementStore::announcement)
                .findOne());
    }

    /** Returns those that wait for a second person or for their time, the first due first. */
    public List<Announcement> open() {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM announcement WHERE state IN ('WAITING', 'APPROVED') ORDER BY send_at, notice_id")
                .map(AnnouncementStore::announcement)
                .list());
    }

    /** Moves an announcement on; returns false when it is not in that state any more. */
    public boolean move(long noticeId, Announcement.State from, Announcement.State to) {
        return database.write(handle ->
                handle.createUpdate("UPDATE announcement SET state = :to WHERE notice_id = :notice AND state = :from")
                                .bind("to", to.name())
                                .bind("from", from.name())
                                .bind("notice", noticeId)
                                .execute()
                        == 1);
    }

    /** Notes who agreed to an announcement or declined it. */
    public void decided(long noticeId, PersonId approver) {
        database.write(handle ->
                handle.execute("UPDATE announcement SET approver = ? WHERE notice_id = ?", approver.key(), noticeId));
    }

    /** Returns the announcements of which more chats failed than their authors know; they count as told now. */
    public List<Failed> takeFailed(int mostFailures) {
        return database.transaction(() -> database.write(handle -> {
            List<Long> ids = handle.createQuery("""
                            SELECT n.notice_id FROM announcement n JOIN delivery d ON d.notice_id = n.notice_id
                            WHERE d.state = 'DEAD' GROUP BY n.notice_id, n.told_dead HAVING COUNT(*) > n.told_dead
                            ORDER BY n.notice_id
                            """).mapTo(Long.class).list();
            return ids.stream()
                    .map(id -> {
                        Failed failed = new Failed(find(id).orElseThrow(), failures(id, mostFailures));
                        handle.execute("""
                                UPDATE announcement SET told_dead =
                                  (SELECT COUNT(*) FROM delivery d WHERE d.notice_id = ? AND d.state = 'DEAD')
                                WHERE notice_id = ?
                                """, id, id);
                        return failed;
                    })
                    .toList();
        }));
    }

    private List<Failure> failures(long noticeId, int most) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.*, d.last_error FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.notice_id = :notice AND d.state = 'DEAD' ORDER BY d.settled_at DESC, d.id LIMIT :most
                        """)
                .bind("notice", noticeId)
                .bind("most", most)
                .map((row, context) -> new Failure(ChatRow.chat(row, context), row.getString("last_error")))
                .list());
    }

    private static Announcement announcement(ResultSet row, StatementContext context) throws SQLException {
        return new Announcement(
                row.getLong("notice_id"),
                person(row.getString("author")),
                Arrays.stream(row.getString("recipients").split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                Priority.ofRank(row.getInt("priority")),
                Columns.instant(row, "send_at"),
                Announcement.State.valueOf(row.getString("state")),
                Columns.optionalText(row, "approver").flatMap(AnnouncementStore::person),
                Optional.of(row.getString("repeats"))
                        .filter(often -> !often.isEmpty())
                        .map(Repetition::valueOf));
    }

    private static Optional<PersonId> person(String key) {
        return Optional.of(key).filter(told -> !told.startsWith(Columns.ERASED)).map(PersonId::parse);
    }
}
