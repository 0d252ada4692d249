package vn.loa.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_DETAIL = 120;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEASER = 1_000;
    private static final int LONGEST_CATEGORY = 200;

    private final ArticleKeys keys;
    private final VietnameseDates dates;
    private final Patterns prefix;
    private final URI page;
    private final URI base;
    private final ListIdentity found;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    /**
     * A list to gather.
     *
     * @param reading what its links, dates and teasers mean
     * @param page the page; links to other hosts are no articles
     * @param base what relative links are relative to
     */
    Headlines(Reading reading, URI page, URI base) {
        this.keys = reading.keys();
        this.dates = reading.dates();
        this.prefix = reading.leadPrefix();
        this.page = page;
        this.base = base;
        this.found = new ListIdentity(reading.keys()::byAddress);
    }

    /** What one portal's links, dates and texts mean. */
    record Reading(ArticleKeys keys, VietnameseDates dates, Patterns leadPrefix) {}

    /**
     * An item as its page has it; what is missing is an empty string.
     *
     * @param link as written
     * @param image its picture
     */
    record Item(String link, String title, String date, String teaser, String category, Optional<URI> image) {}

    void add(Item item) {
        String title = PlainText.start(item.title(), LONGEST_TITLE);
        if (item.link().isBlank()) {
            problem("no link", title);
            return;
        }
        ArticleLink link = keys.read(page, base, item.link());
        if (!link.isArticle()) {
            skip(link, item);
        } else if (title.isEmpty()) {
            problem("no title", item.link());
        } else if (EncodingDamage.in(title).isPresent()) {
            problem("damaged encoding " + EncodingDamage.in(title).get(), title);
        } else {
            add(item, link, title);
        }
    }

    /** Takes in an item that has a title and no link: it can only be read at the front of its site. */
    void addLinkless(Item item) {
        String title = PlainText.start(item.title(), LONGEST_TITLE);
        if (EncodingDamage.in(title).isEmpty()) {
            add(item, ArticleKeys.withoutLink(page, title), title);
        }
    }

    private void add(Item item, ArticleLink link, String title) {
        String key = link.key().orElseThrow();
        if (found.holds(link, title) || found.size() >= MOST_HEADLINES) {
            return;
        }
        Published published = dates.read(item.date());
        if (published.precision() == Precision.NONE && !item.date().isBlank()) {
            problem("unreadable date", item.date());
        }
        String teaser = prefix.removedFromStart(PlainText.start(item.teaser(), LONGEST_TEASER));
        String category = PlainText.start(item.category(), LONGEST_CATEGORY);
        found.add(
                link,
                item.link(),
                new Headline(key, link.url().orElseThrow(), title, published, teaser, category, item.image()));
    }

    private void skip(ArticleLink link, Item item) {
        if (skipped.size() < MOST_PROBLEMS) {
            skipped.add(link.url().map(URI::toString).orElseGet(() -> PlainText.start(item.link(), LONGEST_DETAIL)));
        }
    }

    private void problem(String what, String where) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(
                    new Problem(Problem.Kind.UNREADABLE_ITEMS, what + ": " + PlainText.start(where, LONGEST_DETAIL)));
        }
    }

    List<Headline> headlines() {
        return found.settled();
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        found.shared()
                .forEach(titles -> all.add(new Problem(
                        Problem.Kind.UNREADABLE_ITEMS,
                        "two titles under one address: " + PlainText.start(titles, LONGEST_DETAIL))));
        return all;
    }

    List<String> skipped() {
        return skipped;
    }
}
