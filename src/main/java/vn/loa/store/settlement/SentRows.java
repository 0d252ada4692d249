package vn.loa.store.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Delivery;
import vn.loa.store.Dialect;

/**
 * Settles the deliveries of messages that platforms confirmed, and adds those messages. A message is due for a correction
 * when an article was edited meanwhile, and for a count of receipts when somebody has acknowledged it before it was known
 * that it arrived.
 */
public final class SentRows {
    private final Handle handle;
    private final Dialect dialect;

    /** Writes in this transaction. */
    public SentRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** A message as it is written, with those of its deliveries whose claims are still the caller's. */
    public record Row(
            String bot,
            long chatId,
            String externalId,
            long sentAt,
            @Nullable Long receiptCountDue,
            SentMessage message) {
        private Key key() {
            return new Key(chatId, externalId);
        }
    }

    /** The two columns by which a numbered message is found again. */
    private record Key(long chatId, String externalId) {}

    /** An article in a message. */
    public record Told(long messageId, long articleId, int revision) {}

    /** A delivery and the message by which it went. */
    public record Gone(long id, long messageId, long at) {}

    /**
     * Writes messages down.
     *
     * @return how many of the claims were still the caller's, and are settled now
     */
    public int add(Collection<SentMessage> messages) {
        int settled = 0;
        List<SentMessage> left = List.copyOf(messages);
        while (!left.isEmpty()) {
            List<SentMessage> next = new ArrayList<>();
            settled += addDistinct(left, next);
            left = next;
        }
        return settled;
    }

    /** Leaves messages to a next round that the database could not tell from others. */
    private int addDistinct(List<SentMessage> messages, List<SentMessage> next) {
        List<Delivery> all =
                messages.stream().flatMap(each -> each.deliveries().stream()).toList();
        // Locked first: who acknowledges meanwhile waits, or is seen by what follows.
        Map<Long, ClaimRows.Held> held = ClaimRows.held(handle, all, dialect.locked());
        if (held.isEmpty()) {
            return 0;
        }
        Set<Long> acknowledged = acknowledged(held.keySet());
        Map<Key, Row> rows = new LinkedHashMap<>();
        for (SentMessage message : messages) {
            List<Delivery> ours = message.deliveries().stream()
                    .filter(each -> held.containsKey(each.id()))
                    .toList();
            if (!ours.isEmpty()) {
                Row row = row(message, ours, held, acknowledged);
                if (rows.putIfAbsent(row.key(), row) != null) {
                    next.add(message);
                }
            }
        }
        return write(rows);
    }

    private Row row(SentMessage message, List<Delivery> ours, Map<Long, ClaimRows.Held> held, Set<Long> acknowledged) {
        ClaimRows.Held first = Objects.requireNonNull(held.get(ours.get(0).id()));
        long at = message.at().toEpochMilli();
        @Nullable Long due = ours.stream().map(Delivery::id).anyMatch(acknowledged::contains) ? Long.valueOf(at) : null;
        SentMessage kept = new SentMessage(ours, message.revisions(), message.externalId(), message.at());
        return new Row(first.bot(), first.chatId(), message.externalId(), at, due, kept);
    }

    private int write(Map<Key, Row> rows) {
        Map<Key, Long> numbers = addMessages(rows.values());
        List<Told> told = new ArrayList<>();
        List<Gone> gone = new ArrayList<>();
        rows.forEach((key, row) -> {
            long number = Objects.requireNonNull(numbers.get(key), "each row has its number");
            for (Delivery each : row.message().deliveries()) {
                gone.add(new Gone(each.id(), number, row.sentAt()));
                each.articleId()
                        .ifPresent(article -> told.add(new Told(
                                number, article, row.message().revisions().getOrDefault(each.id(), 0))));
            }
        });
        addArticles(told);
        correct(outdated(told), rows.values().iterator().next().message().at());
        return settle(gone);
    }

    private Set<Long> acknowledged(Set<Long> deliveries) {
        return new HashSet<>(handle.createQuery("SELECT DISTINCT delivery_id FROM receipt WHERE delivery_id IN (<ids>)")
                .bindList("ids", RepeatedRows.of(deliveries))
                .mapTo(Long.class)
                .list());
    }

    private Map<Key, Long> addMessages(Collection<Row> rows) {
        return handle.createQuery("""
                        WITH sent (bot, chat, external, at, due) AS (VALUES <rows>)
                        INSERT INTO message (bot, chat_id, external_id, sent_at, receipt_count_due)
                        SELECT DISTINCT bot, chat, external, at, CAST(due AS BIGINT) FROM sent
                        RETURNING id, chat_id, external_id
                        """)
                .bindMethodsList(
                        "rows",
                        RepeatedRows.of(rows),
                        List.of("bot", "chatId", "externalId", "sentAt", "receiptCountDue"))
                .map((row, context) ->
                        Map.entry(new Key(row.getLong("chat_id"), row.getString("external_id")), row.getLong("id")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private void addArticles(List<Told> told) {
        if (!told.isEmpty()) {
            handle.createUpdate("""
                            WITH told (message, article, revision) AS (VALUES <told>)
                            INSERT INTO message_article (message_id, article_id, first_revision, shown_revision)
                            SELECT DISTINCT message, article, revision, revision FROM told
                            """)
                    .bindMethodsList("told", RepeatedRows.of(told), List.of("messageId", "articleId", "revision"))
                    .execute();
        }
    }

    /** Returns the messages that tell an earlier revision than the article has, and has edits wait until they are there. */
    private Set<Long> outdated(List<Told> told) {
        if (told.isEmpty()) {
            return Set.of();
        }
        Set<Long> articles = told.stream().map(Told::articleId).collect(Collectors.toCollection(TreeSet::new));
        Map<Long, Integer> revisions = handle.createQuery(
                        "SELECT id, revision FROM article WHERE id IN (<articles>)" + dialect.shared())
                .bindList("articles", RepeatedRows.of(articles))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getInt("revision")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
        return told.stream()
                .filter(each -> revisions.getOrDefault(each.articleId(), 0) > each.revision())
                .map(Told::messageId)
                .collect(Collectors.toSet());
    }

    private void correct(Set<Long> messages, Instant now) {
        if (!messages.isEmpty()) {
            handle.createUpdate("UPDATE message SET correction_due = :now WHERE id IN (<messages>)")
                    .bind("now", now.toEpochMilli())
                    .bindList("messages", RepeatedRows.of(messages))
                    .execute();
        }
    }

    private int settle(List<Gone> gone) {
        return handle.createUpdate("""
                        WITH gone (id, message, at) AS (VALUES <gone>)
                        UPDATE delivery SET state = 'SENT', message_id = gone.message, settled_at = gone.at,
                          last_error = '', lease_until = NULL, in_flight = 0, suspect = 0
                        FROM gone WHERE delivery.id = gone.id
                        """)
                .bindMethodsList("gone", RepeatedRows.of(gone), List.of("id", "messageId", "at"))
                .execute();
    }
}
