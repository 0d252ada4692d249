package vn.loa.portal.generic;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Attachment;
import vn.loa.portal.generic.GenericArticle.Confidence;
import vn.loa.portal.generic.attachment.AttachmentFinder;
import vn.loa.portal.generic.attachment.ScannedPages;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.ExpectedTitle;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.portal.generic.block.TitleCaption;
import vn.loa.portal.generic.script.ScriptState;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Reads a page as an article, by combining the results of the finders. */
final class GenericArticleReader {
    /** A described text so long is one; some systems put a summary there. */
    private static final int DESCRIBED_TEXT = 250;
    /** In letters; with less running text a page may leave its text to a script. */
    private static final int SHORT_TEXT = 100;
    /** A body with less of the described text in it is another one. */
    private static final double SAME_TEXT = 0.4;

    /** More are a list of documents. */
    private static final int FEW_DOCUMENTS = 3;

    private static final Pattern CUT = Pattern.compile("(\\.{3}|…)$");
    private static final String CATEGORY =
            "[data-role=cate-name], .dd_chuyenmuc p, [rel~=category], [class*=breadcrumb]"
                    + " li:has(a):not(:contains(Trang chủ), :contains(Home))";
    private static final int LONGEST_CATEGORY = 60;

    private final Document document;
    private final PageText page;
    private final StructuredData data;
    private final MetaTags meta;
    private final Links links;
    private final URI location;
    private final ExpectedTitle expected;
    private boolean stateIsRead;
    private @Nullable ScriptState state;
    private @Nullable ShortNotice notice;

    GenericArticleReader(Document document, URI location, ExpectedTitle expected) {
        this.document = document;
        this.page = PageText.of(document, expected);
        this.expected = expected;
        this.data = StructuredData.of(document);
        this.meta = MetaTags.of(document);
        this.links = new Links(document, location);
        this.location = location;
    }

    Optional<GenericArticle> read() {
        Body read = BodyReader.read(page, TitleLines.anchor(page, location));
        TitleFinder.Title title = title(read);
        Body body = isLabelsOnly(read) && isOnlyDocument(Body.NONE, title) ? Body.NONE : read;
        List<String> described = data.body();
        if (isAnother(described, body)) {
            return Optional.of(article(Body.NONE, title, described, Confidence.DECLARED));
        }
        if (body.prose() < SHORT_TEXT) {
            Optional<GenericArticle> scripted = state().flatMap(state -> scripted(state, body));
            if (scripted.isPresent()) {
                return scripted;
            }
        }
        Optional<ShortNotice> notice = body.prose() < SHORT_TEXT ? notice() : Optional.empty();
        Body told = notice.map(there -> there.body(body)).orElse(body);
        boolean declared = notice.isPresent() || declaresArticle() || isOnlyDocument(body, title);
        return new Verdict(told, declared)
                .confidence(new GenericListReader(document, page, links))
                .map(confidence -> article(told, title, List.of(), confidence))
                .filter(article -> notice.isPresent() || !told.isEmpty() || tells(article))
                .filter(article -> notice.isPresent() || !isOnlyPromised(article, told, title));
    }

    /**
     * Returns whether the head of the page alone has the title that a list has told, and the page itself a line or two
     * without a day or a file: what a portal says in place of an article whose address it knows.
     */
    private boolean isOnlyPromised(GenericArticle article, Body body, TitleFinder.Title title) {
        String line = title.block() < 0 ? "" : page.block(title.block()).text();
        boolean shown = expected.isLike(line) || expected.isAkin(line);
        return !expected.words().isEmpty()
                && !shown
                && isOneLine(body)
                && article.dates().isEmpty()
                && article.attachments().isEmpty();
    }

    private static boolean isOneLine(Body body) {
        long sentences =
                body.blocks().stream().filter(block -> block.prose() > 0).count();
        return body.prose() < SHORT_TEXT || (body.prose() < DESCRIBED_TEXT && sentences < 2);
    }

    /** The picture that the head declares may be that of the site. */
    private static boolean tells(GenericArticle article) {
        return !article.lead().isEmpty() || !article.attachments().isEmpty();
    }

    private Optional<ShortNotice> notice() {
        AttachmentFinder finder = new AttachmentFinder(location, links::resolve);
        notice = ShortNotice.of(page, finder::isDocument).orElse(null);
        return Optional.ofNullable(notice);
    }

