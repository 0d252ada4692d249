package vn.loa.store.document;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps the addresses of calendars, as digests, and tells the deadlines and events in what chats were told. */
public final class CalendarStore {
    private static final int MOST_EVENTS = 200;
    private static final int MOST_DEADLINES = 400;
    private static final int MOST_RECURRING = 200;

    /** Programs are told for so many days that a recurring deadline was dropped. */
    private static final int REMEMBERED = 60;

    private static final String TOLD = " EXISTS (SELECT 1 FROM delivery t JOIN chat c ON c.id = t.chat_id"
            + " WHERE t.article_id = a.id AND t.chat_id IN (<chats>) AND t.state <> 'DEAD'"
            + " AND c.state IN ('PENDING', 'ACTIVE')) ";

    private static final String DEADLINES = "SELECT d.*, a.title, a.url, a.withdrawn, a.revision FROM deadline d"
            + " JOIN article a ON a.id = d.article_id WHERE" + TOLD + "AND ";

    private final Database database;

    public CalendarStore(Database database) {
        this.database = database;
    }

    /** Names the chat or the unit whose calendar an address shows. */
    public enum Owner {
        CHAT("calendar_link", "chat_id"),
        UNIT("unit_calendar_link", "unit_id");

        private final String table;
        private final String column;

        Owner(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    /**
     * Represents what calendar programs need to know of an entry beside its words.
     *
     * @param sequence grows with each correction, withdrawal and return, and never falls (RFC 5545, 3.8.7.4)
     * @param at when it was set or corrected
     * @param cancelled whether it holds no longer
     */
    public record Entry(int sequence, Instant at, boolean cancelled) {
        public Entry {
            Objects.requireNonNull(at);
        }
    }

    /** Represents a deadline that a chat was told. */
    public record ToldDeadline(SetDeadline set, Entry entry) {
        public ToldDeadline {
            Objects.requireNonNull(set);
            Objects.requireNonNull(entry);
        }
    }

    /** Represents the day of the event of which an article tells. */
    public record ToldEvent(long articleId, LocalDate day, String title, URI url, Entry entry) {
        public ToldEvent {
            Objects.requireNonNull(day);
            Objects.requireNonNull(title);
            Objects.requireNonNull(url);
            Objects.requireNonNull(entry);
        }
    }

    /** Gives a calendar an address; a former one leads nowhere from then on. */
    public void replace(Owner owner, long id, String digest, Instant now) {
        database.write(handle -> handle.createUpdate("INSERT INTO " + owner.table + " (" + owner.column
                        + ", digest, created_at) VALUES (:id, :digest, :now) ON CONFLICT (" + owner.column
                        + ") DO UPDATE SET digest = :digest, created_at = :now")
                .bind("id", id)
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Takes the address of a calendar away; returns whether it had one. */
    public boolean revoke(Owner owner, long id) {
        return database.write(handle -> handle.createUpdate(
                                "DELETE FROM " + owner.table + " WHERE " + owner.column + " = :id")
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** Returns the chat whose calendar has an address; empty when there is none, or Loa left the chat. */
    public Optional<Long> chat(String digest) {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT l.chat_id FROM calendar_link l JOIN chat c ON c.id = l.chat_id
                        WHERE l.digest = :digest AND c.state IN ('PENDING', 'ACTIVE')
                        """).bind("digest", digest).mapTo(Long.class).findOne());
    }

    /** Returns the unit whose calendar has an address. */
    public Optional<Long> unit(String digest) {
        return database.read(
                handle -> handle.createQuery("SELECT unit_id FROM unit_calendar_link WHERE digest = :digest")
                        .bind("digest", digest)
                        .mapTo(Long.class)
                        .findOne());
    }

    /**
     * Returns the deadlines of two days and those between them, the earliest first, and after them those that recur, in
     * what chats were told; those that were dropped, or whose article was withdrawn, are cancelled. Each kind has a limit
     * of its own: what recurs never ends, and would in time leave no room for what comes up.
     */
    public List<ToldDeadline> deadlines(Set<Long> chats, LocalDate first, LocalDate last) {
        if (chats.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            List<ToldDeadline> told = new ArrayList<>(deadlines(
                    handle.createQuery(DEADLINES + "d.recurrence = 'NONE' AND d.due_on >= :first AND d.due_on <= :last"
                                    + " ORDER BY d.due_on, d.id LIMIT :most")
                            .bind("first", first.toString())
                            .bind("last", last.toString())
                            .bind("most", MOST_DEADLINES),
                    chats));
            told.addAll(deadlines(
                    handle.createQuery(DEADLINES + "d.recurrence <> 'NONE' AND COALESCE(d.dropped_at, :since) >= :since"
                                    + " ORDER BY d.id DESC LIMIT :most")
                            .bind("since", midnight(first.minusDays(REMEMBERED)))
                            .bind("most", MOST_RECURRING),
                    chats));
            return told;
        });
    }

    private static List<ToldDeadline> deadlines(Query query, Set<Long> chats) {
        return query.bindList("chats", List.copyOf(chats))
                .map((row, context) -> new ToldDeadline(DocumentRows.set(row, context), deadline(row)))
                .list();
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static Entry deadline(ResultSet row) throws SQLException {
        Optional<Instant> dropped = Columns.optionalInstant(row, "dropped_at");
        boolean cancelled = dropped.isPresent() || row.getInt("withdrawn") == 1;
        Instant set = Columns.optionalInstant(row, "corrected_at").orElse(Columns.instant(row, "entered_at"));
        int sequence = row.getInt("corrections") + changes(row) + (dropped.isPresent() ? 1 : 0);
        return new Entry(sequence, dropped.orElse(set), cancelled);
    }

    /** An article's revisions count its withdrawal and its return too; the first one is no change. */
    private static int changes(ResultSet row) throws SQLException {
        return row.getInt("revision") - 1;
    }

    /**
     * Returns the events of two days and those between them in what chats were told, the earliest first; those whose
     * article was withdrawn are cancelled.
     */
    public List<ToldEvent> events(Collection<Long> chats, LocalDate first, LocalDate last) {
        return chats.isEmpty()
                ? List.of()
                : database.read(handle -> handle.createQuery("""
                        SELECT a.id, a.event_date, a.title, a.url, a.revision, a.first_seen, a.withdrawn FROM article a
                        WHERE a.event_date >= :first AND a.event_date <= :last AND
                        """ + TOLD + " ORDER BY a.event_date, a.id LIMIT :most")
                        .bind("first", first.toString())
                        .bind("last", last.toString())
                        .bind("most", MOST_EVENTS)
                        .bindList("chats", List.copyOf(chats))
                        .map(CalendarStore::event)
                        .list());
    }

    private static ToldEvent event(ResultSet row, StatementContext context) throws SQLException {
        boolean withdrawn = row.getInt("withdrawn") == 1;
        return new ToldEvent(
                row.getLong("id"),
                LocalDate.parse(row.getString("event_date")),
                row.getString("title"),
                URI.create(row.getString("url")),
                new Entry(changes(row), Columns.instant(row, "first_seen"), withdrawn));
    }
}
