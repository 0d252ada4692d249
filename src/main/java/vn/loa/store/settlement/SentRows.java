package vn.loa.store.settlement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
            @Nullable Long correctionDue,
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
        Known known = known(held, all);
        Map<Key, Row> rows = new LinkedHashMap<>();
        for (SentMessage message : messages) {
            List<Delivery> ours = message.deliveries().stream()
                    .filter(each -> held.containsKey(each.id()))
                    .toList();
            if (!ours.isEmpty()) {
                Row row = row(message, ours, held, known);
                if (rows.putIfAbsent(row.key(), row) != null) {
                    next.add(message);
                }
            }
        }
        return write(rows);
    }

    private static Row row(SentMessage message, List<Delivery> ours, Map<Long, ClaimRows.Held> held, Known known) {
        ClaimRows.Held first = Objects.requireNonNull(held.get(ours.get(0).id()));
        String externalId = message.idIn(known.chats().getOrDefault(first.chatId(), message.chatId()));
        SentMessage kept =
                new SentMessage(ours, message.revisions(), message.chatId(), message.externalId(), message.at());
        Long at = message.at().toEpochMilli();
        return new Row(
                first.bot(),
                first.chatId(),
                externalId,
                at,
                known.isAcknowledged(kept) ? at : null,
                known.isOutdated(kept) ? at : null,
                kept);
    }

    private static int revision(SentMessage message, Delivery delivery) {
        return message.revisions().getOrDefault(delivery.id(), 0);
    }

    /** Knows which deliveries somebody has acknowledged, which revisions articles have, and where chats are now. */
    private record Known(Set<Long> acknowledged, Map<Long, Integer> revisions, Map<Long, String> chats) {
        void add(Fact fact) {
            if (!fact.place().isEmpty()) {
                chats.put(fact.id(), fact.place());
            } else if (fact.number() < 0) {
                acknowledged.add(fact.id());
            } else {
                revisions.put(fact.id(), fact.number());
            }
        }

        boolean isAcknowledged(SentMessage message) {
            return message.deliveries().stream().map(Delivery::id).anyMatch(acknowledged::contains);
        }

        boolean isOutdated(SentMessage message) {
            return message.deliveries().stream()
                    .filter(each -> each.articleId().isPresent())
                    .anyMatch(
                            each -> revisions.getOrDefault(each.articleId().getAsLong(), 0) > revision(message, each));
        }
    }

    /** Has edits of the articles wait until their messages are there. */
    private Known known(Map<Long, ClaimRows.Held> held, List<Delivery> all) {
        Known known = new Known(new HashSet<>(), new HashMap<>(), new HashMap<>());
        Set<Long> chats =
                held.values().stream().map(ClaimRows.Held::chatId).collect(Collectors.toCollection(TreeSet::new));
        handle.createQuery(
                        "WITH told AS MATERIALIZED (SELECT id, revision FROM article WHERE id IN (<articles>)"
                                + dialect.shared() + ") SELECT id, revision, '' AS place FROM told"
                                + " UNION ALL SELECT id, 0, external_id FROM chat WHERE id IN (<chats>)"
                                + " UNION ALL SELECT DISTINCT delivery_id, -1, '' FROM receipt WHERE delivery_id IN (<deliveries>)")
                .bindList("articles", RepeatedRows.of(articles(all)))
                .bindList("chats", RepeatedRows.of(chats))
                .bindList("deliveries", RepeatedRows.of(held.keySet()))
                .map((row, context) -> new Fact(row.getLong(1), row.getInt(2), row.getString(3)))
                .forEach(known::add);
        return known;
    }

    /** A row of what is known: where a chat is, the revision of an article, or -1 for a delivery that was acknowledged. */
    private record Fact(long id, int number, String place) {}

    /** Lists articles in the order in which all lock them; none has the number 0. */
    private static Set<Long> articles(List<Delivery> deliveries) {
        Set<Long> articles = new TreeSet<>(Set.of(0L));
        deliveries.forEach(each -> each.articleId().ifPresent(articles::add));
        return articles;
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
                        .ifPresent(article -> told.add(new Told(number, article, revision(row.message(), each))));
            }
        });
        addArticles(told);
        return settle(gone);
    }

    private Map<Key, Long> addMessages(Collection<Row> rows) {
        return handle.createQuery("""
                        WITH sent (bot, chat, external, at, count, correction) AS (VALUES <rows>)
                        INSERT INTO message (bot, chat_id, external_id, sent_at, receipt_count_due, correction_due)
                        SELECT DISTINCT bot, chat, external, at, CAST(count AS BIGINT), CAST(correction AS BIGINT)
                        FROM sent
                        RETURNING id, chat_id, external_id
                        """)
                .bindMethodsList(
                        "rows",
                        RepeatedRows.of(rows),
                        List.of("bot", "chatId", "externalId", "sentAt", "receiptCountDue", "correctionDue"))
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