    /** A date and the name of the site, which the head tells as well, are no text. */
    private boolean isLabelsOnly(Body body) {
        String head = Folding.fold(document.title());
        return body.prose() == 0
                && body.blocks().stream()
                        .map(TextBlock::text)
                        .allMatch(text -> DatePatterns.isDate(text) || head.contains(Folding.fold(text)));
    }

    private Optional<ScriptState> state() {
        if (!stateIsRead) {
            state = ScriptState.of(document, expected::isLike).orElse(null);
            stateIsRead = true;
        }
        return Optional.ofNullable(state);
    }

    /** A title that the head declares as the list has told it comes before one that only looks like a title. */
    private TitleFinder.Title title(Body body) {
        List<String> declared = declaredTitles();
        TitleFinder.Title found = TitleFinder.find(page, declared, body, location);
        boolean whole = !CUT.matcher(found.text()).find();
        return (whole && (page.told() >= 0 || expected.isLike(found.text()) || isPutRight(found)))
                ? found
                : declared.stream()
                        .filter(expected::isLike)
                        .findFirst()
                        .map(told -> new TitleFinder.Title(told, found.block()))
                        .orElse(found);
    }

    /** A heading that has kept most of the words was edited after the list, or the head, had told them. */
    private boolean isPutRight(TitleFinder.Title found) {
        return found.block() >= 0 && page.block(found.block()).isHeading() && expected.isAkin(found.text());
    }

    /** The text that a script shows, where the page itself has little or none. */
    private Optional<GenericArticle> scripted(ScriptState state, Body body) {
        Document shown = Jsoup.parseBodyFragment(state.html(), document.baseUri());
        List<String> text = ScriptText.of(Jsoup.parseBodyFragment(state.lead()), shown);
        AttachmentFinder finder = new AttachmentFinder(location, links::resolve);
        List<Attachment> linked = AttachmentFinder.joined(
                List.of(finder.find(shown, Optional.of(shown.body()), List.of()), finder.find(state)));
        int letters = text.stream().mapToInt(String::length).sum();
        List<Attachment> pages = linked.isEmpty()
                ? new ScannedPages(links::resolve).among(shown.select("img").stream(), state.title())
                : linked;
        List<Attachment> files = ScannedPages.areBeside(text, pages) ? linked : pages;
        boolean notice = expected.isLike(state.title())
                && letters + files.size() > 0
                && (body.isEmpty() || (body.prose() == 0 && letters >= body.letters()));
        return letters < 2 * body.letters() && !notice
                ? Optional.empty()
                : Optional.of(new GenericArticle(
                        PlainText.tidy(state.title()),
                        Stream.concat(
                                        state.dates().stream(),
                                        DateFinder.find(
                                                document,
                                                page,
                                                new TitleFinder.Title(PlainText.tidy(state.title()), -1),
                                                Body.NONE,
                                                data,
                                                meta)
                                                .stream())
                                .toList(),
                        "",
                        text,
                        "",
                        category(),
                        new Enclosures(links).picture(declaredPictures(), Body.NONE),
                        files,
                        false,
                        Confidence.LIKELY));
    }

    /** Returns whether a title and a document in a viewer, or in a box of attachments, are all that the page has. */
    private boolean isOnlyDocument(Body body, TitleFinder.Title title) {
        boolean shown = title.block() >= 0 && (page.block(title.block()).isTitle() || title.block() == page.told());
        boolean titled = body.isEmpty() && (shown || (title.block() < 0 && expected.isLike(title.text())));
        int documents = titled ? attachments(body).size() : 0;
        return documents > 0 && documents <= FEW_DOCUMENTS;
    }

    private GenericArticle article(Body body, TitleFinder.Title title, List<String> described, Confidence confidence) {
        TextBlock lead = LeadFinder.find(page, body, title.block(), meta.first("og:description", "description"));
        Enclosures enclosures = new Enclosures(links);
        return new GenericArticle(
                title.text(),
                DateFinder.find(document, page, title, body, data, meta),
                lead == null ? "" : lead.text(),
                body.isEmpty() ? described : paragraphs(body, lead, title.text()),
                AuthorFinder.find(page, body, title.block(), data, meta, site()),
                category(),
                enclosures
                        .picture(declaredPictures(), notice == null ? body : Body.NONE)
                        .or(() -> pictureOfNotice(enclosures))
                        .or(() -> photograph(enclosures, title, body)),
                offered(body, title.text()),
                notice != null && notice.shownInPlace(),
                confidence);
    }

