package vn.loa.store.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Priority;
import vn.loa.store.failover.Listeners.Listener;

/** Enters the deliveries of one article or notice, for each listener one. */
final class NewDeliveries {
    /** The chats of one statement; SQLite takes 32,766 parameters (sqlite.org/limits.html). */
    private static final int AT_ONCE = 1_000;

    private final Handle handle;
    private final String column;
    private final String states;
    private final long id;
    private final Priority priority;
    private final Instant now;

    private NewDeliveries(Handle handle, String column, String states, long id, Priority priority, Instant now) {
        this.handle = handle;
        this.column = column;
        this.states = states;
        this.id = id;
        this.priority = priority;
        this.now = now;
    }

    static NewDeliveries ofArticle(Handle handle, long articleId, Priority priority, Instant now) {
        return new NewDeliveries(handle, "article_id", "'ACTIVE'", articleId, priority, now);
    }

    /** Prepares deliveries of a notice, which chats that wait for admission get too. */
    static NewDeliveries ofNotice(Handle handle, long noticeId, Priority priority, Instant now) {
        return new NewDeliveries(handle, "notice_id", "'PENDING', 'ACTIVE'", noticeId, priority, now);
    }

    /** Enters one delivery for each; a chat or a unit that has one already, and a closed chat, are passed over. */
    int enter(List<Listener> listeners) {
        int entered = 0;
        List<Long> alone = new ArrayList<>();
        for (Listener each : listeners) {
            if (each.unitId().isPresent()) {
                entered += enter(List.of(each.chatId()), each.unitId());
            } else {
                alone.add(each.chatId());
            }
        }
        for (int from = 0; from < alone.size(); from += AT_ONCE) {
            List<Long> some = alone.subList(from, Math.min(alone.size(), from + AT_ONCE));
            entered += enter(some, OptionalLong.empty());
        }
        return entered;
    }

    private int enter(List<Long> chats, OptionalLong unit) {
        return handle.createUpdate("""
                        INSERT INTO delivery (bot, chat_id, unit_id, COLUMN, priority, state, due_at, created_at)
                        SELECT bot, id, :unit, :id, :priority, 'QUEUED', :now, :now FROM chat
                        WHERE id IN (<chats>) AND state IN (STATES) ORDER BY id
                        ON CONFLICT DO NOTHING
                        """.replace("COLUMN", column).replace("STATES", states))
                .bind("unit", unit.isPresent() ? Long.valueOf(unit.getAsLong()) : null)
                .bind("id", id)
                .bind("priority", priority.rank())
                .bind("now", now.toEpochMilli())
                .bindList("chats", chats)
                .execute();
    }
}
