package vn.loa.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Chat;
import vn.loa.model.DeliveryState;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.store.message.AlbumGap;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.StoredMessage;
import vn.loa.text.VietnameseOrder;

/** Reports what the ledger and the receipts tell together, for those who answer for it. */
public final class ReportStore {
    private final Database database;
    private final AlbumStore albums;

    public ReportStore(Database database) {
        this.database = database;
        this.albums = new AlbumStore(database);
    }

    /**
     * Counts the announcements that a chat received and acknowledged.
     *
     * @param asked whether it is asked for receipts
     * @param sent announcements that arrived
     * @param dead announcements that will not
     * @param waiting announcements that are on their way
     * @param acknowledged announcements that somebody acknowledged
     * @param wanted those of the sent ones of which people were asked to acknowledge them, at least the acknowledged ones
     * @param persons how many people acknowledged something
     */
    public record ChatReport(
            Chat chat, boolean asked, int sent, int dead, int waiting, int acknowledged, int wanted, int persons) {
        public ChatReport {
            Objects.requireNonNull(chat);
        }
    }

    /**
     * Reports for each chat on the news and the announcements by hand that were accepted in a time; chats with nothing
     * are left out. A unit that hears everything once has one report, under the oldest of its chats.
     */
    public List<ChatReport> report(Instant from, Instant until) {
        List<ChatReport> reports = database.read(handle -> handle.createQuery("""
                        SELECT c.*, MAX(CASE WHEN w.chat_id IS NULL THEN 0 ELSE 1 END) AS asked,
                          COUNT(DISTINCT CASE WHEN d.state = 'SENT' THEN d.id END) AS sent,
                          COUNT(DISTINCT CASE WHEN d.state = 'DEAD' THEN d.id END) AS dead,
                          COUNT(DISTINCT CASE WHEN d.settled_at IS NULL THEN d.id END) AS waiting,
                          COUNT(DISTINCT r.delivery_id) AS acknowledged,
                          COUNT(DISTINCT CASE WHEN r.delivery_id IS NOT NULL OR d.state = 'SENT' AND (n.receipts = 1
                            OR d.article_id IS NOT NULL AND w.chat_id IS NOT NULL) THEN d.id END) AS wanted,
                          COUNT(DISTINCT COALESCE(l.main, r.person)) AS persons
                        FROM delivery d JOIN chat c ON c.id = COALESCE(
                            (SELECT MIN(h.id) FROM chat h WHERE h.unit_id = d.unit_id AND h.state = 'ACTIVE'), d.chat_id)
                          LEFT JOIN receipt r ON r.delivery_id = d.id LEFT JOIN receipt_chat w ON w.chat_id = c.id
                          LEFT JOIN person_link l ON l.person = r.person
                          LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE (d.article_id IS NOT NULL OR n.topic = 'announcement by hand') AND d.created_at >= :from AND d.created_at < :until
                        GROUP BY c.id ORDER BY c.id
                        """)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> new ChatReport(
                        ChatRow.chat(row, context),
                        row.getInt("asked") == 1,
                        row.getInt("sent"),
                        row.getInt("dead"),
                        row.getInt("waiting"),
                        row.getInt("acknowledged"),
                        row.getInt("wanted"),
                        row.getInt("persons")))
                .list());
        return byTitle(reports, ChatReport::chat);
    }

    /**
     * An announcement that chats were told of.
     *
     * @param title an article's title, or the words of an announcement by hand
     * @param at when it was accepted
     */
    public record Told(AnnouncementRef what, String title, Instant at) {
        public Told {
            Objects.requireNonNull(what);
            Objects.requireNonNull(title);
            Objects.requireNonNull(at);
        }
    }

    /**
     * The announcements that were accepted last, the newest first.
     *
     * @param words folded words that an article's title or text holds; an empty string for any. Announcements by hand
     *     are named only then
     */
    public List<Told> latest(String words, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.id AS id, 'ARTICLE' AS kind, a.title AS title, MAX(d.created_at) AS at
                        FROM article a JOIN delivery d ON d.article_id = a.id
                        WHERE :words = '' OR a.folded LIKE '%' || :words || '%' GROUP BY a.id, a.title
                        UNION ALL
                        SELECT n.id, 'NOTICE', n.body, MAX(d.created_at)
                        FROM notice n JOIN delivery d ON d.notice_id = n.id
                        WHERE :words = '' AND n.receipts = 1 GROUP BY n.id, n.body
                        ORDER BY at DESC LIMIT :limit
                        """)
                .bind("words", words)
                .bind("limit", limit)
                .map(ReportStore::told)
                .list());
    }

    /** An announcement that some chat was told of, or will be; empty when there is none such. */
    public Optional<Told> told(AnnouncementRef what) {
        String sql = what.kind() == AnnouncementRef.Kind.ARTICLE
                ? "SELECT a.id, 'ARTICLE' AS kind, a.title, MAX(d.created_at) AS at FROM article a"
                        + " JOIN delivery d ON d.article_id = a.id WHERE a.id = :id GROUP BY a.id, a.title"
                : "SELECT n.id, 'NOTICE' AS kind, n.body AS title, MAX(d.created_at) AS at FROM notice n"
                        + " JOIN delivery d ON d.notice_id = n.id WHERE n.id = :id AND n.receipts = 1"
                        + " GROUP BY n.id, n.body";
        return database.read(handle -> handle.createQuery(sql)
                .bind("id", what.id())
                .map(ReportStore::told)
                .findOne());
    }

    private static Told told(ResultSet row, StatementContext context) throws SQLException {
        AnnouncementRef.Kind kind = AnnouncementRef.Kind.valueOf(row.getString("kind"));
        String title = kind == AnnouncementRef.Kind.ARTICLE
                ? row.getString("title")
                : StoredMessage.words(row.getString("title"));
        return new Told(new AnnouncementRef(kind, row.getLong("id")), title, Columns.instant(row, "at"));
    }

    /**
     * Holds the outcome of one announcement in one chat.
     *
     * @param error why it did not arrive, empty when it did or may still
     * @param asked whether people there are asked to acknowledge it
     * @param people who acknowledged, in order
     */
    public record Reached(Chat chat, DeliveryState state, String error, boolean asked, List<String> people) {
        public Reached {
            Objects.requireNonNull(chat);
            Objects.requireNonNull(state);
            Objects.requireNonNull(error);
            people = List.copyOf(people);
        }
    }

    /** Returns the outcome of one announcement, chat by chat. */
    public List<Reached> reach(AnnouncementRef what) {
        Map<Long, List<String>> people = people(what);
        List<Reached> reached = database.read(handle -> handle.createQuery("""
                        SELECT c.*, d.state AS reached, d.last_error,
                          CASE WHEN w.chat_id IS NOT NULL OR n.receipts = 1 THEN 1 ELSE 0 END AS asked
                        FROM delivery d JOIN chat c ON c.id = d.chat_id
                          LEFT JOIN receipt_chat w ON w.chat_id = c.id LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE d.COLUMN = :id ORDER BY c.id
                        """.replace("COLUMN", what.column()))
                .bind("id", what.id())
                .map((row, context) -> new Reached(
                        ChatRow.chat(row, context),
                        DeliveryState.valueOf(row.getString("reached")),
                        row.getString("last_error"),
                        row.getInt("asked") == 1,
                        people.getOrDefault(row.getLong("id"), List.of())))
                .list());
        return byTitle(reached, Reached::chat);
    }

    private static <T> List<T> byTitle(List<T> rows, Function<T, Chat> chat) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> chat.apply(row).title(), new VietnameseOrder()))
                .toList();
    }

    /**
     * One delivery of a chat.
     *
     * @param title what it tells
     * @param error why it did not arrive, empty when it did or may still
     * @param at when it was settled, or accepted
     */
    public record Line(String title, DeliveryState state, String error, Instant at) {
        public Line {
            Objects.requireNonNull(title);
            Objects.requireNonNull(state);
            Objects.requireNonNull(error);
            Objects.requireNonNull(at);
        }
    }

    /** A chat's last deliveries, the newest first. */
    public List<Line> lastOf(long chatId, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.title, n.body, d.state, d.last_error, COALESCE(d.settled_at, d.created_at) AS at
                        FROM delivery d LEFT JOIN article a ON a.id = d.article_id
                          LEFT JOIN notice n ON n.id = d.notice_id
                        WHERE d.chat_id = :chat ORDER BY d.id DESC LIMIT :limit
                        """)
                .bind("chat", chatId)
                .bind("limit", limit)
                .map((row, context) -> new Line(
                        row.getString("title") == null
                                ? StoredMessage.words(row.getString("body"))
                                : row.getString("title"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getString("last_error"),
                        Columns.instant(row, "at")))
                .list());
    }

    /** Returns the people who acknowledged, in order, by our number of the chat. */
    private Map<Long, List<String>> people(AnnouncementRef what) {
        Map<Long, List<String>> people = new HashMap<>();
        database.read(handle -> handle.createQuery("SELECT d.chat_id, MIN(r.name) AS name FROM delivery d"
                                + " JOIN receipt r ON r.delivery_id = d.id"
                                + " LEFT JOIN person_link l ON l.person = r.person WHERE d." + what.column()
                                + " = :id GROUP BY d.chat_id, COALESCE(l.main, r.person) ORDER BY MIN(r.at)")
                        .bind("id", what.id())
                        .map((row, context) -> Map.entry(row.getLong("chat_id"), row.getString("name")))
                        .list())
                .forEach(each -> people.computeIfAbsent(each.getKey(), chat -> new ArrayList<>())
                        .add(each.getValue()));
        return people;
    }

    /** Returns what of an announcement by hand did not arrive or could not be taken back. */
    public List<AlbumGap> gaps(long noticeId) {
        return albums.gaps(noticeId);
    }
}
