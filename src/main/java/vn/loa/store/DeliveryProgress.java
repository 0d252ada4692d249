package vn.loa.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Names the tables that tell how far a delivery has come: what stands of its message, what is missing, what is sent again. */
public final class DeliveryProgress {
    private static final List<String> TABLES =
            List.of("delivery_part", "delivery_missing", "delivery_remaining", "delivery_resend", "delivery_piece");

    private DeliveryProgress() {}

    /**
     * Forgets how far deliveries have come.
     *
     * @param deliveries their ids, as a list or a query in SQL
     */
    public static void forget(Handle handle, String deliveries) {
        for (String table : TABLES) {
            handle.execute("DELETE FROM " + table + " WHERE delivery_id IN (" + deliveries + ")");
        }
    }
}
