package vn.loa.portal.list;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the items of a list that are no articles of its source.
 *
 * @param counts how many items were skipped for each reason; reasons without items are left out
 * @param examples some of their links, or their titles where they have no link
 */
public record SkippedItems(Map<SkipReason, Integer> counts, List<String> examples) {
    private static final SkippedItems NONE = new SkippedItems(Map.of(), List.of());

    public SkippedItems {
        Map<SkipReason, Integer> ordered = new EnumMap<>(SkipReason.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        examples = List.copyOf(examples);
    }

    public static SkippedItems none() {
        return NONE;
    }

    /** Returns the number of items that were skipped. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns a short English phrase with each reason and its count, {@code 3 on another site, 1 a file}. */
    public String words() {
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Returns what is wrong with a list in which nothing was left; empty when nothing was skipped. */
    public Optional<String> allSkipped() {
        String first = examples.isEmpty() ? "" : ": " + examples.get(0);
        return total() == 0
                ? Optional.empty()
                : Optional.of(total() + " items, none of them an article of this site (" + words() + ")" + first);
    }
}
