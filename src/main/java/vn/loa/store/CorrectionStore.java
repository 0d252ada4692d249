package vn.loa.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Amendment;
import vn.loa.model.Bot;
import vn.loa.model.Change;
import vn.loa.model.Chat;

/**
 * Which messages no longer tell what their articles say. Bringing one up to date may be done twice without harm, so it
 * needs no claim; a message that was sent while its article changed is found out when it is written down as sent.
 */
public final class CorrectionStore {
    private final Database database;
    private final ArticleStore articles;

    public CorrectionStore(Database database) {
        this.database = database;
        this.articles = new ArticleStore(database);
    }

    /** Forgets what edits from before changed, where no delivery of the article is left; returns how many. */
    public int forgetEdits(Instant before) {
        return database.write(handle ->
                handle.createUpdate("""
                        DELETE FROM article_edit WHERE at < :before
                          AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.article_id = article_edit.article_id)
                        """).bind("before", before.toEpochMilli()).execute());
    }

    /** Keeps what an edit changed for people and has the messages that were sent brought up to date. */
    public void edited(long articleId, Set<Change> changes, Instant now) {
        String names = changes.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        database.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO article_edit (article_id, revision, at, changes)
                            SELECT id, revision, :now, :changes FROM article WHERE id = :article
                            ON CONFLICT (article_id, revision) DO NOTHING
                            """)
                    .bind("now", now.toEpochMilli())
                    .bind("changes", names)
                    .bind("article", articleId)
                    .execute();
            return handle.createUpdate("""
                            UPDATE delivery SET fix_due = :now, fix_tries = 0
                            WHERE article_id = :article AND state = 'SENT'
                              AND chat_id IN (SELECT id FROM chat WHERE state = 'ACTIVE')
                            """)
                    .bind("now", now.toEpochMilli())
                    .bind("article", articleId)
                    .execute();
        });
    }

    /** The messages of a bot that are due to be brought up to date, those that have waited longest first. */
    public List<Correction> due(Bot bot, Instant now, int limit) {
        return due(bot.key(), now, limit).stream().map(this::correction).toList();
    }

    /** A message that is due, and which revision of its article it tells. */
    private record Due(
            long deliveryId, Chat chat, String messageId, long articleId, int told, boolean shared, int tries) {}

    private List<Due> due(String bot, Instant now, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT d.id AS delivery_id, d.message_id, d.article_id, d.told, d.fix_tries, c.*,
                          (SELECT COUNT(*) FROM delivery o
                            WHERE o.chat_id = d.chat_id AND o.message_id = d.message_id) AS articles
                        FROM delivery d JOIN chat c ON c.id = d.chat_id
                        WHERE d.bot = :bot AND d.fix_due <= :now AND c.state = 'ACTIVE' AND c.hold_until <= :now
                        ORDER BY d.fix_due, d.id LIMIT :limit
                        """)
                .bind("bot", bot)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Due(
                        row.getLong("delivery_id"),
                        ChatStore.chat(row, context),
                        row.getString("message_id"),
                        row.getLong("article_id"),
                        row.getInt("told"),
                        row.getInt("articles") > 1,
                        row.getInt("fix_tries")))
                .list());
    }

    private Correction correction(Due due) {
        return new Correction(
                due.deliveryId(),
                due.chat(),
                due.messageId(),
                articles.byId(due.articleId()).orElseThrow(),
                amendment(due.articleId(), due.told(), Integer.MAX_VALUE),
                due.shared(),
                due.tries());
    }

    /** All that a message told which told several articles. */
    public MultiArticleMessage together(Correction correction) {
        record Row(long id, long article, int born, Optional<Instant> slot, Instant sentAt) {}
        long chat = correction.chat().id();
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        SELECT id, article_id, born, slot, settled_at FROM delivery
                        WHERE chat_id = :chat AND message_id = :message AND article_id IS NOT NULL ORDER BY id
                        """)
                .bind("chat", chat)
                .bind("message", correction.messageId())
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getLong("article_id"),
                        row.getInt("born"),
                        Columns.optionalInstant(row, "slot"),
                        Columns.instant(row, "settled_at")))
                .list());
        List<MultiArticleMessage.Item> items = rows.stream()
                .map(row -> new MultiArticleMessage.Item(
                        row.id(),
                        articles.byId(row.article()).orElseThrow(),
                        amendment(row.article(), row.born(), Integer.MAX_VALUE)))
                .toList();
        Optional<Instant> slot = rows.get(0).slot();
        return new MultiArticleMessage(
                items,
                slot,
                slot.map(time -> othersOf(chat, time, "id < :id", rows.get(0).id()))
                        .orElse(0),
                slot.map(time -> othersOf(
                                chat,
                                time,
                                "id > :id",
                                rows.get(rows.size() - 1).id()))
                        .orElse(0),
                rows.get(0).sentAt());
    }

    private int othersOf(long chat, Instant slot, String where, long id) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE chat_id = :chat"
                        + " AND slot = :slot AND state = 'SENT' AND " + where)
                .bind("chat", chat)
                .bind("slot", slot.toEpochMilli())
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    /** The message tells all of its articles as they are now. */
    public void done(MultiArticleMessage together) {
        database.transaction(() -> together.items()
                .forEach(item -> done(item.deliveryId(), item.article().revision())));
    }

    /** What happened to an article after one revision, up to another; the epoch and nothing where nothing did. */
    Amendment amendment(long articleId, int after, int upTo) {
        List<Amendment> edits = database.read(handle -> handle.createQuery("SELECT at, changes FROM article_edit"
                        + " WHERE article_id = :article AND revision > :after AND revision <= :upto")
                .bind("article", articleId)
                .bind("after", after)
                .bind("upto", upTo)
                .map((row, context) ->
                        new Amendment(Instant.ofEpochMilli(row.getLong("at")), changes(row.getString("changes"))))
                .list());
        boolean edited = edits.stream().anyMatch(Amendment::isEdit);
        Instant last = edits.stream()
                .filter(edit -> !edited || edit.isEdit())
                .map(Amendment::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Amendment(
                last, edits.stream().flatMap(edit -> edit.changes().stream()).collect(Collectors.toSet()));
    }

    private static Set<Change> changes(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Change::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The message tells this revision now, or as much of it as it ever will; a later edit stays due. */
    public void done(Correction correction) {
        done(correction.deliveryId(), correction.article().revision());
    }

    private void done(long deliveryId, int revision) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE delivery SET told = :revision, fix_tries = 0, fix_due = CASE
                          WHEN (SELECT a.revision FROM article a WHERE a.id = delivery.article_id) > :revision
                          THEN fix_due END
                        WHERE id = :id
                        """)
                .bind("revision", revision)
                .bind("id", deliveryId)
                .execute());
    }

    /** To be tried again. */
    public void again(Correction correction, Instant due) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE delivery SET fix_due = :due, fix_tries = fix_tries + 1 WHERE id = :id")
                .bind("due", due.toEpochMilli())
                .bind("id", correction.deliveryId())
                .execute());
    }
}
