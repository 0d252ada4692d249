package vn.loa.store.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.loa.document.deadline.Deadline;
import vn.loa.text.Folding;

/** Writes the deadlines of an article so that each keeps its number when its day is corrected. */
final class DeadlineRows {
    private record Row(long id, Deadline deadline) {}

    List<Deadline> of(Handle handle, long articleId) {
        return rows(handle, articleId).stream().map(Row::deadline).toList();
    }

    private static List<Row> rows(Handle handle, long articleId) {
        return handle.createQuery("SELECT * FROM deadline WHERE article_id = :article AND dropped_at IS NULL"
                        + " ORDER BY position, id")
                .bind("article", articleId)
                .map((row, context) -> new Row(row.getLong("id"), DocumentRows.deadline(row, context)))
                .list();
    }

    /** Replaces the deadlines of an article by those that it sets now. */
    void keep(Handle handle, long articleId, List<Deadline> now, Instant at) {
        List<Row> before = new ArrayList<>(rows(handle, articleId));
        boolean inOrder = before.size() == now.size();
        for (int i = 0; i < now.size(); i++) {
            Deadline deadline = now.get(i);
            Optional<Row> same = before.stream()
                    .filter(row -> isSameDuty(row.deadline(), deadline))
                    .findFirst()
                    .or(() -> inOrder && before.size() == 1 ? Optional.of(before.get(0)) : Optional.empty());
            if (same.isPresent()) {
                before.remove(same.get());
                update(handle, same.get(), i, deadline, at);
            } else if (!isSetElsewhere(handle, articleId, deadline)) {
                insert(handle, articleId, i, deadline, at);
            }
        }
        before.forEach(
                row -> handle.execute("UPDATE deadline SET dropped_at = ? WHERE id = ?", at.toEpochMilli(), row.id()));
    }

    private static boolean isSameDuty(Deadline one, Deadline other) {
        return one.recurrence() == other.recurrence()
                && Folding.fold(one.task()).equals(Folding.fold(other.task()))
                && Folding.fold(one.recipient()).equals(Folding.fold(other.recipient()));
    }

    /** Another article with the same document may have set it. */
    private static boolean isSetElsewhere(Handle handle, long articleId, Deadline deadline) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM document_article l JOIN document_article o ON o.document_id = l.document_id
                          JOIN deadline d ON d.article_id = o.article_id AND d.dropped_at IS NULL
                        WHERE l.article_id = :article AND o.article_id <> :article AND d.due_on = :due
                          AND d.recurrence = :recurrence AND COALESCE(d.due_time, '') = :time
                        """)
                        .bind("article", articleId)
                        .bind("due", deadline.date().toString())
                        .bind("recurrence", deadline.recurrence().name())
                        .bind("time", deadline.time().map(Object::toString).orElse(""))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void insert(Handle handle, long articleId, int position, Deadline deadline, Instant now) {
        bound(handle.createUpdate("""
                        INSERT INTO deadline (article_id, position, due_on, due_time, recurrence, task, recipient,
                          sentence, entered_at)
                        VALUES (:article, :position, :due, :time, :recurrence, :task, :recipient, :sentence, :now)
                        """), position, deadline)
                .bind("article", articleId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static void update(Handle handle, Row row, int position, Deadline deadline, Instant now) {
        bound(handle.createUpdate("""
                        UPDATE deadline SET position = :position, due_on = :due, due_time = :time,
                          recurrence = :recurrence, task = :task, recipient = :recipient, sentence = :sentence
                        WHERE id = :id
                        """), position, deadline).bind("id", row.id()).execute();
        if (!row.deadline().isSame(deadline) || !row.deadline().task().equals(deadline.task())) {
            handle.execute(
                    "UPDATE deadline SET corrections = corrections + 1, corrected_at = ? WHERE id = ?",
                    now.toEpochMilli(),
                    row.id());
        }
    }

    private static Update bound(Update statement, int position, Deadline deadline) {
        return statement
                .bind("position", position)
                .bind("due", deadline.date().toString())
                .bind("time", deadline.time().map(Object::toString).orElse(null))
                .bind("recurrence", deadline.recurrence().name())
                .bind("task", deadline.task())
                .bind("recipient", deadline.recipient())
                .bind("sentence", deadline.sentence());
    }
}
