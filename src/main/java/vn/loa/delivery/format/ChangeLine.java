package vn.loa.delivery.format;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Amendment;
import vn.loa.model.Difference;
import vn.loa.phrases.Phrases;

/** Words what changed in an article, in one line: {@code Hạn: 15/11 → 20/11; thêm 1 tệp}. */
final class ChangeLine {
    private static final int MOST = 3;

    private final Phrases phrases;

    ChangeLine(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns the line, with the three most important changes at most; empty when there is nothing to say. */
    Optional<String> of(Amendment amendment) {
        String changes = parts(amendment);
        return changes.isEmpty() ? Optional.empty() : Optional.of(phrases.say("difference.line", changes));
    }

    /** Returns the changes alone; an empty string when there is nothing to say. */
    String parts(Amendment amendment) {
        return amendment.differences().stream()
                .filter(Difference::matters)
                .sorted((one, other) -> one.part().compareTo(other.part()))
                .limit(MOST)
                .map(this::said)
                .collect(Collectors.joining("; "));
    }

    private String said(Difference difference) {
        if (difference.part() == Difference.Part.FILES) {
            return files(difference);
        }
        boolean year = sameYear(difference.was(), difference.becomes());
        return phrases.say(
                "difference." + difference.part().name(),
                year ? withoutYear(difference.was()) : difference.was(),
                year ? withoutYear(difference.becomes()) : difference.becomes());
    }

    private String files(Difference difference) {
        Set<String> was = files(difference.was());
        Set<String> is = files(difference.becomes());
        Set<String> added = new HashSet<>(is);
        added.removeAll(was);
        Set<String> removed = new HashSet<>(was);
        removed.removeAll(is);
        if (added.size() == removed.size()) {
            return phrases.say("difference.files.replaced", added.size());
        }
        return removed.isEmpty()
                ? phrases.say("difference.files.added", added.size())
                : added.isEmpty()
                        ? phrases.say("difference.files.removed", removed.size())
                        : phrases.say("difference.files.both", added.size(), removed.size());
    }

    private static Set<String> files(String addresses) {
        return Set.copyOf(addresses.lines().toList());
    }

    private static boolean sameYear(String was, String is) {
        return endsInYear(was)
                && endsInYear(is)
                && was.substring(was.length() - 4).equals(is.substring(is.length() - 4));
    }

    private static boolean endsInYear(String date) {
        return date.matches(".{0,20}\\d/\\d{1,2}/\\d{4}");
    }

    private static String withoutYear(String date) {
        return date.substring(0, date.length() - 5);
    }
}
