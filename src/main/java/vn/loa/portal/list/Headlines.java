package vn.loa.portal.list;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.fetch.RegisteredDomain;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.portal.address.AddressDate;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.ArticleLink;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.EncodingDamage;
import vn.loa.text.PlainText;
import vn.loa.text.date.VietnameseDates;

/** Gathers the items of one list, each article once, each broken item as a problem of its own. */
public final class Headlines {
    private static final int MOST_HEADLINES = 500;
    /** So many are looked at; a list may have the oldest first. */
    private static final int MOST_LOOKED_AT = 20_000;

    private static final int FEWEST = 3;
    private static final double MOSTLY = 0.7;

    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_DETAIL = 120;
    private static final int LONGEST_EXAMPLE = 500;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEASER = 1_000;
    private static final int LONGEST_CATEGORY = 200;

    private final VietnameseDates dates;
    private final Patterns prefix;
    private final URI page;
    private final Links links;
    private final Predicate<URI> isDocument;
    private final Predicate<URI> isFile;
    private final String documentCategory;
    private final ListIdentity found;
    private final IdentityHashMap<Headline, String> datesAsWritten = new IdentityHashMap<>();
    /** In the list's order. */
    private final List<Headline> taken = new ArrayList<>();

    private final Map<String, String> guids = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    private final List<String> examples = new ArrayList<>();
    /** The settled items, until another one is added. */
    private @Nullable List<Headline> settled;

    private @Nullable VietnameseDates settledDates;

    /**
     * Makes an empty collection for the items of a web page's list.
     *
     * @param settings how its links, dates and teasers are read
     * @param page the page; links to other hosts are no articles
     * @param base what relative links are relative to
     */
    public Headlines(Settings settings, URI page, URI base) {
        this(settings, page, item -> settings.keys().readItem(page, base, item.link()));
    }

    /**
     * Makes an empty collection for the items of a list.
     *
     * @param settings how its dates and teasers are read
     * @param page where it stands
     * @param links which articles its items are
     */
    public Headlines(Settings settings, URI page, Links links) {
        this.dates = settings.dates();
        this.prefix = settings.leadPrefix();
        this.page = page;
        this.links = links;
        this.isDocument = settings.keys()::isDocument;
        this.isFile = settings.keys()::isFile;
        this.documentCategory = settings.documentCategory();
        this.found = new ListIdentity(settings.keys());
    }

    /**
     * Gathers the items of a page's list. Where all of them stand under addresses that are lists elsewhere, such as those
     * below {@code /chuyen-muc/}, and most have a date, that is how this site calls its articles.
     */
    public static Headlines ofPage(Settings settings, URI page, URI base, List<Item> items) {
        Headlines headlines = new Headlines(settings, page, base);
        items.forEach(headlines::add);
        long dated = items.stream().filter(item -> !item.date().isBlank()).count();
        boolean refused = headlines.found.size() == 0
                && headlines.skipped.getOrDefault(SkipReason.NOT_AN_ARTICLE, 0) == items.size();
        if (!refused || items.size() < FEWEST || dated < MOSTLY * items.size()) {
            return headlines;
        }
        Headlines told = new Headlines(settings, page, item -> settings.keys().readListed(page, base, item.link()));
        items.forEach(told::add);
        return told;
    }

    /** Classifies the link of a list item. */
    public interface Links {
        ArticleLink read(Item item);
    }

    /**
     * The settings with which one portal's links, dates and texts are read, and the category of documents without one.
     */
    public record Settings(ArticleKeys keys, VietnameseDates dates, Patterns leadPrefix, String documentCategory) {}

    /**
     * An item as its page has it; what is missing is an empty string.
     *
     * @param link as written
     * @param image its picture
     * @param guid what its feed knows it by
     */
    public record Item(
            String link, String title, String date, String teaser, String category, Optional<URI> image, String guid) {
        public Item(String link, String title, String date, String teaser, String category, Optional<URI> image) {
            this(link, title, date, teaser, category, image, "");
        }

        /** Returns the same item with another date. */
        public Item dated(String day) {
            return new Item(link, title, day, teaser, category, image, guid);
        }
    }

    public void add(Item item) {
        String title = PlainText.start(item.title(), LONGEST_TITLE);
        ArticleLink link = links.read(item);
        if (item.link().isBlank() && !link.isArticle()) {
            skip(SkipReason.NO_ADDRESS, title);
            problem("no link", title);
        } else if (!link.isArticle()) {
            skip(reason(link), link.url().map(URI::toString).orElse(item.link()));
        } else if (title.isEmpty()) {
            skip(SkipReason.NO_TITLE, item.link());
            problem("no title", item.link());
        } else {
            addReadable(item, link, title);
        }
    }

    private SkipReason reason(ArticleLink link) {
        if (link.url().isEmpty()) {
            return SkipReason.NO_ADDRESS;
        }
        URI url = link.url().get();
        if (WebAddress.isSameSite(url, page)) {
            return isFile.test(url) ? SkipReason.FILE : SkipReason.NOT_AN_ARTICLE;
        }
        return RegisteredDomain.isShared(url, page) ? SkipReason.SISTER_SITE : SkipReason.OTHER_SITE;
    }

