package vn.loa.portal;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Precision;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.portal.address.AddressDate;
import vn.loa.portal.address.WebAddress;
import vn.loa.portal.generic.attachment.AttachmentFinder;
import vn.loa.portal.generic.attachment.ScannedPages;
import vn.loa.portal.generic.block.ExpectedTitle;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.SiteHeading;
import vn.loa.portal.page.ArticleText;
import vn.loa.portal.page.BodyParts;
import vn.loa.portal.page.BodyText;
import vn.loa.portal.page.Html;
import vn.loa.portal.page.Pictures;
import vn.loa.portal.page.RelatedBoxes;
import vn.loa.portal.page.Signature;
import vn.loa.portal.rules.Css;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.PlainText;
import vn.loa.text.date.PublicationDate;
import vn.loa.text.date.VietnameseDates;

/** Reads an article's page by a portal's rules. Changes the page's nodes. */
final class ArticlePage {
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_CATEGORY = 200;
    private static final int LONGEST_BYLINE = 120;
    private static final Css SHARED_PICTURE = Css.of(List.of("meta[property=og:image]", "meta[name=twitter:image]"));
    private static final Pattern BEFORE_DATE = Pattern.compile("^([^\\d|]{2,60}?)[\\s|,-]+\\d");
    private static final Pattern DATE_LABEL =
            Pattern.compile("(?i)(ngày|thứ|đăng|cập nhật|lúc|chủ nhật|xuất bản|publish|date)");
    private static final int MOST_DATES = 20;
    private static final int MOST_TITLES = 20;
    private static final int LONGEST_CAPTION = 300;
    /** A poll with so large a part of the letters is the frame of the text. */
    private static final double LARGE_PART = 0.4;

    private static final int SHORTEST_ROW = 2;
    private static final int LONGEST_CELL = 150;
    private static final int LONGEST_DETAIL = 120;

    private final Html page;
    private final Portal portal;
    private final Portal.ArticleSelectors select;
    private final VietnameseDates dates;
    private final CommonPatterns patterns;
    private final AttachmentFinder documents;
    private final ExpectedTitle expected;

    /** @param expected the title that a list has told of the article */
    ArticlePage(Html page, Portal portal, VietnameseDates dates, CommonPatterns patterns, ExpectedTitle expected) {
        this.page = page;
        this.portal = portal;
        this.select = portal.article().orElseThrow();
        this.dates = dates;
        this.patterns = patterns;
        this.expected = expected;
        this.documents = new AttachmentFinder(page.location(), page::resolve);
    }

    /** Reads the article; empty when the page has no title or no place for a text. */
    Optional<ArticleContent> read() {
        String whole = select.titlePrefix().removedFromStart(shownTitle());
        String title = PlainText.start(whole, LONGEST_TITLE);
        Optional<Element> body = body();
        return title.isEmpty() ? Optional.empty() : body.map(part -> read(title, part));
    }

    /** The name of the site leads to its home page; some themes make it, or that of a section, the first heading. */
    private String shownTitle() {
        List<String> shown = select.title()
                .texts(page.document())
                .filter(found -> !SiteHeading.is(found.node()))
                .map(Css.Found::text)
                .limit(MOST_TITLES)
                .toList();
        return shown.stream()
                .filter(expected::isLike)
                .findFirst()
                .or(() -> shown.isEmpty() ? Optional.empty() : toldTitle())
                .or(() -> shown.stream().findFirst())
                .orElse("");
    }

    private Optional<String> toldTitle() {
        if (expected.words().isEmpty()) {
            return Optional.empty();
        }
        PageText text = PageText.of(page.document(), expected);
        return text.told() < 0
                ? Optional.empty()
                : Optional.of(text.block(text.told()).text());
    }

    private Optional<Element> body() {
        List<Css.Found> found = select.body().all(page.document());
        List<Element> parts =
                found.stream().map(Css.Found::node).filter(Element::hasText).toList();
        return parts.isEmpty() ? found.stream().findFirst().map(Css.Found::node) : Optional.of(BodyParts.joined(parts));
    }

    private ArticleContent read(String title, Element body) {
        String category = PlainText.start(select.category().text(page.document()), LONGEST_CATEGORY);
        List<Css.Found> offered = select.attachments().all(page.document());
        List<Attachment> attachments = documents.find(
                page.document(),
                Optional.of(body),
                offered.stream().map(Css.Found::node).toList());
        offered.forEach(part -> removeIfIn(body, part.node()));
        Published published = published();
        String beforeDate = authorBeforeDate();
        select.polls().removeSmallFrom(body, LARGE_PART);
        select.drop().removeFrom(body);
        RelatedBoxes.removeFrom(body);
        String author = author(body).orElse(beforeDate);
        String lead = lead(body);
        Optional<URI> image = image(body);
        List<Attachment> pages = pages(body, title, attachments);
        ArticleText text = ArticleText.of(title, lead, blocks(body), textMarks());
        List<String> lines = Stream.concat(Stream.of(text.lead()), text.paragraphs().stream())
                .toList();
        return new ArticleContent(
                title,
                published,
                text.lead(),
                Signature.removedFrom(text.paragraphs(), author),
                category,
                author,
                image,
                ScannedPages.areBeside(lines, pages) ? attachments : pages);
    }

