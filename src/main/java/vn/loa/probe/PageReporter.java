package vn.loa.probe;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.fetch.Page;
import vn.loa.model.Problem;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalReader;
import vn.loa.portal.address.ArticleLink;
import vn.loa.summary.Summarizer;

/** Reads pages as the watch does, and makes a report of each. Never throws for what a page holds. */
public final class PageReporter {
    private final Summarizer summarizer;
    private final ZoneId zone;

    /** Makes a reporter whose dates are civil dates of {@code zone}. */
    public PageReporter(Summarizer summarizer, ZoneId zone) {
        this.summarizer = summarizer;
        this.zone = zone;
    }

    /** Reads a page by these rules and reports its kind and content. */
    public PageReport report(PortalReader reader, Page page) {
        return switch (reader.kindOf(page)) {
            case ARTICLE -> article(reader, page);
            case FEED -> listing(reader, page, PortalReader.Kind.FEED);
            case LISTING -> listing(reader, page, PortalReader.Kind.LISTING);
            case NOTHING -> nothing(reader, page);
        };
    }

    /** Returns the page read as an article, whatever else it may be. */
    public PageReport article(PortalReader reader, Page page) {
        ArticleReading reading = reader.readArticle(page);
        if (!(reading instanceof ArticleReading.Read read)) {
            return nothing(reader, page);
        }
        ArticleLink link = link(reader, page);
        return new PageReport(
                link.url().orElse(page.location()),
                PortalReader.Kind.ARTICLE,
                link.key(),
                Optional.of(new PageReport.ReadArticle(read.content(), summarizer.summarize(read.content(), zone))),
                List.of(),
                Optional.empty(),
                read.evidence(),
                told(read.problems()),
                Optional.empty());
    }

    private static PageReport listing(PortalReader reader, Page page, PortalReader.Kind kind) {
        Listing listing = reader.readListing(page);
        return new PageReport(
                page.location(),
                kind,
                Optional.empty(),
                Optional.empty(),
                listing.headlines(),
                listing.next(),
                listing.evidence(),
                told(listing.problems()),
                listing.problems().stream().findFirst());
    }

    /** Neither a list nor an article: why not, as both readings see it. */
    private static PageReport nothing(PortalReader reader, Page page) {
        Listing listing = reader.readListing(page);
        List<String> problems = new ArrayList<>(told(listing.problems()));
        if (reader.readArticle(page) instanceof ArticleReading.NotAnArticle not) {
            problems.add("no article: " + not.reason() + ": " + not.detail());
        }
        return new PageReport(
                page.location(),
                PortalReader.Kind.NOTHING,
                link(reader, page).key(),
                Optional.empty(),
                listing.headlines(),
                listing.next(),
                listing.evidence(),
                problems,
                listing.problems().stream().findFirst());
    }

    private static ArticleLink link(PortalReader reader, Page page) {
        URI location = page.location();
        return reader.link(location, location.toString());
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.kind() + ": " + problem.detail())
                .toList();
    }
}
