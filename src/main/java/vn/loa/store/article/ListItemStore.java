package vn.loa.store.article;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Keeps what the sources' lists have shown, one row a source and article. */
public final class ListItemStore {
    private final Database database;

    public ListItemStore(Database database) {
        this.database = database;
    }

    /** Returns what a source's list has shown, the last seen first. */
    public List<ListItem> remembered(String sourceId, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM list_item WHERE source_id = :source
                        ORDER BY seen_at DESC, position LIMIT :limit
                        """)
                .bind("source", sourceId)
                .bind("limit", limit)
                .map(ListItemStore::item)
                .list());
    }

    /** Remembers what a source's list shows now. */
    public void remember(String sourceId, List<ListItem> items) {
        if (items.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO list_item (source_id, article_key, address_key, url, guid, title, published, position,
                      seen_at)
                    VALUES (:source, :article, :address, :url, :guid, :title, :published, :position, :seen)
                    ON CONFLICT (source_id, article_key) DO UPDATE SET
                      address_key = excluded.address_key, url = excluded.url, guid = excluded.guid,
                      title = excluded.title, published = excluded.published, position = excluded.position,
                      seen_at = excluded.seen_at
                    """);
            items.forEach(item -> bind(batch, item).bind("source", sourceId).add());
            return batch.execute();
        });
    }

    /** An article and what waits to be read of it have a new address. */
    public void moved(String sourceId, String articleKey, URI url) {
        database.write(handle -> {
            for (String table : List.of("article", "headline")) {
                handle.createUpdate("UPDATE " + table + " SET url = :url WHERE source_id = :source"
                                + " AND article_key = :key AND url <> :url")
                        .bind("url", url.toString())
                        .bind("source", sourceId)
                        .bind("key", articleKey)
                        .execute();
            }
            return null;
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, ListItem item) {
        return batch.bind("article", item.articleKey())
                .bind("address", item.addressKey())
                .bind("url", item.url().toString())
                .bind("guid", item.guid())
                .bind("title", item.title())
                .bind("published", Columns.millis(item.published()))
                .bind("position", item.position())
                .bind("seen", item.seenAt().toEpochMilli());
    }

    private static ListItem item(ResultSet row, StatementContext context) throws SQLException {
        return new ListItem(
                row.getString("article_key"),
                row.getString("address_key"),
                URI.create(row.getString("url")),
                row.getString("guid"),
                row.getString("title"),
                Columns.optionalInstant(row, "published"),
                row.getInt("position"),
                Columns.instant(row, "seen_at"));
    }
}
