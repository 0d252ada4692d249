package vn.loa.store.document;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Attachment;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** The attachments of articles: which are still to be fetched, and the text of those that were read. */
public final class AttachmentStore {
    /** Names what keeps an attachment from its turn. */
    public enum Wait {
        /** Others keep its host busy. */
        HOST("its host was busy"),
        /** Loa reads one document at a time, and was reading others. */
        READER("another file was being read");

        private final String reason;

        Wait(String reason) {
            this.reason = reason;
        }
    }

    private final Database database;

    public AttachmentStore(Database database) {
        this.database = database;
    }

    /**
     * Makes an article's attachments those that its page shows. What is new waits to be read; what is gone is forgotten.
     *
     * @param quiet whether the article is not announced
     * @param firstTry when new ones are read
     */
    public void list(long articleId, List<Attachment> shown, boolean quiet, Instant firstTry) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM attachment WHERE article_id = :article AND url NOT IN (<urls>)")
                    .bind("article", articleId)
                    .bindList("urls", urls(shown))
                    .execute();
            for (int place = 0; place < shown.size(); place++) {
                handle.createUpdate("""
                                INSERT INTO attachment (article_id, url, name, place, quiet, state, attempts, next_try,
                                  ocr, cut, pages, content, folded)
                                VALUES (:article, :url, :name, :place, :quiet, 'WAITING', 0, :first, 0, 0, 0, '', '')
                                ON CONFLICT (article_id, url) DO UPDATE SET name = excluded.name, place = excluded.place
                                """)
                        .bind("article", articleId)
                        .bind("url", shown.get(place).url().toString())
                        .bind("name", shown.get(place).name())
                        .bind("place", place)
                        .bind("quiet", quiet ? 1 : 0)
                        .bind("first", firstTry.toEpochMilli())
                        .execute();
            }
            return null;
        });
    }

    /** An empty list is no SQL. */
    private static List<String> urls(List<Attachment> shown) {
        return shown.isEmpty()
                ? List.of("")
                : shown.stream().map(each -> each.url().toString()).toList();
    }

    /** Notes that an article is not announced, whatever its attachments say. */
    public void keepQuiet(long articleId) {
        database.write(handle -> handle.createUpdate("UPDATE attachment SET quiet = 1 WHERE article_id = :article")
                .bind("article", articleId)
                .execute());
    }

    /** Returns attachments that are due to be fetched, those of announced articles first, then the newest. */
    public List<StoredAttachment> due(Instant now, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM attachment WHERE next_try <= :now
                        ORDER BY quiet, article_id DESC, place LIMIT :limit
                        """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(AttachmentStore::stored)
                .list());
    }

    /** Returns an article's attachments in the order of its page. */
    public List<StoredAttachment> of(long articleId) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM attachment WHERE article_id = :article ORDER BY place, url")
                        .bind("article", articleId)
                        .map(AttachmentStore::stored)
                        .list());
    }

    /**
     * Writes down that an attachment is about to be tried, so that one over which the program dies is not tried at once
     * again, nor for ever.
     */
    public void begin(StoredAttachment tried, Instant again) {
        write(tried, "attempts = attempts + 1", Optional.of(again), "not read to its end");
    }

    /** Keeps the text of an attachment. */
    public void read(StoredAttachment tried, AttachmentText text, Instant now, Optional<Instant> nextLook) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE attachment SET state = 'READ', attempts = 0, next_try = :next, last_error = NULL, busy_since = NULL,
                          sha256 = :sha256, etag = :etag, last_modified = :lastModified, type = :type, ocr = :ocr,
                          cut = :cut, pages = :pages, content = :content, folded = :folded, read_at = :now
                        WHERE article_id = :article AND url = :url
                        """)
                .bind("next", Columns.millis(nextLook))
                .bind("sha256", text.sha256())
                .bind("etag", text.etag().orElse(null))
                .bind("lastModified", text.lastModified().orElse(null))
                .bind("type", text.type())
                .bind("ocr", text.ocr() ? 1 : 0)
                .bind("cut", text.cut() ? 1 : 0)
                .bind("pages", text.pages())
                .bind("content", text.text())
                .bind("folded", text.folded())
                .bind("now", now.toEpochMilli())
                .bind("article", tried.articleId())
                .bind("url", tried.attachment().url().toString())
                .execute());
    }

    /** The attachment is the one that was read before. */
    public void unchanged(StoredAttachment tried, Optional<Instant> nextLook) {
        write(tried, "attempts = 0, busy_since = NULL", nextLook, "");
    }

    /**
     * The attachment was not read; a text from before stays.
     *
     * @param again when to try it again; empty for never
     * @param reason a short English phrase
     */
    public void failed(StoredAttachment tried, Optional<Instant> again, String reason) {
        boolean lost = again.isEmpty() && tried.text().isEmpty();
        write(tried, "busy_since = NULL" + (lost ? ", state = 'FAILED'" : ""), again, reason);
    }

    /** Notes that an attachment came to no turn; the try does not count. */
    public void putOff(StoredAttachment tried, Wait wait, Instant again, Instant now) {
        long since = tried.busySince().orElse(now).toEpochMilli();
        write(tried, "attempts = " + tried.attempts() + ", busy_since = " + since, Optional.of(again), wait.reason);
    }

    /** Notes that an attachment has come to no turn for so long that it is not asked for any more. */
    public void neverCameToItsTurn(StoredAttachment tried, Wait wait) {
        write(tried, tried.text().isEmpty() ? "state = 'FAILED'" : "attempts = 0", Optional.empty(), wait.reason);
    }

    /**
     * A file that was not read because it came to no turn.
     *
     * @param keptBy what kept it from its turn last
     * @param since since when
     */
    public record Unread(String name, Wait keptBy, Instant since) {
        public Unread {
            Objects.requireNonNull(name);
            Objects.requireNonNull(keptBy);
            Objects.requireNonNull(since);
        }
    }

    /** Returns the files of an article that are not asked for any more because they came to no turn. */
    public List<Unread> neverReached(long articleId) {
        return database.read(handle -> handle.createQuery("SELECT name, busy_since, last_error FROM attachment"
                        + " WHERE article_id = :article AND next_try IS NULL AND busy_since IS NOT NULL"
                        + " AND state = 'FAILED' ORDER BY place, url")
                .bind("article", articleId)
                .map((row, context) -> new Unread(
                        row.getString("name"),
                        Wait.READER.reason.equals(row.getString("last_error")) ? Wait.READER : Wait.HOST,
                        Columns.instant(row, "busy_since")))
                .list());
    }

    private void write(StoredAttachment tried, String change, Optional<Instant> next, String reason) {
        database.write(handle -> handle.createUpdate("UPDATE attachment SET last_error = :reason, next_try = :next, "
                        + change + " WHERE article_id = :article AND url = :url")
                .bind("next", Columns.millis(next))
                .bind("reason", reason)
                .bind("article", tried.articleId())
                .bind("url", tried.attachment().url().toString())
                .execute());
    }

    static StoredAttachment stored(ResultSet row, StatementContext context) throws SQLException {
        return new StoredAttachment(
                row.getLong("article_id"),
                new Attachment(row.getString("name"), URI.create(row.getString("url"))),
                row.getString("sha256") == null ? Optional.empty() : Optional.of(text(row)),
                row.getInt("attempts"),
                row.getInt("quiet") == 1,
                Columns.optionalInstant(row, "busy_since"));
    }

    private static AttachmentText text(ResultSet row) throws SQLException {
        return new AttachmentText(
                row.getString("type"),
                row.getString("content"),
                row.getString("folded"),
                row.getInt("ocr") == 1,
                row.getInt("cut") == 1,
                row.getInt("pages"),
                row.getString("sha256"),
                Columns.optionalText(row, "etag"),
                Columns.optionalText(row, "last_modified"));
    }
}
