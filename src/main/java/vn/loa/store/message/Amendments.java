package vn.loa.store.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Amendment;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** Reads what the edits of articles changed for people, from the table {@code article_edit}. */
final class Amendments {
    private final Database database;

    Amendments(Database database) {
        this.database = database;
    }

    /** Sums up what happened to an article after a revision; the epoch and no changes where nothing did. */
    Amendment after(long articleId, int revision) {
        List<Amendment> edits = database.read(handle -> handle.createQuery(
                        "SELECT at, changes FROM article_edit WHERE article_id = :article AND revision > :revision")
                .bind("article", articleId)
                .bind("revision", revision)
                .map((row, context) -> new Amendment(Columns.instant(row, "at"), changes(row.getString("changes"))))
                .list());
        boolean edited = edits.stream().anyMatch(Amendment::isEdit);
        // That a story stands elsewhere too does not move the time of the last edit.
        Instant last = edits.stream()
                .filter(edit -> !edited || edit.isEdit())
                .map(Amendment::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Amendment(
                last,
                edits.stream().flatMap(edit -> edit.changes().stream()).collect(Collectors.toSet()),
                edits.isEmpty() ? List.of() : differences(articleId, revision));
    }

    /** Sums up several edits of a part by what it said before the first and says since the last. */
    private List<Difference> differences(long articleId, int revision) {
        Map<Difference.Part, Difference> summed = new EnumMap<>(Difference.Part.class);
        database.read(handle -> handle.createQuery("""
                                SELECT part, was, becomes FROM article_difference
                                WHERE article_id = :article AND revision > :revision ORDER BY revision
                                """)
                        .bind("article", articleId)
                        .bind("revision", revision)
                        .map((row, context) -> new Difference(
                                Difference.Part.valueOf(row.getString("part")),
                                row.getString("was"),
                                row.getString("becomes")))
                        .list())
                .forEach(each -> summed.merge(
                        each.part(), each, (first, last) -> new Difference(each.part(), first.was(), last.becomes())));
        return summed.values().stream().filter(Difference::matters).toList();
    }

    private static Set<Change> changes(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Change::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
