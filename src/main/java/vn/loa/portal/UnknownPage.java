package vn.loa.portal;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Published;
import vn.loa.portal.address.AddressDate;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.generic.GenericArticle;
import vn.loa.portal.generic.GenericListing;
import vn.loa.portal.generic.block.ExpectedTitle;
import vn.loa.portal.generic.script.DataList;
import vn.loa.portal.list.Headlines;
import vn.loa.portal.page.Html;
import vn.loa.portal.page.Signature;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;
import vn.loa.text.date.PublicationDate;
import vn.loa.text.date.VietnameseDates;

/** Reads a page of no known system with the generic reader, and gives the result in the types of this package. */
final class UnknownPage {
    private static final int LONGEST_BYLINE = 120;
    private static final int FEWEST_KEPT = 3;

    private final Html page;
    private final VietnameseDates dates;
    private final CommonPatterns patterns;

    UnknownPage(Html page, VietnameseDates dates, CommonPatterns patterns) {
        this.page = page;
        this.dates = dates;
        this.patterns = patterns;
    }

    /**
     * Returns the items of its list, in the page's order; none when nothing on it looks like a list of news.
     *
     * @param hosts other hosts on which its articles may stand
     */
    List<Headlines.Item> items(Set<String> hosts) {
        List<Headlines.Item> shown = GenericListing.read(page.document(), page.location(), hosts).items().stream()
                .map(UnknownPage::item)
                .toList();
        boolean bare = shown.stream()
                .allMatch(item -> item.date().isEmpty()
                        && item.teaser().isEmpty()
                        && item.image().isEmpty());
        List<Headlines.Item> kept = bare ? items(DataList.of(page.document()), page.base()) : List.of();
        return shown.isEmpty() || isFuller(kept, shown) ? kept : datedBy(kept, shown);
    }

    /** Where a page shows bare links, its scripts may hold the same list with dates, or films and events beside it. */
    private boolean isFuller(List<Headlines.Item> kept, List<Headlines.Item> shown) {
        Set<String> told = kept.stream().flatMap(this::names).collect(Collectors.toSet());
        return kept.size() >= FEWEST_KEPT
                && kept.stream().noneMatch(item -> item.date().isEmpty())
                && 2
                                * shown.stream()
                                        .filter(item -> names(item).anyMatch(told::contains))
                                        .count()
                        > shown.size();
    }

    /** Returns the items with the dates that the same addresses have in the data. */
    private List<Headlines.Item> datedBy(List<Headlines.Item> kept, List<Headlines.Item> shown) {
        Map<String, String> days = new HashMap<>();
        kept.stream()
                .filter(item -> !item.date().isEmpty())
                .forEach(item -> address(item).ifPresent(address -> days.putIfAbsent(address, item.date())));
        return shown.stream()
                .map(item -> address(item).map(days::get).map(item::dated).orElse(item))
                .toList();
    }

    private Stream<String> names(Headlines.Item item) {
        return Stream.concat(address(item).stream(), Stream.of(Folding.fold(item.title())));
    }

    private Optional<String> address(Headlines.Item item) {
        return WebAddress.resolve(page.base(), item.link()).map(URI::toString);
    }

    /** Returns the items of a list that data holds, whose addresses are relative to a base. */
    static List<Headlines.Item> items(List<DataList.Item> list, URI base) {
        return list.stream()
                .map(item -> new Headlines.Item(
                        item.link(),
                        item.title(),
                        item.date(),
                        item.teaser(),
                        "",
                        WebAddress.resolve(base, item.image())
                                .filter(image -> !item.image().isEmpty())))
                .toList();
    }

    private static Headlines.Item item(GenericListing.Item item) {
        return new Headlines.Item(item.href().toString(), item.title(), item.date(), item.teaser(), "", item.image());
    }

    /**
     * Returns the article; empty when the page is none, or has no title.
     *
     * @param expected the title that a list has told of it
     */
    Optional<Reading> article(ExpectedTitle expected) {
        return GenericArticle.read(page.document(), page.location(), expected)
                .filter(article -> !article.title().isBlank())
                .filter(article -> !article.lead().isBlank()
                        || !article.paragraphs().isEmpty()
                        || !article.attachments().isEmpty()
                        || (expected.isLike(article.title())
                                && (article.image().isPresent() || article.shownInPlace())))
                .map(article -> new Reading(content(article), article.confidence()));
    }

    /** An article and the confidence that it is one. */
    record Reading(ArticleContent content, GenericArticle.Confidence confidence) {}

    private ArticleContent content(GenericArticle article) {
        Patterns prefix = patterns.leadPrefix();
        List<String> paragraphs = article.paragraphs();
        if (!paragraphs.isEmpty()) {
            String first = prefix.removedFromStart(paragraphs.get(0));
            paragraphs = Stream.concat(Stream.of(first), paragraphs.stream().skip(1))
                    .filter(paragraph -> !paragraph.isBlank())
                    .toList();
        }
        String author = author(article.author());
        return new ArticleContent(
                PlainText.start(article.title(), ArticlePage.LONGEST_TITLE),
                published(article),
                prefix.removedFromStart(article.lead()),
                Signature.removedFrom(paragraphs, author),
                PlainText.start(article.category(), ArticlePage.LONGEST_CATEGORY),
                author,
                article.image(),
                article.attachments());
    }

    private Published published(GenericArticle article) {
        Published told = PublicationDate.of(article.dates(), dates);
        return told.instant().isPresent()
                ? told
                : AddressDate.in(page.location(), dates).orElse(told);
    }

    private String author(String byline) {
        String name = patterns.authorLabel().removedFromStart(byline);
        boolean isName = name.length() <= LONGEST_BYLINE && !patterns.noise().isIn(name);
        return isName ? name : "";
    }
}
