package vn.loa.store.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Chat;

/** Finds who hears an announcement: each chat by itself, or a unit in the first of its chats that takes messages. */
public final class Listeners {
    /** A shorter silence is only pacing. */
    private static final Duration PACING = Duration.ofMinutes(1);

    private Listeners() {}

    /**
     * A listener.
     *
     * @param chatId where it is told
     * @param unitId the unit that hears there; empty when the chat hears for itself
     */
    public record Listener(long chatId, OptionalLong unitId) {}

    /** Returns who hears what these chats, by our numbers, are to be told; in their order. */
    public static List<Listener> of(Handle handle, List<Long> chats, Instant now) {
        Map<Long, UnitFailover> units = new HashMap<>();
        UnitFailoverStore.all(handle).forEach(unit -> units.put(unit.unitId(), unit));
        if (units.isEmpty() || chats.isEmpty()) {
            return chats.stream().map(Listeners::alone).toList();
        }
        Map<Long, Long> unitOf = unitOf(handle, units.keySet());
        Map<Long, Set<Long>> hearing = new LinkedHashMap<>();
        List<Listener> listeners = new ArrayList<>();
        for (Long chat : chats) {
            Long unit = unitOf.get(chat);
            if (unit == null) {
                listeners.add(alone(chat));
            } else {
                hearing.computeIfAbsent(unit, id -> new HashSet<>()).add(chat);
            }
        }
        units.values().stream()
                .filter(unit -> hearing.containsKey(unit.unitId()))
                .forEach(unit ->
                        listeners.addAll(once(handle, unit, hearing.getOrDefault(unit.unitId(), Set.of()), now)));
        return listeners;
    }

    /** Returns our numbers of all chats of the unit that hears everything once in one of them; the chat alone where none does. */
    public static List<Long> together(Handle handle, long chat) {
        List<Long> all =
                handle.createQuery("""
                        SELECT o.id FROM chat c JOIN unit_failover u ON u.unit_id = c.unit_id
                          JOIN chat o ON o.unit_id = c.unit_id
                        WHERE c.id = :chat ORDER BY o.id
                        """).bind("chat", chat).mapTo(Long.class).list();
        return all.isEmpty() ? List.of(chat) : all;
    }

    private static List<Listener> once(Handle handle, UnitFailover unit, Set<Long> hearing, Instant now) {
        return first(handle, UnitFailoverStore.chats(handle, unit), hearing, now)
                .map(chat -> List.of(new Listener(chat, OptionalLong.of(unit.unitId()))))
                .orElseGet(() -> hearing.stream().map(Listeners::alone).toList());
    }

    private static Listener alone(long chat) {
        return new Listener(chat, OptionalLong.empty());
    }

    private static Map<Long, Long> unitOf(Handle handle, Set<Long> units) {
        return handle.createQuery("SELECT id, unit_id FROM chat WHERE unit_id IN (<units>) AND state = 'ACTIVE'")
                .bindList("units", List.copyOf(units))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("unit_id")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Prefers a chat that follows it and takes messages, then one that takes messages, then one that follows it. */
    private static Optional<Long> first(Handle handle, List<Chat> theirs, Set<Long> hearing, Instant now) {
        List<Chat> working =
                theirs.stream().filter(chat -> takesMessages(handle, chat, now)).toList();
        return working.stream()
                .filter(chat -> hearing.contains(chat.id()))
                .findFirst()
                .or(() -> working.stream().findFirst())
                .or(() -> theirs.stream()
                        .filter(chat -> hearing.contains(chat.id()))
                        .findFirst())
                .map(Chat::id);
    }

    private static boolean takesMessages(Handle handle, Chat chat, Instant now) {
        return handle.createQuery("""
                        SELECT (SELECT COUNT(*) FROM bot b WHERE b.bot = :bot AND b.hold_until > :now
                            AND (b.reason <> '' OR b.hold_until > :pacing))
                          + (SELECT COUNT(*) FROM chat_trouble t
                            WHERE t.bot = :bot AND t.external_id = :external AND t.next_try > :now)
                        """)
                        .bind("bot", chat.address().bot().key())
                        .bind("external", chat.address().chatId())
                        .bind("now", now.toEpochMilli())
                        .bind("pacing", now.plus(PACING).toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }
}
