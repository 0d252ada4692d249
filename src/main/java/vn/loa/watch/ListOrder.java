package vn.loa.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.generic.ArticleNumber;
import vn.loa.watch.ListComparison.Entry;
import vn.loa.watch.ListComparison.State;

/**
 * Tells whether a list has the newest first, by the dates or the numbers of its items or by where news came before, so that
 * what slides in at its end is older than the rest, though it has no date of its own. Pure.
 */
final class ListOrder {
    /** Fewer steps down tell no order. */
    private static final int FEWEST_FALLS = 2;

    /** One piece of news may be first in the first of several boxes. */
    private static final int FEWEST_NEWS = 2;

    private final List<Entry> entries;

    private final Supplier<Set<String>> later;
    private final boolean endReplaced;

    /**
     * Holds a list.
     *
     * @param entries all items of the list, in its order
     * @param later the keys of articles that came after the source's first list
     * @param endReplaced whether what stood at the end of the list the last time has gone from it, so that an item at its
     *     end took that place; such a one has not slid in
     */
    ListOrder(List<Entry> entries, Supplier<Set<String>> later, boolean endReplaced) {
        this.entries = List.copyOf(entries);
        this.later = later;
        this.endReplaced = endReplaced;
    }

    /** Returns whether an item without a date is older than the known ones above it, which are from before the first look. */
    boolean isOlderThanAll(int at, Instant first) {
        return entries.get(at).headline().published().instant().isEmpty()
                && isBelowKnown(at)
                && (isBelowDates(at, last -> ListComparison.isFromBefore(last.headline(), first))
                        || isBelowNumbers(at)
                        || (!endReplaced && isBelowNews(at)));
    }

    /** Returns whether an item stands below all that is known, in a list that is seen to have the newest first. */
    boolean isBelowAll(int at) {
        return at > 0 && isBelowKnown(at) && (isBelowDates(at, last -> true) || isBelowNumbers(at) || isBelowNews(at));
    }

    private boolean isBelowKnown(int at) {
        return entries.subList(at, entries.size()).stream().allMatch(entry -> entry.state() == State.NEW);
    }

    private boolean isBelowDates(int at, Predicate<Entry> isOld) {
        List<Entry> dated = entries.stream()
                .filter(entry -> entry.headline().published().instant().isPresent())
                .toList();
        Optional<Entry> last = dated.stream().reduce((earlier, later) -> later);
        return falls(dated.stream()
                        .map(entry -> entry.headline().published().instant().orElseThrow())
                        .toList())
                && last.filter(entry -> entries.indexOf(entry) < at && entry.state() != State.NEW)
                        .filter(isOld)
                        .isPresent();
    }

    /**
     * Numbers that grow with time tell the order where no dates do, when all stand at the same place of addresses of one
     * form.
     */
    private boolean isBelowNumbers(int at) {
        Optional<Number> own = number(entries.get(at));
        List<Entry> others =
                entries.stream().filter(entry -> entry.state() != State.NEW).toList();
        List<Number> known =
                others.stream().flatMap(entry -> number(entry).stream()).toList();
        return own.isPresent()
                && known.size() == others.size()
                && known.stream().allMatch(own.get()::isBelow)
                && known.stream().anyMatch(own.get()::isOfTheRangeOf)
                && falls(known.stream().map(Number::value).toList());
    }

    /**
     * News after the first list has come above all that stood in it, more than once or above several that now stand
     * at its end, and the item is of the kind of what it stands below: a page of several boxes is in order in none but the
     * first.
     */
    private boolean isBelowNews(int at) {
        Set<String> news = later.get();
        List<Entry> known =
                entries.stream().filter(entry -> entry.state() != State.NEW).toList();
        List<Boolean> came = known.stream()
                .map(entry -> news.contains(entry.headline().key()))
                .toList();
        int lastNews = came.lastIndexOf(true);
        return lastNews >= 0
                && lastNews < came.indexOf(false)
                && Math.max(came.indexOf(false), ending(known)) >= FEWEST_NEWS
                && folder(entries.get(at)).equals(folder(known.get(known.size() - 1)));
    }

    private int ending(List<Entry> known) {
        return entries.size() - 1 - entries.lastIndexOf(known.get(known.size() - 1));
    }

    private static String folder(Entry entry) {
        String path = WebAddress.readablePath(entry.headline().url());
        return path.substring(0, path.lastIndexOf('/') + 1);
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

    /** A number that may count the articles whose keys have one form. */
    private record Number(String form, ArticleNumber counted) {
        boolean isBelow(Number other) {
            return form.equals(other.form) && counted.isBelow(other.counted);
        }

        /** Returns whether both may be counted by one counter: in one folder, and not far apart. */
        boolean isOfTheRangeOf(Number other) {
            return counted.folder().equals(other.counted.folder()) && counted.isNotFarBelow(other.counted);
        }

        long value() {
            return counted.value();
        }
    }

    private static Optional<Number> number(Entry entry) {
        return ArticleNumber.in(entry.headline().url(), entry.headline().title())
                .map(counted -> new Number(KnownItems.form(entry.addressKey()), counted));
    }
}
