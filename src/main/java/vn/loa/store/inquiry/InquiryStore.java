package vn.loa.store.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps the questions that chats are asked, whom they were sent to, and every answer. */
public final class InquiryStore {
    /** The last round of a question that repeats is what the next one is made of. */
    private static final String OLD = "created_at < ? AND id NOT IN (SELECT inquiry_id FROM inquiry_round)";

    private final Database database;

    public InquiryStore(Database database) {
        this.database = database;
    }

    /** Keeps a draft; returns its number. */
    public long add(AnswerKind kind, String question, List<String> choices, String askedBy, Instant now) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO inquiry (kind, question, choices, asked_by, created_at)
                        VALUES (:kind, :question, :choices, :by, :now) RETURNING id
                        """)
                .bind("kind", kind.name())
                .bind("question", question)
                .bind("choices", Columns.json(choices))
                .bind("by", askedBy)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** Changes what answers a draft will take. */
    public void change(long id, AnswerKind kind) {
        database.write(handle ->
                handle.execute("UPDATE inquiry SET kind = ? WHERE id = ? AND opened_at IS NULL", kind.name(), id));
    }

    /** Finds a question by its number. */
    public Optional<Inquiry> find(long id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM inquiry WHERE id = :id")
                .bind("id", id)
                .map(InquiryStore::inquiry)
                .findOne());
    }

    /**
     * Notes that a draft was sent.
     *
     * @param noticeId the message that asks it
     * @param chatIds whom it asks
     * @return false when it was sent before
     */
    public boolean open(long id, long noticeId, List<Long> chatIds, Instant now) {
        return database.write(handle -> {
            int opened = handle.execute(
                    "UPDATE inquiry SET opened_at = ? WHERE id = ? AND opened_at IS NULL AND closed_at IS NULL",
                    now.toEpochMilli(),
                    id);
            if (opened == 1) {
                chatIds.forEach(chat ->
                        handle.execute("INSERT INTO inquiry_chat (inquiry_id, chat_id) VALUES (?, ?)", id, chat));
                asks(handle, id, noticeId);
            }
            return opened == 1;
        });
    }

    private static void asks(Handle handle, long id, long noticeId) {
        handle.execute("INSERT INTO inquiry_notice (inquiry_id, notice_id) VALUES (?, ?)", id, noticeId);
    }

    /** Notes that chats are reminded of a question by a message. */
    public void remind(long id, long noticeId, Instant now) {
        database.write(handle -> {
            asks(handle, id, noticeId);
            return handle.execute("UPDATE inquiry SET reminded_at = ? WHERE id = ?", now.toEpochMilli(), id);
        });
    }

    /** Takes no more answers to a question, or drops a draft. */
    public void close(long id, Instant now) {
        database.write(handle -> handle.execute(
                "UPDATE inquiry SET closed_at = ? WHERE id = ? AND closed_at IS NULL", now.toEpochMilli(), id));
    }

    /**
     * Returns the questions that were sent last, the newest first.
     *
     * @param askedBy those of this person alone; empty for everybody's
     */
    public List<Inquiry> recent(Optional<String> askedBy, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM inquiry WHERE opened_at IS NOT NULL AND (:by = '' OR asked_by = :by)
                        ORDER BY opened_at DESC, id DESC LIMIT :limit
                        """)
                .bind("by", askedBy.orElse(""))
                .bind("limit", limit)
                .map(InquiryStore::inquiry)
                .list());
    }

    /** Returns the questions that a chat was asked and that still take answers, the newest first. */
    public List<Inquiry> open(long chatId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT i.* FROM inquiry i
                        WHERE i.opened_at IS NOT NULL AND i.closed_at IS NULL
                          AND (EXISTS (SELECT 1 FROM inquiry_chat c WHERE c.inquiry_id = i.id AND c.chat_id = :chat)
                            OR EXISTS (SELECT 1 FROM inquiry_notice n JOIN delivery d ON d.notice_id = n.notice_id
                              WHERE n.inquiry_id = i.id AND d.chat_id = :chat))
                        ORDER BY i.opened_at DESC, i.id DESC
                        """)
                .bind("chat", chatId)
                .map(InquiryStore::inquiry)
                .list());
    }

    /** Finds the question that a message asked in a chat, by the platform's number of the message or of one of its parts. */
    public Optional<Inquiry> ofMessage(long chatId, String messageId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT i.* FROM message m JOIN delivery d ON d.message_id = m.id
                          JOIN inquiry_notice n ON n.notice_id = d.notice_id JOIN inquiry i ON i.id = n.inquiry_id
                        WHERE m.chat_id = :chat AND m.external_id = COALESCE(
                          (SELECT w.external_id FROM (
                              SELECT delivery_id FROM delivery_part WHERE external_id = :message
                              UNION ALL SELECT delivery_id FROM delivery_piece WHERE external_id = :message) p
                            JOIN delivery e ON e.id = p.delivery_id JOIN message w ON w.id = e.message_id
                            WHERE w.chat_id = :chat LIMIT 1), :message) LIMIT 1
                        """)
                .bind("chat", chatId)
                .bind("message", messageId)
                .map(InquiryStore::inquiry)
                .findOne());
    }

    /** Returns our numbers of the chats that were asked. */
    public List<Long> chats(long id) {
        return database.read(
                handle -> handle.createQuery("SELECT chat_id FROM inquiry_chat WHERE inquiry_id = :id ORDER BY chat_id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .list());
    }

    /** Keeps an answer. */
    public void answer(long id, InquiryAnswer answer) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO inquiry_answer (inquiry_id, chat_id, respondent, respondent_name, answer, person,
                          name, at)
                        VALUES (:id, :chat, :respondent, :respondentName, :answer, :person, %s, :at)
                        """.formatted(Columns.NAME_OF_PERSON))
                .bind("id", id)
                .bind("chat", answer.chatId())
                .bind("respondent", answer.respondent().key())
                .bind("respondentName", answer.respondent().name())
                .bind("answer", answer.answer())
                .bind("person", answer.author().person())
                .bind("name", answer.author().name())
                .bind("at", answer.author().at().toEpochMilli())
                .execute());
    }

    /** Returns every answer to a question, in the order in which they were given. */
    public List<InquiryAnswer> answers(long id) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM inquiry_answer WHERE inquiry_id = :id ORDER BY id")
                        .bind("id", id)
                        .map(InquiryStore::given)
                        .list());
    }

    /** A chat became another one; what it was asked and answered goes with it. */
    public static void move(Handle handle, long oldChat, long newChat) {
        handle.execute("""
                INSERT INTO inquiry_chat (inquiry_id, chat_id) SELECT inquiry_id, ? FROM inquiry_chat WHERE chat_id = ?
                ON CONFLICT (inquiry_id, chat_id) DO NOTHING
                """, newChat, oldChat);
        handle.execute("DELETE FROM inquiry_chat WHERE chat_id = ?", oldChat);
        handle.execute("UPDATE inquiry_answer SET chat_id = ? WHERE chat_id = ?", newChat, oldChat);
        handle.execute("UPDATE inquiry_answer SET respondent = ? WHERE respondent = ?", "c" + newChat, "c" + oldChat);
    }

    /** Has a question repeat. */
    public void repeat(InquiryRound round) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO inquiry_round (inquiry_id, repeats, first_at, next_at)
                        VALUES (:id, :repeats, :first, :next)
                        ON CONFLICT (inquiry_id) DO UPDATE SET repeats = excluded.repeats,
                          first_at = excluded.first_at, next_at = excluded.next_at
                        """)
                .bind("id", round.inquiryId())
                .bind("repeats", round.repeats())
                .bind("first", round.first().toEpochMilli())
                .bind("next", round.next().toEpochMilli())
                .execute());
    }

    /** Has a question repeat no more; returns false when it did not. */
    public boolean repeatNoMore(long id) {
        return database.write(handle -> handle.execute("DELETE FROM inquiry_round WHERE inquiry_id = ?", id)) == 1;
    }

    /** Finds when a question is asked again; empty for one that does not repeat or was followed by a later round. */
    public Optional<InquiryRound> round(long id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM inquiry_round WHERE inquiry_id = :id")
                .bind("id", id)
                .map(InquiryStore::round)
                .findOne());
    }

    /** Returns what is to be asked again now, what has waited longest first. */
    public List<InquiryRound> due(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM inquiry_round WHERE next_at <= :now ORDER BY next_at, inquiry_id")
                .bind("now", now.toEpochMilli())
                .map(InquiryStore::round)
                .list());
    }

    /**
     * Sets when a round that is due has its successor.
     *
     * @return false when somebody else did so before, or it repeats no more
     */
    public boolean postpone(InquiryRound due, Instant next) {
        return database.write(handle -> handle.execute(
                        "UPDATE inquiry_round SET next_at = ? WHERE inquiry_id = ? AND next_at = ?",
                        next.toEpochMilli(),
                        due.inquiryId(),
                        due.next().toEpochMilli()))
                == 1;
    }

    /** Notes that a question is a later round of a former one. */
    public void succeed(long former, long later) {
        database.write(handle ->
                handle.execute("UPDATE inquiry_round SET inquiry_id = ? WHERE inquiry_id = ?", later, former));
    }

    /** Forgets questions from before that repeat no more, with their answers; returns how many. */
    public int forget(Instant before) {
        return database.write(handle -> {
            for (String table : List.of("inquiry_answer", "inquiry_notice", "inquiry_chat")) {
                handle.execute(
                        "DELETE FROM " + table + " WHERE inquiry_id IN (SELECT id FROM inquiry WHERE " + OLD + ")",
                        before.toEpochMilli());
            }
            return handle.execute("DELETE FROM inquiry WHERE " + OLD, before.toEpochMilli());
        });
    }

    private static InquiryRound round(ResultSet row, StatementContext context) throws SQLException {
        return new InquiryRound(
                row.getLong("inquiry_id"),
                row.getString("repeats"),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "next_at"));
    }

    private static Inquiry inquiry(ResultSet row, StatementContext context) throws SQLException {
        return new Inquiry(
                row.getLong("id"),
                AnswerKind.valueOf(row.getString("kind")),
                row.getString("question"),
                Columns.strings(row, "choices"),
                row.getString("asked_by"),
                Columns.optionalInstant(row, "opened_at"),
                Columns.optionalInstant(row, "reminded_at"),
                Columns.optionalInstant(row, "closed_at"));
    }

    private static InquiryAnswer given(ResultSet row, StatementContext context) throws SQLException {
        return new InquiryAnswer(
                row.getLong("chat_id"),
                new InquiryAnswer.Respondent(row.getString("respondent"), row.getString("respondent_name")),
                row.getString("answer"),
                new InquiryAnswer.Author(row.getString("person"), row.getString("name"), Columns.instant(row, "at")));
    }
}
