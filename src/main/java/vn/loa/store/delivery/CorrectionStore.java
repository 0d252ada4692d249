package vn.loa.store.delivery;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Change;
import vn.loa.store.Database;

/** Keeps what the edits of articles changed for people, and has the messages that tell the articles corrected. */
public final class CorrectionStore {
    private final Database database;

    public CorrectionStore(Database database) {
        this.database = database;
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
            MessageRows.edited(handle, articleId, now);
            return null;
        });
    }
}
