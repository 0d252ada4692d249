package vn.loa.portal.list;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.loa.model.Headline;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.ArticleLink;
import vn.loa.portal.address.WebAddress;
import vn.loa.text.Folding;

/**
 * Decides which article each link of a list is. A number in an address that may be a word of its title is the article's
 * key only where the list shows that it grows; two links with one key and different titles are two articles, told apart
 * by their addresses or fragments, or a problem.
 */
public final class ListIdentity {
    private static final Pattern NUMBER = Pattern.compile(":(\\d+)$");
    /** A number of so many digits is no word of a title that does not hold it. */
    private static final int LONG_NUMBER = 5;

    private static final int FEWEST = 3;
    private static final double MOSTLY = 0.7;
    private static final double SIMILAR = 0.6;
    private static final double SELDOM = 0.25;
    /** "Xem tiếp" and "Chi tiết" are no titles of their own. */
    private static final int SHORTEST_TITLE = 12;

    private final Function<URI, ArticleLink> byAddress;
    private final Function<URI, List<String>> possibleKeys;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> seen = new HashMap<>();
    private final Set<String> shared = new LinkedHashSet<>();

    /** @param keys the keys that the articles of the list's site may have */
    ListIdentity(ArticleKeys keys) {
        this.byAddress = keys::byAddress;
        this.possibleKeys = keys::possibleKeys;
    }

    /** One item, with its title folded and what its link has after {@code #}. */
    private record Entry(ArticleLink link, String fragment, String folded, Headline headline) {
        static Entry of(ArticleLink link, String written, Headline headline) {
            return new Entry(link, fragment(written), Folding.fold(headline.title()), headline);
        }

        private static String fragment(String written) {
            int hash = written.indexOf('#');
            return hash < 0 ? "" : written.substring(hash + 1).strip();
        }

        boolean isSame(Entry other) {
            boolean certain = link.certain() && other.link.certain();
            return isSameTitle(folded, other.folded)
                    || isSamePage(other)
                    || (certain && isSimilar(folded, other.folded));
        }

        /** Lists cut titles, and link to an article a second time with the words of a button. */
        private static boolean isSameTitle(String one, String other) {
            String shorter = one.length() < other.length() ? one : other;
            String longer = shorter.equals(one) ? other : one;
            String start = shorter.replaceFirst("\\s*(\\.\\.\\.|…)$", "");
            return shorter.equals(longer) || shorter.length() < SHORTEST_TITLE || longer.startsWith(start);
        }

        /** Where the number is proof, a title that was edited in one of two places is still the article's. */
        private static boolean isSimilar(String one, String other) {
            int shorter = Math.min(one.length(), other.length());
            int same = 0;
            while (same < shorter && one.charAt(same) == other.charAt(same)) {
                same++;
            }
            return same >= SIMILAR * shorter;
        }

        /** The same name of a page with a number in it, whatever the folders before it. */
        private boolean isSamePage(Entry other) {
            String page = lastPart(headline.url());
            return page.equals(lastPart(other.headline.url()))
                    && page.chars().anyMatch(Character::isDigit)
                    && fragment.equals(other.fragment);
        }

        private static String lastPart(URI url) {
            String path = WebAddress.readablePath(url);
            return path.substring(path.lastIndexOf('/') + 1);
        }

        String folder() {
            String path = WebAddress.readablePath(headline.url());
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        String number() {
            Matcher number = NUMBER.matcher(headline.key());
            return number.find() ? number.group(1) : "";
        }

        /** Returns the form of the address, of which the numbers of one list are compared. */
        String series() {
            String key = headline.key();
            return key.substring(key.indexOf('#') + 1).replaceFirst(":.*$", "");
        }

        boolean holdsItsNumber() {
            return (' ' + folded.replaceAll("[^\\p{L}\\p{N}]+", " ") + ' ').contains(' ' + number() + ' ');
        }

        Entry with(Headline other) {
            return new Entry(link, fragment, folded, other);
        }

        Entry under(String key, URI url, List<String> aliases) {
            return new Entry(link, fragment, folded, headline.identifiedBy(key, url, aliases));
        }
    }

