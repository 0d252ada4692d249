package vn.loa.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.model.DeliveryState;

/**
 * A delivery as it stands in the ledger.
 *
 * @param unconfirmed how often nobody could tell whether it arrived: so many times it may have arrived twice
 * @param externalId the platform's number of its message, once it was sent
 * @param lastError why the last attempt failed, an empty string when it did not
 */
public record LedgerRow(
        long id,
        DeliveryState state,
        int attempts,
        Instant dueAt,
        int unconfirmed,
        Optional<String> externalId,
        String lastError) {
    /** Reads a chat's latest deliveries, the newest first. */
    public static List<LedgerRow> latest(Database database, long chatId, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.*, m.external_id FROM delivery d LEFT JOIN message m ON m.id = d.message_id
                        WHERE d.chat_id = :chat ORDER BY d.id DESC LIMIT :limit
                        """)
                .bind("chat", chatId)
                .bind("limit", limit)
                .map((row, context) -> new LedgerRow(
                        row.getLong("id"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        Columns.instant(row, "due_at"),
                        row.getInt("unconfirmed"),
                        Columns.optionalText(row, "external_id"),
                        row.getString("last_error")))
                .list());
    }
}
