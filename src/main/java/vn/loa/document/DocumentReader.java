package vn.loa.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.document.deadline.DeadlineReader;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;

/** Reads what is official in a text: the documents that it is or issues, and the deadlines that it sets. */
public final class DocumentReader {
    /** Longer texts are read from their beginning; UTF-16 units. */
    private static final int LONGEST = 400_000;

    private DocumentReader() {}

    /**
     * Reads an article or the text of an attachment.
     *
     * @param title the article's title, or the attachment's name
     * @param text plain text in lines
     * @param published the civil day of publication; days told without a year are counted from the document's date, or
     *     else from it
     */
    public static DocumentReading read(String title, String text, Optional<LocalDate> published) {
        return read(title, text, List.of(), published);
    }

    /**
     * Reads an article as its page tells it.
     *
     * @param seen the day that counts where the portal tells none
     * @param zone where the portal's days are told
     */
    public static DocumentReading ofArticle(ArticleContent content, LocalDate seen, ZoneId zone) {
        LocalDate published = content.published()
                .instant()
                .map(at -> LocalDate.ofInstant(at, zone))
                .orElse(seen);
        return read(
                content.title(),
                content.lead() + "\n" + String.join("\n", content.paragraphs()),
                content.attachments().stream().map(Attachment::name).toList(),
                Optional.of(published));
    }

    /** Reads an article together with the names of its attachments. */
    public static DocumentReading read(
            String title, String text, List<String> attachments, Optional<LocalDate> published) {
        String body = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        DocumentCards cards = new DocumentCards();
        Optional<DocumentCard> head = HeadReader.read(body);
        head.map(List::of)
                .orElseGet(() -> IssuedDocuments.read(title, body, published))
                .forEach(cards::add);
        Stream.concat(Stream.of(title).filter(DocumentReader::isFileName), attachments.stream())
                .flatMap(name -> FileNameReader.read(name).stream())
                .forEach(cards::add);
        Optional<LocalDate> day = head.flatMap(DocumentCard::date).or(() -> published);
        return new DocumentReading(cards.toList(), DeadlineReader.read(title, body, day));
    }

    /** Returns the card of a document's own text; empty when it does not begin as a document does. */
    public static Optional<DocumentCard> ofDocument(String text) {
        return HeadReader.read(text);
    }

    /** Returns the card that a file's name tells; empty when it tells none. */
    public static Optional<DocumentCard> ofFileName(String name) {
        return FileNameReader.read(name);
    }

    private static boolean isFileName(String title) {
        return title.matches("\\S.{0,200}[.](?:pdf|PDF|docx?|DOCX?|xlsx?|rtf)");
    }
}