    /** Returns whether the list already has this article under this key and title. */
    boolean holds(ArticleLink link, String title) {
        String folded = Folding.fold(title);
        return seen.getOrDefault(link.key().orElseThrow(), List.of()).stream()
                .anyMatch(entry -> entry.folded().equals(folded));
    }

    /** Takes in the next item of the list. */
    void add(ArticleLink link, String written, Headline headline) {
        Entry entry = Entry.of(link, written, headline);
        entries.add(entry);
        seen.computeIfAbsent(headline.key(), key -> new ArrayList<>()).add(entry);
    }

    int size() {
        return entries.size();
    }

    /** Returns the titles that share an address with another one, and so could not be told apart. */
    Set<String> shared() {
        settled(UnaryOperator.identity());
        return shared;
    }

    /**
     * Returns the articles in the list's order, each once.
     *
     * @param dated gives an item, as it was taken in, its date
     */
    List<Headline> settled(UnaryOperator<Headline> dated) {
        shared.clear();
        Map<String, Boolean> grows = growing();
        List<Entry> proven = entries.stream()
                .map(entry -> entry.with(dated.apply(entry.headline())))
                .map(entry -> isProven(entry, grows) ? numbered(entry) : byItsAddress(entry))
                .toList();
        return once(apart(apart(proven, this::byItsAddress), this::byItsFragment));
    }

    private static boolean isProven(Entry entry, Map<String, Boolean> grows) {
        boolean certain = entry.link().certain() || entry.number().isEmpty();
        boolean large = entry.number().length() >= LONG_NUMBER && !entry.holdsItsNumber();
        return certain || large || Boolean.TRUE.equals(grows.get(entry.series()));
    }

