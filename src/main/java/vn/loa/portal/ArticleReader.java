package vn.loa.portal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.portal.ArticleReading.Reason;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.generic.GenericListing;
import vn.loa.portal.generic.attachment.AttachmentFinder;
import vn.loa.portal.generic.block.ExpectedTitle;
import vn.loa.portal.page.Html;
import vn.loa.portal.page.Supplement;
import vn.loa.portal.page.SystemPage;
import vn.loa.portal.rules.PortalRules;
import vn.loa.text.EncodingDamage;
import vn.loa.text.PlainText;

/** Reads the article pages of one source. */
final class ArticleReader {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final String DOCUMENT = "document";
    private static final int FEWEST_TITLE_WORDS = 5;

    private final SourceRules rules;
    private final CommonPatterns patterns;

    ArticleReader(SourceRules rules) {
        this.rules = rules;
        this.patterns = rules.compiledRules().patterns();
    }

    /** @param expected the title that a list has told of the article */
    ArticleReading read(Page page, ExpectedTitle expected) {
        if (page.status() == NOT_FOUND || page.status() == GONE) {
            return not(Reason.MISSING, "status " + page.status(), Evidence.none());
        }
        if (page.isDocument()) {
            return document(page);
        }
        if (hasNoPageOfItsOwn(page.requested())) {
            return not(Reason.UNREADABLE, "the site's front page, which is no article", Evidence.none());
        }
        if (ListReader.isFeed(page)) {
            return not(Reason.LISTING, "a feed", Evidence.of(Evidence.FEED));
        }
        Html html = Html.parse(page);
        Optional<String> gate = patterns.trouble().gate(page.text(), html);
        if (gate.isPresent()) {
            return not(Reason.BLOCKED, gate.get(), Evidence.none());
        }
        if (GenericListing.isOfFront(page.location()) && !GenericListing.isOfFront(page.requested())) {
            return not(Reason.HOME_PAGE, "redirected to " + page.location(), Evidence.none());
        }
        return rules.choose(html, portal -> portal.article().isPresent())
                .map(choice -> read(page, html, choice, expected))
                .orElseGet(() -> unknown(html, expected));
    }

    /** A document says nothing but itself; the rest stands in the list that links to it. */
    private ArticleReading document(Page page) {
        URI url = page.requested();
        Attachment file = new Attachment(AttachmentFinder.fileName(url), url);
        ArticleContent content =
                new ArticleContent("", Published.unknown(), "", List.of(), "", "", Optional.empty(), List.of(file));
        return new ArticleReading.Read(content, List.of(), Evidence.of(DOCUMENT));
    }

    /** An item that its feed announces with the address of the site, or of a view that only a script can show. */
    private static boolean hasNoPageOfItsOwn(URI requested) {
        boolean root = WebAddress.readablePath(requested).equals("/") && requested.getRawQuery() == null;
        return root || !WebAddress.route(requested.toString()).isEmpty();
    }

    /** Adds what the rules did not find, where the generic reader sees the same text. */
    private ArticleReading read(Page page, Html html, SourceRules.Choice choice, ExpectedTitle expected) {
        ArticleReading ruled = read(html, choice, expected);
        PortalRules.ArticleRules article = choice.portal().rules().article();
        boolean themed = article != null && article.themed();
        if (rules.given().isPresent() || !(themed || isWanting(ruled))) {
            return ruled;
        }
        ArticleReading unruled = unknown(Html.parse(page), expected);
        ArticleReading fuller = themed ? fuller(ruled, unruled) : ruled;
        return fuller instanceof ArticleReading.Read read
                        && isWanting(fuller)
                        && unruled instanceof ArticleReading.Read seen
                ? new ArticleReading.Read(
                        Supplement.of(read.content(), seen.content()), read.problems(), read.evidence())
                : fuller;
    }

    private static boolean isWanting(ArticleReading reading) {
        if (!(reading instanceof ArticleReading.Read read)) {
            return false;
        }
        ArticleContent content = read.content();
        boolean empty = content.paragraphs().isEmpty() && content.attachments().isEmpty();
        boolean whole = !content.lead().isEmpty()
                && content.published().instant().isPresent()
                && !content.author().isEmpty()
                && content.image().isPresent();
        return !empty && !whole;
    }

    /** Returns the reading by the rules, unless the generic reader is sure of more than twice as much text. */
    private static ArticleReading fuller(ArticleReading ruled, ArticleReading unruled) {
        boolean more = unruled instanceof ArticleReading.Read read
                && !read.evidence().isDoubtful()
                && letters(unruled) > 2 * letters(ruled);
        return more ? unruled : ruled;
    }

    private static int letters(ArticleReading reading) {
        return reading instanceof ArticleReading.Read read
                ? read.content().lead().length()
                        + read.content().paragraphs().stream()
                                .mapToInt(String::length)
                                .sum()
                : 0;
    }

