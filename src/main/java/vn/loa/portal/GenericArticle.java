package vn.loa.portal;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Published;
import vn.loa.text.VietnameseDates;

/** Reads the article on a page of no known system: the part of the page with the most text in paragraphs. */
final class GenericArticle {
    private static final int SHORTEST_TEXT = 80;
    private static final Css TITLE = Css.of(List.of("article h1, main h1", "h1", "meta[property=og:title]"));
    private static final Css DATE = Css.of(List.of(
            "meta[property=article:published_time]",
            "[itemprop=datePublished]",
            "article time, main time",
            "time@datetime",
            "time",
            "[class*=date], [class*=time]"));
    private static final Css AUTHOR = Css.of(List.of("[rel=author]", "[itemprop=author]", ".author"));
    private static final Css CATEGORY = Css.of(List.of("meta[property=article:section]"));
    private static final Css PICTURE = Css.of(List.of("meta[property=og:image]"));

    private final VietnameseDates dates;
    private final HouseRules house;

    GenericArticle(VietnameseDates dates, HouseRules house) {
        this.dates = dates;
        this.house = house;
    }

    /** The article; empty when the page holds no text to speak of. Changes the page's nodes. */
    Optional<ArticleContent> read(Html page) {
        String title = TITLE.text(page.document());
        return title.isEmpty() ? Optional.empty() : body(page).map(body -> read(page, title, body));
    }

    private static Optional<Element> body(Html page) {
        return page.document().select("p").stream()
                .map(Element::parent)
                .distinct()
                .max(Comparator.comparingInt(GenericArticle::letters))
                .filter(body -> letters(body) >= SHORTEST_TEXT);
    }

    private static int letters(Element part) {
        return part.children().stream()
                .filter(child -> child.normalName().equals("p"))
                .mapToInt(child ->
                        child.text().length() - child.select("a").text().length())
                .sum();
    }

    private ArticleContent read(Html page, String title, Element body) {
        List<Attachment> attachments = new Documents(house).in(page, body, List.of());
        Optional<URI> image = Pictures.first(page, body)
                .or(() -> PICTURE.first(page.document()).flatMap(found -> Pictures.of(page, found)));
        Published published = ArticlePage.firstTold(DATE.texts(page.document()), dates);
        String author = AUTHOR.text(page.document());
        String category = CATEGORY.text(page.document());
        Css.of(house.drop()).removeFrom(body);
        ArticleText text = text(page, title, body);
        return new ArticleContent(
                title, published, text.lead(), text.paragraphs(), category, author, image, attachments);
    }

    private ArticleText text(Html page, String title, Element body) {
        Documents documents = new Documents(house);
        Set<Element> captions = new HashSet<>(body.select(String.join(", ", house.captions())));
        List<BodyText.Block> blocks = BodyText.of(body, captions, link -> documents.isDocument(page, link));
        ArticleText.Marks marks = new ArticleText.Marks(
                Patterns.of(house.leadPrefix()), Patterns.of(house.noise()), Patterns.of(house.endsAt()));
        return ArticleText.of(title, "", blocks, marks);
    }
}
