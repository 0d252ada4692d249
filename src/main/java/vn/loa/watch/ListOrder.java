package vn.loa.watch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.watch.ListComparison.Entry;
import vn.loa.watch.ListComparison.State;

/**
 * Tells whether a list has the newest first, by the dates or the numbers of its items, so that what slides in at its end is
 * older than the rest, though it has no date of its own. Pure.
 */
final class ListOrder {
    /** Fewer steps down tell no order. */
    private static final int FEWEST_FALLS = 2;

    private static final Pattern AT_END = Pattern.compile("[-_/=](\\d{1,18})(?:\\.\\w{2,5})?/?$");
    private static final Pattern AT_BEGIN = Pattern.compile("^(\\d{1,18})(?:[-_.]|$)");

    private final List<Entry> entries;

    /** @param entries all items of the list, in its order */
    ListOrder(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns whether an item without a date is older than the known ones above it, which are from before the first look. */
    boolean isOlderThanAll(int at, Instant first) {
        return entries.get(at).headline().published().instant().isEmpty()
                && isBelowKnown(at)
                && (isBelowDates(at, first) || isBelowNumbers(at));
    }

    private boolean isBelowKnown(int at) {
        return entries.subList(at, entries.size()).stream().allMatch(entry -> entry.state() == State.NEW);
    }

    private boolean isBelowDates(int at, Instant first) {
        List<Entry> dated = entries.stream()
                .filter(entry -> entry.headline().published().instant().isPresent())
                .toList();
        Optional<Entry> last = dated.stream().reduce((earlier, later) -> later);
        return falls(dated.stream()
                        .map(entry -> entry.headline().published().instant().orElseThrow())
                        .toList())
                && last.filter(entry -> entries.indexOf(entry) < at && entry.state() != State.NEW)
                        .filter(entry -> ListComparison.isFromBefore(entry.headline(), first))
                        .isPresent();
    }

    /** Numbers that grow with time tell the order where no dates do, when all stand at the same place in the address. */
    private boolean isBelowNumbers(int at) {
        Optional<Number> own = number(entries.get(at));
        List<Number> known = entries.stream()
                .filter(entry -> entry.state() != State.NEW)
                .flatMap(entry -> number(entry).stream())
                .toList();
        long others =
                entries.stream().filter(entry -> entry.state() != State.NEW).count();
        return own.isPresent()
                && known.size() == others
                && known.stream()
                        .allMatch(number -> number.place() == own.get().place()
                                && number.value() > own.get().value())
                && falls(known.stream().map(Number::value).toList());
    }

    private static <T extends Comparable<? super T>> boolean falls(List<T> places) {
        int falls = 0;
        for (int i = 1; i < places.size(); i++) {
            int step = places.get(i - 1).compareTo(places.get(i));
            if (step < 0) {
                return false;
            }
            falls += step > 0 ? 1 : 0;
        }
        return falls >= FEWEST_FALLS;
    }

    /**
     * A number that may count the articles.
     *
     * @param place the part of the path at whose beginning it stands, -1 when it ends the address
     */
    private record Number(int place, long value) {}

    private static Optional<Number> number(Entry entry) {
        String address = entry.headline().url().toString().replaceFirst("^https?://[^/]+", "");
        Matcher end = AT_END.matcher(address);
        if (end.find()) {
            return Optional.of(new Number(-1, Long.parseLong(end.group(1))));
        }
        String[] parts = address.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            Matcher begin = AT_BEGIN.matcher(parts[i]);
            if (begin.find()) {
                return Optional.of(new Number(i, Long.parseLong(begin.group(1))));
            }
        }
        return Optional.empty();
    }
}