    /** Returns, for each form of address, whether its numbers grow from item to item and are no words of the titles. */
    private Map<String, Boolean> growing() {
        Map<String, List<Entry>> series = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.link().certain() && !entry.number().isEmpty()) {
                series.computeIfAbsent(entry.series(), key -> new ArrayList<>()).add(entry);
            }
        }
        Map<String, Boolean> growing = new HashMap<>();
        series.forEach((form, items) -> growing.put(form, grows(items)));
        return growing;
    }

    private static boolean grows(List<Entry> items) {
        long words = items.stream().filter(Entry::holdsItsNumber).count();
        long different =
                items.stream().map(entry -> entry.headline().key()).distinct().count();
        if (different < FEWEST || different < items.size() || words > SELDOM * items.size()) {
            return false;
        }
        int falls = 0;
        int rises = 0;
        for (int i = 1; i < items.size(); i++) {
            int order = compare(items.get(i - 1).number(), items.get(i).number());
            falls += order > 0 ? 1 : 0;
            rises += order < 0 ? 1 : 0;
        }
        return Math.max(falls, rises) >= MOSTLY * (items.size() - 1);
    }

    private static int compare(String one, String other) {
        String a = one.replaceFirst("^0+", "");
        String b = other.replaceFirst("^0+", "");
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }

    /** Known by its number, and so may have been recorded by its number alone or by its address. */
    private Entry numbered(Entry entry) {
        if (entry.number().isEmpty()) {
            return entry;
        }
        List<String> aliases = new ArrayList<>(entry.link().formerKeys());
        if (!entry.link().certain()) {
            byAddress.apply(entry.headline().url()).key().ifPresent(aliases::add);
        }
        return entry.under(entry.headline().key(), entry.headline().url(), aliases);
    }

    /** Known by its address, and so may have been recorded by its number. */
    private Entry byItsAddress(Entry entry) {
        ArticleLink address = byAddress.apply(entry.headline().url());
        String key = address.key().orElseThrow();
        Set<String> aliases = new LinkedHashSet<>(entry.link().formerKeys());
        aliases.addAll(entry.headline().aliases());
        aliases.add(entry.headline().key());
        aliases.remove(key);
        return entry.under(key, address.url().orElseThrow(), List.copyOf(aliases));
    }

    private Entry byItsFragment(Entry entry) {
        if (entry.fragment().isEmpty() || entry.headline().url().getRawFragment() != null) {
            return entry;
        }
        URI url = entry.headline().url();
        String fragment = "#" + entry.fragment().replaceAll("[^\\p{Alnum}._~!$&'()*+,;=:@/?-]", "_");
        return entry.under(
                entry.headline().key() + fragment,
                URI.create(url + fragment),
                List.of(entry.headline().key()));
    }

    /** Gives those that share a key and are not the same article another key. */
    private List<Entry> apart(List<Entry> items, Function<Entry, Entry> otherwise) {
        Map<String, List<Entry>> byKey = new HashMap<>();
        items.forEach(entry -> byKey.computeIfAbsent(entry.headline().key(), key -> new ArrayList<>())
                .add(entry));
        Set<String> doubtful = new HashSet<>();
        byKey.forEach((key, same) -> {
            if (same.stream().anyMatch(entry -> !entry.isSame(same.get(0)))) {
                doubtful.add(key);
            }
        });
        return items.stream()
                .map(entry -> doubtful.contains(entry.headline().key()) ? otherwise.apply(entry) : entry)
                .toList();
    }

    /** A box above the list may show an article under another folder; the one in which most stand is its own. */
    private static List<Entry> withoutTwins(List<Entry> settled) {
        Map<String, Long> folders =
                settled.stream().collect(Collectors.groupingBy(Entry::folder, Collectors.counting()));
        Map<String, Entry> byName = new HashMap<>();
        Set<Entry> left = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Entry entry : settled) {
            String name =
                    entry.folded() + '\n' + WebAddress.pageName(entry.headline().url());
            Entry twin = byName.putIfAbsent(name, entry);
            if (twin != null && isTwin(twin, entry)) {
                boolean other = folders.getOrDefault(entry.folder(), 0L) > folders.getOrDefault(twin.folder(), 0L);
                left.add(other ? twin : entry);
                byName.put(name, other ? entry : twin);
            }
        }
        return settled.stream().filter(entry -> !left.contains(entry)).toList();
    }

    private static boolean isTwin(Entry one, Entry other) {
        boolean certain =
                one.link().certain() && other.link().certain() && !one.number().isEmpty();
        return !certain
                && WebAddress.isSamePage(one.headline().url(), other.headline().url())
                && one.headline().published().mayBeSameDayAs(other.headline().published());
    }

    private List<Headline> once(List<Entry> settled) {
        Map<String, Entry> once = new LinkedHashMap<>();
        for (Entry entry : withoutTwins(settled)) {
            Entry first = once.putIfAbsent(entry.headline().key(), entry);
            if (first != null && !entry.isSame(first)) {
                shared.add(entry.headline().title());
            }
        }
        return onceByTitle(once.values());
    }

    /** The same title under one former key is one article, linked within two modules. */
    private List<Headline> onceByTitle(Collection<Entry> entries) {
        Set<String> known = new HashSet<>();
        List<Headline> once = new ArrayList<>();
        for (Entry entry : entries) {
            List<String> titles = entry.headline().aliases().stream()
                    .map(alias -> alias + '\n' + entry.folded())
                    .toList();
            if (titles.stream().noneMatch(known::contains)) {
                once.add(knownBefore(entry.headline()));
            }
            known.addAll(titles);
        }
        return once;
    }

    /** The site may have been taken for one of another system, or of none. */
    private Headline knownBefore(Headline headline) {
        boolean isOwnPage =
                headline.url().getRawFragment() == null && !headline.key().contains(ArticleKeys.BY_TITLE);
        if (!isOwnPage) {
            return headline;
        }
        Set<String> aliases = new LinkedHashSet<>(headline.aliases());
        aliases.addAll(possibleKeys.apply(headline.url()));
        aliases.remove(headline.key());
        return headline.identifiedBy(headline.key(), headline.url(), List.copyOf(aliases));
    }
}
