package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import vn.loa.model.Attachment;
import vn.loa.portal.generic.block.ExpectedTitle;

/**
 * An article as it was found on a page that no rule describes. All text is NFC plain text, a paragraph a line.
 *
 * @param title one line, an empty string when the page has none
 * @param dates what may tell when it was published, as written, the most trusted first: JSON-LD, meta elements,
 *     microdata, {@code time} elements, lines near the title, and last the date of change
 * @param lead the introducing paragraph where the page sets it apart, an empty string otherwise; never repeated in the
 *     body
 * @param paragraphs the body with its sub-headings, lists and rows of tables (cells parted by {@code |}), without title,
 *     byline, dates, captions, related links, comments and other boilerplate
 * @param author the name or names, an empty string when unknown
 * @param category the section, an empty string when unknown
 * @param image the main picture
 * @param attachments documents linked from the body
 * @param shownInPlace whether what stands below the title that a list has told is shown within the page and has no
 *     address of its own: a film, a sound, a picture in the page's own text
 * @param confidence how sure it is that the page is an article and that this is its text
 */
public record GenericArticle(
        String title,
        List<String> dates,
        String lead,
        List<String> paragraphs,
        String author,
        String category,
        Optional<URI> image,
        List<Attachment> attachments,
        boolean shownInPlace,
        Confidence confidence) {
    /** The confidence that a page is an article. */
    public enum Confidence {
        /** The page declares an article, and a body of some length was found. */
        DECLARED,
        /** Nothing is declared, but there is a body of some length. */
        LIKELY,
        /** A title and a few words: a brief, a notice, or the stub of something else. */
        DOUBTFUL
    }

    public GenericArticle {
        Objects.requireNonNull(title);
        dates = List.copyOf(dates);
        Objects.requireNonNull(lead);
        paragraphs = List.copyOf(paragraphs);
        Objects.requireNonNull(author);
        Objects.requireNonNull(category);
        Objects.requireNonNull(image);
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(confidence);
    }

    /**
     * Reads the article of a page. Takes time linear in the size of the page (well under 1 s a MiB), leaves the page as
     * it is and never throws, whatever the page holds.
     *
     * @param page the parsed page
     * @param location where the page was found, against which links are resolved
     * @return empty when the page is a list, a home page, a log-in, or holds no text
     */
    public static Optional<GenericArticle> read(Document page, URI location) {
        return read(page, location, ExpectedTitle.NONE);
    }

    /**
     * Reads the article that a list has told of: a line of the page that is titled so is the title, and the text is what
     * follows it. Without such a line the page is read as by itself.
     *
     * @param expected the title that the list has told
     */
    public static Optional<GenericArticle> read(Document page, URI location, ExpectedTitle expected) {
        return new GenericArticleReader(page, location, expected).read();
    }
}