    private Optional<URI> photograph(Enclosures enclosures, TitleFinder.Title title, Body body) {
        return notice != null || body.isEmpty() || title.block() < 0
                ? Optional.empty()
                : enclosures.photograph(
                        page.block(title.block()).owner().element(),
                        body.holder().element());
    }

    private Optional<URI> pictureOfNotice(Enclosures enclosures) {
        return Stream.ofNullable(notice)
                .flatMap(read -> read.pictures().stream())
                .flatMap(picture -> enclosures.picture(picture).stream())
                .findFirst();
    }

    /** A notice without a text or a file offers the pictures of its pages. */
    private List<Attachment> offered(Body body, String title) {
        List<Attachment> files = attachments(body);
        if (notice == null || !files.isEmpty()) {
            return files;
        }
        List<Attachment> pages = new ScannedPages(links::resolve).among(notice.pictures().stream(), title);
        List<String> lines = body.blocks().stream().map(TextBlock::text).toList();
        return ScannedPages.areBeside(lines, pages) ? List.of() : pages;
    }

    private List<Attachment> attachments(Body body) {
        Optional<Element> text = notice != null
                ? Optional.of(notice.title())
                : body.isEmpty() ? Optional.empty() : Optional.of(body.holder().element());
        AttachmentFinder finder = new AttachmentFinder(location, links::resolve);
        List<Attachment> shown = finder.find(document, text, List.of());
        List<Attachment> declared = finder.find(data.files());
        List<Attachment> scripted = state().map(finder::find).orElse(List.of());
        return AttachmentFinder.joined(List.of(shown, declared, scripted));
    }

    private List<String> declaredTitles() {
        return Stream.of(
                        data.text("headline"),
                        meta.first("og:title", "twitter:title", "dc.title"),
                        PlainText.tidy(document.title()))
                .filter(title -> !title.isBlank())
                .toList();
    }

    private String site() {
        return document.title() + ' ' + meta.first("og:site_name");
    }

    private List<String> declaredPictures() {
        return Stream.concat(
                        Stream.of(meta.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image")),
                        data.names("image").stream())
                .filter(address -> !address.isBlank())
                .toList();
    }

    private boolean declaresArticle() {
        return data.tellsOfArticle()
                || meta.first("og:type").equalsIgnoreCase("article")
                || !meta.first("article:published_time", "article:published").isEmpty()
                || page.containers().stream().anyMatch(PageText::isDeclaredArticle);
    }

    private String category() {
        String section = data.text("articleSection");
        String declared = section.isEmpty() ? meta.first("article:section", "parsely-section", "og:section") : section;
        return declared.isEmpty() ? shownCategory() : declared;
    }

    private String shownCategory() {
        Element shown = document.select(CATEGORY).last();
        String text = shown == null ? "" : PlainText.tidy(shown.text());
        return text.length() <= LONGEST_CATEGORY ? text : "";
    }

    /** The body without title and introduction. */
    private static List<String> paragraphs(Body body, @Nullable TextBlock lead, String title) {
        List<String> paragraphs = new ArrayList<>();
        TitleCaption caption = TitleCaption.of(title);
        for (TextBlock block : body.blocks()) {
            boolean isTitle = caption.repeats(block.text());
            boolean isLead = lead != null && block.text().equals(lead.text());
            if (!isTitle && !isLead) {
                paragraphs.add(block.text());
            }
        }
        return paragraphs;
    }

    /** Returns whether the described text is the article and what was found on the page is not. */
    private static boolean isAnother(List<String> described, Body body) {
        BoilerplateWords words = BoilerplateWords.of(String.join("\n", described));
        if (words.letters() < Math.max(DESCRIBED_TEXT, body.letters() / 2)) {
            return false;
        }
        double same = body.blocks().stream()
                .mapToDouble(block -> words.covers(block.text()) * block.letters())
                .sum();
        return same < SAME_TEXT * words.letters();
    }
}
