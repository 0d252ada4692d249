package vn.loa.portal;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.fetch.RegisteredDomain;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.EncodingDamage;
import vn.loa.text.PlainText;
import vn.loa.text.date.VietnameseDates;

/** Gathers the items of one list, each article once, each broken item as a problem of its own. */
final class Headlines {
    private static final int MOST_HEADLINES = 500;
    /** So many are looked at; a list may have the oldest first. */
    private static final int MOST_LOOKED_AT = 20_000;

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
    private final Map<String, Headline> found = new LinkedHashMap<>();
    private final Map<String, String> datesAsWritten = new LinkedHashMap<>();
    private final Map<String, String> guids = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    private final List<String> examples = new ArrayList<>();

    /**
     * A web page's list to gather.
     *
     * @param reading what its links, dates and teasers mean
     * @param page the page; links to other hosts are no articles
     * @param base what relative links are relative to
     */
    Headlines(Reading reading, URI page, URI base) {
        this(reading, page, item -> reading.keys().readItem(page, base, item.link()));
    }

    /**
     * A list to gather.
     *
     * @param reading what its dates and teasers mean
     * @param page where it stands
     * @param links which articles its items are
     */
    Headlines(Reading reading, URI page, Links links) {
        this.dates = reading.dates();
        this.prefix = reading.leadPrefix();
        this.page = page;
        this.links = links;
        this.isDocument = reading.keys()::isDocument;
        this.isFile = reading.keys()::isFile;
        this.documentCategory = reading.documentCategory();
    }

    /** Tells which article an item of a list is. */
    interface Links {
        ArticleLink read(Item item);
    }

    /** What one portal's links, dates and texts mean, and the category of documents that have none. */
    record Reading(ArticleKeys keys, VietnameseDates dates, Patterns leadPrefix, String documentCategory) {}

    /**
     * An item as its page has it; what is missing is an empty string.
     *
     * @param link as written
     * @param image its picture
     * @param guid what its feed knows it by
     */
    record Item(
            String link, String title, String date, String teaser, String category, Optional<URI> image, String guid) {
        Item(String link, String title, String date, String teaser, String category, Optional<URI> image) {
            this(link, title, date, teaser, category, image, "");
        }
    }

    void add(Item item) {
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

    private void add(Item item, ArticleLink link, String title) {
        String key = link.key().orElseThrow();
        if (found.containsKey(key) || found.size() >= MOST_LOOKED_AT) {
            return;
        }
        URI url = link.url().orElseThrow();
        String teaser = prefix.removedFromStart(PlainText.start(item.teaser(), LONGEST_TEASER));
        String category = PlainText.start(item.category(), LONGEST_CATEGORY);
        String told = category.isEmpty() && isDocument.test(url) ? documentCategory : category;
        datesAsWritten.put(key, item.date());
        if (!item.guid().isBlank()) {
            guids.put(key, PlainText.start(item.guid(), LONGEST_EXAMPLE));
        }
        found.put(key, new Headline(key, url, title, Published.unknown(), teaser, told, item.image()));
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
    List<Headline> headlines() {
        VietnameseDates settled = settledDates();
        List<Headline> all = new ArrayList<>(found.values());
        all.replaceAll(headline -> headline.publishedAt(published(headline, settled)));
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
        return dates.settledBy(datesAsWritten.values().stream());
    }

    private Published published(Headline headline, VietnameseDates settled) {
        Published told = settled.read(datesAsWritten.get(headline.key()));
        return told.precision() == Precision.NONE
                ? AddressDate.in(headline.url(), settled).orElse(told)
                : told;
    }

    /** What could not be read of the items, each one's trouble by itself. */
    List<Problem> problems() {
        VietnameseDates settled = settledDates();
        Stream<Problem> unreadable = datesAsWritten.values().stream()
                .filter(date -> !date.isBlank() && settled.read(date).precision() == Precision.NONE)
                .map(date -> unreadable("unreadable date", date));
        return Stream.concat(problems.stream(), unreadable).limit(MOST_PROBLEMS).toList();
    }

    /** Returns what a feed knows its articles by, by their keys. */
    Map<String, String> guids() {
        return guids;
    }

    /** Returns the items that are no articles of this list's source. */
    SkippedItems skipped() {
        return new SkippedItems(skipped, examples);
    }
}