    private void addReadable(Item item, ArticleLink link, String title) {
        Optional<EncodingDamage> damage = EncodingDamage.in(title);
        if (damage.isPresent()) {
            skip(SkipReason.DAMAGED_TEXT, title);
            problem("damaged encoding " + damage.get(), title);
        } else {
            add(item, link, title);
        }
    }

    /** Takes in an item that has a title and no link: it can only be read at the front of its site. */
    public void addLinkless(Item item) {
        String title = PlainText.start(item.title(), LONGEST_TITLE);
        if (EncodingDamage.in(title).isEmpty()) {
            add(item, ArticleKeys.withoutLink(page, title), title);
        }
    }

    private void add(Item item, ArticleLink link, String title) {
        String key = link.key().orElseThrow();
        if (found.holds(link, title) || found.size() >= MOST_LOOKED_AT) {
            return;
        }
        URI url = link.url().orElseThrow();
        String teaser = prefix.removedFromStart(PlainText.start(item.teaser(), LONGEST_TEASER));
        String category = PlainText.start(item.category(), LONGEST_CATEGORY);
        String told = category.isEmpty() && isDocument.test(url) ? documentCategory : category;
        Headline headline = new Headline(key, url, title, Published.unknown(), teaser, told, item.image());
        datesAsWritten.put(headline, item.date());
        taken.add(headline);
        if (!item.guid().isBlank()) {
            guids.put(key, PlainText.start(item.guid(), LONGEST_EXAMPLE));
        }
        found.add(link, item.link(), headline);
        settled = null;
        settledDates = null;
    }

    private void skip(SkipReason reason, String example) {
        skipped.merge(reason, 1, Integer::sum);
        if (examples.size() < MOST_PROBLEMS) {
            examples.add(PlainText.start(example, LONGEST_EXAMPLE));
        }
    }

    private void problem(String what, String where) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(unreadable(what, where));
        }
    }

    private static Problem unreadable(String what, String where) {
        return new Problem(Problem.Kind.UNREADABLE_ITEMS, what + ": " + PlainText.start(where, LONGEST_DETAIL));
    }

    /**
     * Returns the articles in the list's order; the newest 500 of a longer list, and the first of those without dates.
     * Dates are read together, since one may settle the order of day and month of the others.
     */
    public List<Headline> headlines() {
        if (settled == null) {
            settled = List.copyOf(newest());
        }
        return settled;
    }

    private List<Headline> newest() {
        VietnameseDates order = settledDates();
        List<Headline> all =
                new ArrayList<>(found.settled(headline -> headline.publishedAt(published(headline, order))));
        if (all.size() <= MOST_HEADLINES) {
            return all;
        }
        Set<Headline> newest = all.stream()
                .sorted(Comparator.comparing(Headlines::time).reversed())
                .limit(MOST_HEADLINES)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        all.removeIf(headline -> !newest.contains(headline));
        return all;
    }

    private static Instant time(Headline headline) {
        return headline.published().instant().orElse(Instant.MIN);
    }

    private VietnameseDates settledDates() {
        if (settledDates == null) {
            List<String> lines = taken.stream()
                    .map(headline -> Objects.requireNonNull(datesAsWritten.get(headline)))
                    .toList();
            List<String> told = dates.withYears(lines);
            IntStream.range(0, told.size()).forEach(at -> datesAsWritten.put(taken.get(at), told.get(at)));
            settledDates = dates.settledBy(datesAsWritten.values().stream());
        }
        return settledDates;
    }

    private Published published(Headline headline, VietnameseDates order) {
        Published told = order.read(Objects.requireNonNull(datesAsWritten.get(headline)));
        return told.precision() == Precision.NONE
                ? AddressDate.in(headline.url(), order).orElse(told)
                : told;
    }

    /**
     * Returns the problems of the items, one for each item that could not be read in full. A day without its year is read
     * as well as it is written.
     */
    public List<Problem> problems() {
        VietnameseDates order = settledDates();
        Stream<Problem> unreadable = datesAsWritten.values().stream()
                .filter(date -> !date.isBlank() && order.read(date).precision() == Precision.NONE)
                .filter(date -> !order.isWithoutYear(date))
                .map(date -> unreadable("unreadable date", date));
        Stream<Problem> shared =
                found.shared().stream().map(titles -> unreadable("two titles under one address", titles));
        return Stream.of(problems.stream(), shared, unreadable)
                .flatMap(each -> each)
                .limit(MOST_PROBLEMS)
                .toList();
    }

    /** Returns what a feed knows its articles by, by their keys. */
    public Map<String, String> guids() {
        Map<String, String> byKey = new HashMap<>();
        for (Headline headline : headlines()) {
            Stream.concat(Stream.of(headline.key()), headline.aliases().stream())
                    .filter(guids::containsKey)
                    .findFirst()
                    .ifPresent(key -> byKey.put(headline.key(), guids.get(key)));
        }
        return byKey;
    }

    /** Returns the items that are no articles of this list's source. */
    public SkippedItems skipped() {
        return new SkippedItems(skipped, examples);
    }
}
