package vn.loa.store.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.store.Database;

/** Keeps what the edits of articles changed for people, and has the messages that tell the articles corrected. */
public final class CorrectionStore {
    private final Database database;

    public CorrectionStore(Database database) {
        this.database = database;
    }

    /** Forgets what edits from before changed, where no delivery of the article is left; returns how many. */
    public int forgetEdits(Instant before) {
        return database.write(handle -> {
            int forgotten = handle.createUpdate("""
                            DELETE FROM article_edit WHERE at < :before
                              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.article_id = article_edit.article_id)
                            """)
                    .bind("before", before.toEpochMilli())
                    .execute();
            handle.createUpdate("""
                            DELETE FROM article_difference WHERE NOT EXISTS (SELECT 1 FROM article_edit e
                              WHERE e.article_id = article_difference.article_id
                                AND e.revision = article_difference.revision)
                            """).execute();
            return forgotten;
        });
    }

    /** Keeps what an edit changed, with what the parts said before, and has the messages brought up to date. */
    public void edited(long articleId, Set<Change> changes, List<Difference> differences, Instant now) {
        database.transaction(() -> {
            edited(articleId, changes, now);
            differences.forEach(difference -> add(articleId, difference));
        });
    }

    private void add(long articleId, Difference difference) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO article_difference (article_id, revision, part, was, becomes)
                        SELECT id, revision, :part, :was, :becomes FROM article WHERE id = :article
                        ON CONFLICT (article_id, revision, part) DO NOTHING
                        """)
                .bind("part", difference.part().name())
                .bind("was", difference.was())
                .bind("becomes", difference.becomes())
                .bind("article", articleId)
                .execute());
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
