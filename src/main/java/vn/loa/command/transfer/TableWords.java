package vn.loa.command.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.text.Folding;

/**
 * Names the columns and kinds of a table of subscriptions as people write them: in Vietnamese or by Loa's own names, with
 * or without marks, in any case. A phrase holds the names of one thing, parted by {@code |}; the first is written.
 */
final class TableWords {
    static final List<String> COLUMNS = List.of("bot", "chat", "topic", "title", "kind", "value", "label");

    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, Subscription.Kind> kinds = new HashMap<>();
    private final Phrases phrases;

    TableWords(Phrases phrases) {
        this.phrases = phrases;
        for (String column : COLUMNS) {
            columns.put(column, column);
            names("table.column." + column).forEach(name -> columns.put(Folding.fold(name), column));
        }
        for (Subscription.Kind kind : Subscription.Kind.values()) {
            kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
            names("table.kind." + kind.name()).forEach(name -> kinds.put(Folding.fold(name), kind));
        }
    }

    private List<String> names(String key) {
        return List.of(phrases.say(key).split("\\|"));
    }

    /** Returns Loa's own name of a column; empty for one that it does not know. */
    Optional<String> column(String head) {
        return Optional.ofNullable(columns.get(Folding.fold(head.strip())));
    }

    Optional<Subscription.Kind> kind(String cell) {
        return Optional.ofNullable(kinds.get(Folding.fold(cell.strip())));
    }

    /** Returns the name that people read. */
    String named(String column) {
        return names("table.column." + column).get(0);
    }

    String named(Subscription.Kind kind) {
        return names("table.kind." + kind.name()).get(0);
    }
}
