package vn.loa.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Delivery;
import vn.loa.model.Priority;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;

/** Reads rows of the table {@code delivery} with their chats. */
final class DeliveryRow {
    private static final String DELIVERY = """
            SELECT d.id AS delivery_id, d.article_id, d.notice_id, d.priority, d.attempts, d.unconfirmed_tries, d.rescues,
              d.due_at,
              d.digest_at, d.no_digest, d.fence, d.created_at AS accepted_at, c.*
            FROM delivery d JOIN chat c ON c.id = d.chat_id
            """;

    private DeliveryRow() {}

    /** Reads the deliveries with these numbers, the first due first. */
    static List<Delivery> byIds(Handle handle, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle
                .createQuery(DELIVERY + " WHERE d.id IN (<ids>)")
                .bindList("ids", ids)
                .map(DeliveryRow::delivery)
                .stream()
                .sorted(Comparator.comparing(Delivery::dueAt).thenComparing(Delivery::id))
                .toList();
    }

    private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getLong("delivery_id"),
                ChatRow.chat(row, context),
                Columns.optionalLong(row, "article_id"),
                Columns.optionalLong(row, "notice_id"),
                Priority.ofRank(row.getInt("priority")),
                row.getInt("attempts"),
                row.getInt("unconfirmed_tries"),
                row.getInt("rescues") >= Rescue.SUSPICIOUS,
                Columns.instant(row, "accepted_at"),
                Columns.instant(row, "due_at"),
                Columns.optionalInstant(row, "digest_at"),
                row.getInt("no_digest") == 1,
                row.getLong("fence"));
    }
}
