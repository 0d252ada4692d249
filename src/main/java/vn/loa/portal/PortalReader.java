package vn.loa.portal;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import vn.loa.fetch.Page;
import vn.loa.fetch.ReadingBudget;
import vn.loa.model.Problem;
import vn.loa.portal.address.ArticleLink;
import vn.loa.portal.feed.Sitemap;
import vn.loa.portal.feed.XmlFeed;
import vn.loa.portal.generic.block.ExpectedTitle;
import vn.loa.portal.page.AddressTitle;
import vn.loa.portal.page.Html;

/**
 * Reads the pages of one source: its lists and feeds into headlines, its articles into what they say. Never throws for
 * what a page holds; takes time in proportion to it. Immutable and safe to share. Made by {@link PortalCatalog}.
 */
public final class PortalReader {
    private final SourceRules rules;
    private final boolean feedOnly;
    private final ReadingBudget budget;
    private final ListReader lists;
    private final ArticleReader articles;

    PortalReader(SourceRules rules, boolean feedOnly) {
        this(rules, feedOnly, ReadingBudget.unbounded());
    }

    private PortalReader(SourceRules rules, boolean feedOnly, ReadingBudget budget) {
        this.rules = rules;
        this.feedOnly = feedOnly;
        this.budget = budget;
        this.lists = new ListReader(rules, feedOnly);
        this.articles = new ArticleReader(rules);
    }

    /** Returns the same reader, which rejects dates more than a day ahead of a clock. */
    public PortalReader believing(InstantSource clock) {
        return new PortalReader(rules.believing(clock), feedOnly, budget);
    }

    /** Returns the same reader, whose lists may link to articles on these other hosts. */
    public PortalReader linkingTo(Set<String> hosts) {
        return new PortalReader(rules.linkingTo(hosts), feedOnly, budget);
    }

    /** Returns the same reader, which reads within a bound over all pages that are read at the same time. */
    public PortalReader within(ReadingBudget bound) {
        return new PortalReader(rules, feedOnly, bound);
    }

    /** Returns the same reader, beside which no other page is read within its bound. */
    public PortalReader alone() {
        return within(budget.alone());
    }

    /** The kinds of pages. */
    public enum Kind {
        FEED,
        LISTING,
        ARTICLE,
        /** A gate, an apology, or nothing that can be read. */
        NOTHING
    }

    /** Reads the headlines of a list page or a feed, and what of it could not be read. */
    public Listing readListing(Page page) {
        return budget.read(
                page,
                () -> lists.read(page),
                detail -> Listing.failed(Problem.Kind.TOO_LARGE, detail, Evidence.none()));
    }

    /** Reads an article's page, or says what answered in its place. */
    public ArticleReading readArticle(Page page) {
        return readArticle(page, "");
    }

    /**
     * Reads the page of an article that a list has told of, or says what answered in its place.
     *
     * @param headline the title in the list, by which the title is found on pages that do not mark it; may be empty
     */
    public ArticleReading readArticle(Page page, String headline) {
        return budget.read(
                page,
                () -> articles.read(page, ExpectedTitle.of(headline)),
                detail -> new ArticleReading.NotAnArticle(ArticleReading.Reason.UNREADABLE, detail, Evidence.none()));
    }

    /**
     * Returns the pages that a sitemap names with the time of their last change, the last changed first; none when it is
     * none, or takes more memory than there is.
     *
     * @param zone of days without a time
     */
    public List<Sitemap.Entry> readSitemap(Page page, ZoneId zone) {
        return budget.read(page, () -> Sitemap.read(page, zone), detail -> List.of());
    }

    /** Classifies a link of this source: whether it is an article, and which one. */
    public ArticleLink link(URI page, String href) {
        return rules.keys().read(page, href);
    }

    /** Returns the title of a page or feed, one line; an empty string when it has none. */
    public String title(Page page) {
        return budget.read(
                page,
                () -> ListReader.isFeed(page)
                        ? XmlFeed.title(page.text())
                        : Html.parse(page).title(),
                detail -> "");
    }

    /** Detects the kind of a page of which nothing but its address is known. */
    public Kind kindOf(Page page) {
        if (ListReader.isFeed(page)) {
            return Kind.FEED;
        }
        boolean list = !readListing(page).headlines().isEmpty();
        if (readArticle(page) instanceof ArticleReading.Read read
                && (!list || isCertain(page, read))
                && !AddressTitle.isMissing(page.location(), read.content())) {
            return Kind.ARTICLE;
        }
        return list ? Kind.LISTING : Kind.NOTHING;
    }

    /** Lists have text and articles have lists beside them; the generic reader's doubt is settled by the address. */
    private boolean isCertain(Page page, ArticleReading.Read read) {
        return !read.evidence().isDoubtful()
                || link(page.location(), page.location().toString()).isArticle();
    }
}