    private ArticleReading read(Html page, SourceRules.Choice choice, ExpectedTitle expected) {
        Portal portal = choice.portal();
        ArticlePage article = new ArticlePage(
                page, portal, portal.dates(rules.dates()).relativeTo(page.servedAt()), patterns, expected);
        Evidence evidence = Evidence.of(portal.name())
                .because(choice.why())
                .matching(article.matches())
                .declaring(page.feeds());
        return article.read()
                .map(content -> checked(page, content, article.problems(content), evidence, expected))
                .orElseGet(() -> instead(page, portal, evidence, expected));
    }

    /** Reads a page on which a portal's rules find no article as whatever else it is. */
    private ArticleReading instead(Html page, Portal portal, Evidence evidence, ExpectedTitle expected) {
        Document document = page.document();
        if (rules.isLocaleTrap(page)) {
            return not(Reason.LOCALE_TRAP, "an article's address in another language", evidence);
        }
        if (portal.list().filter(list -> !list.item().all(document).isEmpty()).isPresent()) {
            return besideList(page, expected)
                    .orElseGet(() -> not(Reason.LISTING, "a list in place of the article", evidence));
        }
        Optional<String> system = SystemPage.in(document);
        if (system.isPresent()) {
            return not(Reason.UNREADABLE, ArticleReading.OF_THE_PORTAL + ": " + system.get(), evidence);
        }
        if (rules.given().isPresent()) {
            return not(Reason.MISSING, "no article on the page: " + page.title(), evidence);
        }
        return unknown(page, expected);
    }

    /** An article that the rules do not describe, with a list of others beside it. */
    private Optional<ArticleReading> besideList(Html page, ExpectedTitle expected) {
        return Optional.of(unknown(page, expected))
                .filter(reading -> reading instanceof ArticleReading.Read read
                        && (!reading.evidence().isDoubtful() || isTitled(page, read.content())));
    }

    /** A title of some words that no link of the page has is not the name of a list. */
    private static boolean isTitled(Html page, ArticleContent read) {
        return read.title().split(" ", -1).length >= FEWEST_TITLE_WORDS
                && page.document().select("a[href]").stream()
                        .noneMatch(link -> PlainText.tidy(link.text()).equalsIgnoreCase(read.title()));
    }

    private ArticleReading unknown(Html page, ExpectedTitle expected) {
        Evidence evidence = Evidence.of(rules.compiledRules().unknown().name()).declaring(page.feeds());
        if (patterns.trouble().saysMissingInTitle(page.document())) {
            return not(Reason.MISSING, "says: " + page.title(), evidence);
        }
        if (rules.isLocaleTrap(page)) {
            return not(Reason.LOCALE_TRAP, "an article's address in another language", evidence);
        }
        Optional<UnknownPage.Reading> found =
                new UnknownPage(page, rules.dates().relativeTo(page.servedAt()), patterns).article(expected);
        if (patterns.trouble().saysMissingInHeadings(page.document())
                && !found.filter(article -> SystemPage.isTitled(page.document(), article.content()))
                        .isPresent()) {
            return not(Reason.MISSING, "says: " + page.title(), evidence);
        }
        return found.map(article ->
                        checked(page, article.content(), List.of(), evidence.asSureAs(article.confidence()), expected))
                .orElseGet(() -> not(withoutArticle(page), "no article on the page: " + page.title(), evidence));
    }

    /** Of a page whose headings do not say that it is missing. */
    private Reason withoutArticle(Html page) {
        return patterns.trouble().saysMissingInText(page.document()) ? Reason.MISSING : Reason.UNREADABLE;
    }

    private ArticleReading checked(
            Html page, ArticleContent content, List<Problem> problems, Evidence evidence, ExpectedTitle expected) {
        Optional<String> system = SystemPage.in(page.document(), content);
        if (system.isPresent()) {
            return not(Reason.UNREADABLE, ArticleReading.OF_THE_PORTAL + ": " + system.get(), evidence);
        }
        Optional<String> apology = patterns.trouble().apology(content);
        if (apology.isPresent()) {
            return not(withoutText(content, expected), "says: " + apology.get(), evidence);
        }
        Optional<EncodingDamage> inTitle = EncodingDamage.in(content.title());
        long damaged = content.paragraphs().stream()
                .filter(paragraph -> EncodingDamage.in(paragraph).isPresent())
                .count();
        if (inTitle.isPresent() || damaged * 2 > content.paragraphs().size()) {
            String where = inTitle.map(damage -> damage + " in the title").orElse(damaged + " paragraphs");
            return not(Reason.DAMAGED, "damaged encoding, " + where, evidence);
        }
        return new ArticleReading.Read(content, problems, evidence);
    }

    /** A page with the title that was told, or with a date, is there; only its text is not, and may come. */
    private static Reason withoutText(ArticleContent content, ExpectedTitle expected) {
        return SystemPage.isBare(content) && !expected.isLike(content.title()) ? Reason.MISSING : Reason.UNREADABLE;
    }

    private static ArticleReading not(Reason reason, String detail, Evidence evidence) {
        return new ArticleReading.NotAnArticle(reason, detail, evidence);
    }
}
