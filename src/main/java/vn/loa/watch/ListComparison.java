package vn.loa.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.portal.address.WebAddress;
import vn.loa.store.article.ListItem;

/**
 * Tells what of a list is new: compares it with what the source's list has shown before. An item is known when its
 * address or its guid is; it has moved when a known article with its title and day is no longer listed, or when nearly
 * all addresses of a list change at once. What is older than the source's first list and slides in below known items is
 * not news. Pure.
 */
final class ListComparison {
    /** Fewer items tell nothing of all. */
    private static final int FEWEST = 3;

    private static final double NEARLY_ALL = 0.8;

    private final KnownItems known;
    private final Past past;
    private final ZoneId zone;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> claimed = new HashSet<>();
    private int lowestListed = -1;
    private boolean addressesChanged;
    private @Nullable Set<String> later;

    /**
     * Holds what came before.
     *
     * @param items what the list has shown, the last seen first
     * @param firstGood when it was first read; empty for a source that never was
     * @param lastGood when it was last read before now
     * @param later the keys of articles that came after the first list
     * @param readOtherwise whether it was read in another way then, which may have shown less of it
     */
    record Past(
            List<ListItem> items,
            Optional<Instant> firstGood,
            Optional<Instant> lastGood,
            Supplier<Set<String>> later,
            boolean readOtherwise) {
        Past(List<ListItem> items, Optional<Instant> firstGood, Optional<Instant> lastGood) {
            this(items, firstGood, lastGood, Set::of, false);
        }
    }

    /** Names what an item of a list is. */
    enum State {
        KNOWN,
        /** A known article with another address. */
        MOVED,
        NEW
    }

    /**
     * One item of the list.
     *
     * @param headline the item, under the key that the archive has or will have for it
     * @param addressKey the key of its present address
     * @param guid what its feed knows it by, an empty string when that says nothing
     * @param old whether it is no news although it is new: older than the source's first list, and below known items
     */
    record Entry(Headline headline, String addressKey, String guid, State state, boolean old) {
        private Entry movedTo(String articleKey) {
            return new Entry(headline.withKey(articleKey), addressKey, guid, State.MOVED, false);
        }
    }

    ListComparison(Past past, ZoneId zone) {
        this.past = past;
        this.known = new KnownItems(past.items());
        this.zone = zone;
    }

    /** Compares a list, given in its order, with the guids of its items by their keys. */
    ListComparison with(List<Headline> headlines, Map<String, String> guids) {
        Map<String, String> reliable = known.reliable(headlines, guids);
        Renumbering renumbering = new Renumbering(known, headlines);
        headlines.forEach(headline ->
                entries.add(entry(headline, reliable.getOrDefault(headline.key(), ""), renumbering.article(headline))));
        lowestListed = past.items().stream()
                .filter(item -> claimed.contains(item.articleKey()))
                .mapToInt(ListItem::position)
                .max()
                .orElse(-1);
        long unknown = count(State.NEW);
        long titled = entries.stream()
                .filter(entry -> entry.state() == State.NEW)
                .filter(entry -> !known.titled(entry.headline()).isEmpty())
                .count();
        claim((entry, item) -> KnownItems.isSamePage(item, entry.headline())
                && wasListed(item)
                && KnownItems.isAbout(item, entry.headline()));
        claim((entry, item) -> isSameDay(entry, item) || isInPlaceOf(entry, item));
        boolean nearlyAll = unknown >= FEWEST && unknown >= NEARLY_ALL * entries.size();
        if (nearlyAll && titled >= NEARLY_ALL * (unknown - 1) && titled >= FEWEST - 1) {
            addressesChanged = true;
            claim((entry, item) -> true);
        }
        markOld();
        return this;
    }

    private Entry entry(Headline headline, String guid, Optional<ListItem> renumbered) {
        Optional<ListItem> same = known.byKey(headline);
        if (renumbered.isPresent()) {
            return claimed(renumbered.get(), headline, guid, State.MOVED);
        }
        if (same.isPresent()) {
            return KnownItems.isUsedAgain(same.get(), headline)
                    ? new Entry(headline.withKey(keyOfAnother(headline)), headline.key(), guid, State.NEW, false)
                    : claimed(same.get(), headline, guid, State.KNOWN);
        }
        return Optional.of(guid)
                .filter(word -> !word.isEmpty())
                .flatMap(known::byGuid)
                .filter(item -> !KnownItems.isUsedAgain(item, headline))
                .map(item -> claimed(item, headline, guid, State.MOVED))
                .orElseGet(() -> new Entry(headline, headline.key(), guid, State.NEW, false));
    }

    /** A number that was used before tells the article only together with its day. */
    private String keyOfAnother(Headline headline) {
        return headline.key() + "@" + day(headline.published().instant().orElseThrow());
    }

    private Entry claimed(ListItem item, Headline headline, String guid, State state) {
        claimed.add(item.articleKey());
        return new Entry(headline.withKey(item.articleKey()), headline.key(), guid, state, false);
    }

    private interface Match {
        boolean test(Entry entry, ListItem item);
    }

    /** Takes items for known articles of the same title that are not listed any more, each article once. */
    private void claim(Match match) {
        entries.replaceAll(entry -> entry.state() != State.NEW
                ? entry
                : unclaimed(entry, item -> match.test(entry, item))
                        .map(item -> {
                            claimed.add(item.articleKey());
                            return entry.movedTo(item.articleKey());
                        })
                        .orElse(entry));
    }

