package vn.loa.store.settlement;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Delivery;

/** Reads and changes deliveries as long as they are claimed by the caller. */
public final class ClaimRows {
    private ClaimRows() {}

    /** Where a claimed delivery goes now; its chat may have become another one since it was claimed. */
    record Held(long id, long fence, String bot, long chatId) {}

    /** A row with the fence of one claim: a delivery may be claimed again while an older claim still waits its turn. */
    private record Claim(long id, long fence) {
        static Claim of(Delivery claimed) {
            return new Claim(claimed.id(), claimed.fence());
        }
    }

    /** Returns those of these deliveries that are still claimed by the caller, by their number. */
    static Map<Long, Held> held(Handle handle, Collection<Delivery> claimed, String locked) {
        Map<Long, Long> fences = claimed.stream().collect(Collectors.toMap(Delivery::id, Delivery::fence));
        return handle
                .createQuery("SELECT id, fence, bot, chat_id FROM delivery WHERE id IN (<ids>) AND state = 'SENDING'"
                        + locked)
                .bindList("ids", RepeatedRows.of(fences.keySet()))
                .map((row, context) ->
                        new Held(row.getLong("id"), row.getLong("fence"), row.getString("bot"), row.getLong("chat_id")))
                .stream()
                .filter(each -> Objects.equals(fences.get(each.id()), each.fence()))
                .collect(Collectors.toMap(Held::id, each -> each));
    }

    /** Returns whether a claim is still the caller's. */
    public static boolean holds(Handle handle, Delivery claimed) {
        return !held(handle, List.of(claimed), "").isEmpty();
    }

    /**
     * Notes that messages are about to be sent, each of the deliveries of one list. A message begins only when all of its
     * claims are the caller's.
     *
     * @param locked keeps rows from others until the transaction ends
     * @return for each message whether it may be sent
     */
    public static List<Boolean> begin(Handle handle, List<List<Delivery>> messages, String locked) {
        List<Delivery> all = messages.stream().flatMap(List::stream).toList();
        Set<Claim> begun;
        if (all.size() == messages.size()) {
            // One alone needs no look before, and most messages are one.
            begun = begin(handle, all);
        } else {
            Set<Long> held = held(handle, all, locked).keySet();
            begun = begin(
                    handle,
                    messages.stream()
                            .filter(each -> each.stream().map(Delivery::id).allMatch(held::contains))
                            .flatMap(List::stream)
                            .toList());
        }
        return messages.stream()
                .map(each -> each.stream().map(Claim::of).allMatch(begun::contains))
                .toList();
    }

    private static Set<Claim> begin(Handle handle, List<Delivery> claimed) {
        if (claimed.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(handle.createQuery("""
                        WITH claim (id, fence) AS (VALUES <claims>)
                        UPDATE delivery SET attempts = attempts + 1 - in_flight, in_flight = 1, suspect = 0
                        FROM claim
                        WHERE delivery.id = claim.id AND delivery.fence = claim.fence AND delivery.state = 'SENDING'
                        RETURNING delivery.id, delivery.fence
                        """)
                .bindMethodsList("claims", RepeatedRows.of(claimed), List.of("id", "fence"))
                .map((row, context) -> new Claim(row.getLong("id"), row.getLong("fence")))
                .list());
    }
}
