package vn.loa.store.delivery;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.loa.model.Priority;
import vn.loa.store.failover.Listeners.Listener;

/** Enters the deliveries of one article or notice, for each listener one. */
final class NewDeliveries {
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
        if (listeners.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO delivery (bot, chat_id, unit_id, COLUMN, priority, state, due_at, created_at)
                SELECT bot, id, :unit, :id, :priority, 'QUEUED', :now, :now FROM chat
                WHERE id = :chat AND state IN (STATES)
                ON CONFLICT DO NOTHING
                """.replace("COLUMN", column).replace("STATES", states));
        listeners.forEach(each -> batch.bind(
                        "unit",
                        each.unitId().isPresent() ? Long.valueOf(each.unitId().getAsLong()) : null)
                .bind("id", id)
                .bind("priority", priority.rank())
                .bind("now", now.toEpochMilli())
                .bind("chat", each.chatId())
                .add());
        int entered = 0;
        for (int count : batch.execute()) {
            entered += count;
        }
        return entered;
    }
}