    private Optional<ListItem> unclaimed(Entry entry, Predicate<ListItem> match) {
        return known.titled(entry.headline()).stream()
                .filter(item -> !claimed.contains(item.articleKey()))
                .filter(match)
                .findFirst();
    }

    private boolean isSameDay(Entry entry, ListItem item) {
        Optional<Instant> now = entry.headline().published().instant();
        return now.isPresent()
                && item.published().isPresent()
                && day(now.get()).equals(day(item.published().get()));
    }

    /**
     * Without dates: the article was listed the last time, and has vanished from the midst of the list since, or its title
     * stands below all that is known in a list that is seen to have the newest first. The next issue of what comes out
     * every week takes the place of the last one, and is another article.
     */
    private boolean isInPlaceOf(Entry entry, ListItem item) {
        boolean dated = entry.headline().published().instant().isPresent()
                && item.published().isPresent();
        return !dated
                && wasListed(item)
                && !Periodical.isNextIssue(item, entry.headline())
                && (isFromTheMidst(item) || order().isBelowAll(entries.indexOf(entry)));
    }

    private ListOrder order() {
        boolean replaced = past.items().stream()
                .anyMatch(item ->
                        wasListed(item) && item.position() > lowestListed && !claimed.contains(item.articleKey()));
        return new ListOrder(entries, this::later, replaced);
    }

    private Set<String> later() {
        if (later == null) {
            later = past.later().get();
        }
        return later;
    }

    private boolean wasListed(ListItem item) {
        return past.lastGood().filter(last -> !item.seenAt().isBefore(last)).isPresent();
    }

    /**
     * Returns whether the item vanished from the midst of the list; one below all that is still listed has only slid
     * off the end.
     */
    private boolean isFromTheMidst(ListItem item) {
        return lowestListed < 0 || item.position() < lowestListed;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private void markOld() {
        if (past.firstGood().isEmpty()) {
            return;
        }
        Instant first = past.firstGood().get();
        boolean nothingKnown = count(State.NEW) == entries.size();
        boolean below = nothingKnown;
        ListOrder order = order();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            below = below || entry.state() != State.NEW;
            if (entry.state() == State.NEW
                    && (below && (isFromBefore(entry.headline(), first) || order.isOlderThanAll(i, first))
                            || isShownByReading(i))) {
                entries.set(i, new Entry(entry.headline(), entry.addressKey(), entry.guid(), State.NEW, true));
            }
        }
    }

    /** An item without a day may be new to the reading alone when several such stand together, as those of a box do. */
    private boolean isShownByReading(int at) {
        int before = at;
        while (before >= 0 && isNewWithoutDay(entries.get(before))) {
            before--;
        }
        int behind = at;
        while (behind < entries.size() && isNewWithoutDay(entries.get(behind))) {
            behind++;
        }
        return past.readOtherwise() && behind - before - 1 >= FEWEST;
    }

    private static boolean isNewWithoutDay(Entry entry) {
        return entry.state() == State.NEW
                && entry.headline().published().instant().isEmpty();
    }

    static boolean isFromBefore(Headline headline, Instant first) {
        Duration day = headline.published().precision() == Precision.DAY ? Duration.ofDays(1) : Duration.ZERO;
        return headline.published()
                .instant()
                .filter(published -> published.plus(day).isBefore(first))
                .isPresent();
    }

    private long count(State state) {
        return entries.stream().filter(entry -> entry.state() == state).count();
    }

    /** Takes a new item for a known article whose old address leads to it. */
    void redirected(ListItem from, URI target) {
        entries.replaceAll(entry -> entry.state() == State.NEW
                        && WebAddress.withoutScheme(entry.headline().url()).equals(WebAddress.withoutScheme(target))
                ? entry.movedTo(from.articleKey())
                : entry);
    }

    /** Returns known articles that the list showed the last time and no longer shows, though it shows older ones. */
    List<ListItem> vanished() {
        return past.items().stream()
                .filter(item -> !claimed.contains(item.articleKey()) && wasListed(item))
                .filter(item -> item.position() < lowestListed)
                .toList();
    }

    /** Returns the items in the list's order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the items as the archive knows or will know them. */
    List<Headline> headlines() {
        return entries.stream().map(Entry::headline).toList();
    }

    /** Returns the new items that are news, or those that are not. */
    List<Headline> unknown(boolean old) {
        return entries.stream()
                .filter(entry -> entry.state() == State.NEW && entry.old() == old)
                .map(Entry::headline)
                .toList();
    }

    /** Returns all items but those that are no news for their age; what is known of them goes no further. */
    List<Headline> recent() {
        return entries.stream()
                .filter(entry -> !entry.old())
                .map(Entry::headline)
                .toList();
    }

    /** Returns the known articles with other addresses than before. */
    List<Entry> moved() {
        return entries.stream().filter(entry -> entry.state() == State.MOVED).toList();
    }

    boolean isAllNew() {
        return count(State.NEW) == entries.size();
    }

    /** Returns true when nearly all articles of the list have other addresses than before. */
    boolean isChangeOfAddresses() {
        long moved = count(State.MOVED);
        return moved >= FEWEST - 1 && (addressesChanged || moved >= NEARLY_ALL * entries.size());
    }

    /** Returns what to remember of the list. */
    List<ListItem> remembered(Instant now) {
        List<ListItem> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Headline headline = entry.headline();
            items.add(new ListItem(
                    headline.key(),
                    entry.addressKey(),
                    headline.url(),
                    entry.guid(),
                    headline.title(),
                    headline.published().instant(),
                    i,
                    now));
        }
        return items;
    }
}