    /** Returns the files; where there are none, the pictures that may be the pages of a notice. */
    private List<Attachment> pages(Element body, String title, List<Attachment> files) {
        return files.isEmpty() ? new ScannedPages(page::resolve).among(body.select("img").stream(), title) : files;
    }

    private ArticleText.Marks textMarks() {
        return new ArticleText.Marks(select.leadPrefix(), patterns.noise(), select.endsAt());
    }

    private Published published() {
        List<String> lines = select.date()
                .texts(page.document())
                .map(Css.Found::text)
                .limit(MOST_DATES)
                .toList();
        Published told = PublicationDate.of(lines, dates);
        return told.instant().isPresent() ? told : publishedInAddress().orElse(told);
    }

    private Optional<Published> publishedInAddress() {
        return Optional.ofNullable(portal.rules().dates().inAddress())
                .flatMap(pattern -> Patterns.of(List.of(pattern)).groupIn(WebAddress.readablePath(page.location())))
                .map(dates::read)
                .filter(published -> published.instant().isPresent())
                .or(() -> AddressDate.in(page.location(), dates));
    }

    private String authorBeforeDate() {
        if (!select.authorBeforeDate()) {
            return "";
        }
        return select.date()
                .first(page.document())
                .flatMap(found -> new Patterns(List.of(BEFORE_DATE)).groupIn(found.text()))
                .map(String::strip)
                .filter(name -> !DATE_LABEL.matcher(name).find())
                .orElse("");
    }

    /** The byline, which is then no part of the text any more; CMS user names are none. */
    private Optional<String> author(Element body) {
        Optional<Css.Found> byline =
                select.author().last(page.document(), this::isByline, found -> !Signature.isOfDocument(found.node()));
        byline.ifPresent(found -> removeIfIn(body, found.node()));
        return byline.map(found -> patterns.authorLabel().removedFromStart(found.text()));
    }

    private boolean isByline(String text) {
        String name = patterns.authorLabel().removedFromStart(text);
        return name.length() <= LONGEST_BYLINE
                && !name.isEmpty()
                && !patterns.noise().isIn(name);
    }

    private String lead(Element body) {
        Optional<Css.Found> lead = select.lead().first(page.document());
        lead.ifPresent(found -> removeIfIn(body, found.node()));
        return lead.map(Css.Found::text).orElse("");
    }

    private static void removeIfIn(Element body, Element node) {
        if (node.parents().contains(body)) {
            node.remove();
        }
    }

    private Optional<URI> image(Element body) {
        return picture(select.image()).or(() -> Pictures.first(page, body)).or(() -> picture(SHARED_PICTURE));
    }

    private Optional<URI> picture(Css css) {
        return css.all(page.document()).stream()
                .flatMap(found -> Pictures.of(page, found).stream())
                .findFirst();
    }

    private List<BodyText.Block> blocks(Element body) {
        flattenRows(body);
        Set<Element> captions = new HashSet<>();
        body.select("table:has(img)").stream()
                .filter(table -> table.text().length() <= LONGEST_CAPTION)
                .forEach(captions::add);
        select.captions().choices().forEach(choice -> choice.in(body).forEach(found -> captions.add(found.node())));
        return BodyText.of(body, captions, this::isAside);
    }

    private boolean isAside(Element link) {
        return documents.isDocument(link)
                || portal.keys()
                        .read(page.location(), page.base(), link.attr("href"))
                        .isArticle();
    }

    /**
     * Joins the short cells of each row to one line of text, with the empty ones before others, so that each stands below
     * its name; rows that only lay out the page are left alone.
     */
    static void flattenRows(Element body) {
        for (Element row : body.select("tr")) {
            if (row.selectFirst("table") != null) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            row.select("td, th").forEach(cell -> cells.add(PlainText.tidy(cell.text())));
            long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            if (filled >= SHORTEST_ROW && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL)) {
                row.text(String.join(" | ", cells));
            }
        }
    }

    /** Returns the problems of the parts that could not be read. */
    List<Problem> problems(ArticleContent content) {
        List<Problem> problems = new ArrayList<>();
        String date = select.date().text(page.document());
        if (content.published().precision() == Precision.NONE && !date.isEmpty()) {
            problems.add(new Problem(
                    Problem.Kind.UNREADABLE_ITEMS, "unreadable date: " + PlainText.start(date, LONGEST_DETAIL)));
        }
        if (content.lead().isEmpty()
                && content.paragraphs().isEmpty()
                && content.attachments().isEmpty()) {
            problems.add(new Problem(Problem.Kind.UNREADABLE_ITEMS, "no text: " + content.title()));
        }
        return problems;
    }

    /** Returns, for each rule of the article, how many nodes it found. */
    List<Evidence.Match> matches() {
        List<Evidence.Match> matches = new ArrayList<>();
        count(matches, "article.title", select.title());
        count(matches, "article.date", select.date());
        count(matches, "article.lead", select.lead());
        count(matches, "article.body", select.body());
        count(matches, "article.author", select.author());
        count(matches, "article.category", select.category());
        return matches;
    }

    private void count(List<Evidence.Match> matches, String rule, Css css) {
        css.choices()
                .forEach(choice -> matches.add(new Evidence.Match(
                        rule, choice.source(), (int) choice.in(page.document()).count())));
    }
}
