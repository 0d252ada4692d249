package vn.loa.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.PersonId;
import vn.loa.model.Subscription;
import vn.loa.store.Database;

/** Keeps the subscriptions of each chat. */
public final class SubscriptionStore {
    /** The order of what one command added; databases order text each in its own way. */
    private static final Comparator<Subscription> BY_KIND_AND_VALUE =
            Comparator.comparing((Subscription each) -> each.kind().name()).thenComparing(Subscription::value);

    private final Database database;

    public SubscriptionStore(Database database) {
        this.database = database;
    }

    /** Adds a subscription; returns false when the chat had it already. */
    public boolean add(Subscription subscription, PersonId by, Instant now) {
        return database.write(handle -> bind(handle.createUpdate("""
                                        INSERT INTO subscription (chat_id, kind, value, label, created_by, created_at)
                                        VALUES (:chat, :kind, :value, :label, :by, :now)
                                        ON CONFLICT (chat_id, kind, value) DO NOTHING
                                        """), subscription)
                        .bind("label", subscription.label())
                        .bind("by", by.key())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1);
    }

    /** Takes a subscription away; returns false when the chat did not have it. */
    public boolean remove(Subscription subscription) {
        return database.write(handle -> bind(
                                handle.createUpdate(
                                        "DELETE FROM subscription WHERE chat_id = :chat AND kind = :kind AND value = :value"),
                                subscription)
                        .execute()
                == 1);
    }

    /** Returns the subscriptions of a chat, the oldest first. */
    public List<Subscription> of(long chatId) {
        record Row(long createdAt, Subscription subscription) {}
        List<Row> rows = database.read(handle -> handle.createQuery("SELECT * FROM subscription WHERE chat_id = :chat")
                .bind("chat", chatId)
                .map((row, context) -> new Row(row.getLong("created_at"), subscription(row, context)))
                .list());
        return rows.stream()
                .sorted(Comparator.comparing(Row::createdAt).thenComparing(Row::subscription, BY_KIND_AND_VALUE))
                .map(Row::subscription)
                .toList();
    }

    /** Returns what a chat began to follow at this very time, as one command adds it. */
    public List<Subscription> addedAt(long chatId, Instant added) {
        return database
                .read(handle -> handle.createQuery(
                                "SELECT * FROM subscription WHERE chat_id = :chat AND created_at = :added")
                        .bind("chat", chatId)
                        .bind("added", added.toEpochMilli())
                        .map(SubscriptionStore::subscription)
                        .list())
                .stream()
                .sorted(BY_KIND_AND_VALUE)
                .toList();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Subscription subscription) {
        return statement
                .bind("chat", subscription.chatId())
                .bind("kind", subscription.kind().name())
                .bind("value", subscription.value());
    }

    private static Subscription subscription(ResultSet row, StatementContext context) throws SQLException {
        return new Subscription(
                row.getLong("chat_id"),
                Subscription.Kind.valueOf(row.getString("kind")),
                row.getString("value"),
                row.getString("label"));
    }

    /** Returns the numbers of the chats that follow anything. */
    public Set<Long> followers() {
        return database.read(
                handle -> handle.createQuery("SELECT DISTINCT chat_id FROM subscription WHERE kind <> 'EXCLUDE'")
                        .mapTo(Long.class)
                        .set());
    }
}
