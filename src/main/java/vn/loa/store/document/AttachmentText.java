package vn.loa.store.document;

import java.util.Objects;
import java.util.Optional;

/**
 * The text of an attachment.
 *
 * @param type the form of the document, such as {@code PDF}
 * @param text plain text, an empty line between paragraphs
 * @param folded its words to search in, lower case and without marks
 * @param ocr whether some of it was recognised in pictures of pages, so that a letter may be wrong
 * @param cut whether the document has more text
 * @param pages the pages or sheets that were read
 * @param sha256 the hash of the file
 * @param etag by which the server knows the file, if it says
 * @param lastModified since when the file is as it is, if the server says
 */
public record AttachmentText(
        String type,
        String text,
        String folded,
        boolean ocr,
        boolean cut,
        int pages,
        String sha256,
        Optional<String> etag,
        Optional<String> lastModified) {
    public AttachmentText {
        Objects.requireNonNull(type);
        Objects.requireNonNull(text);
        Objects.requireNonNull(folded);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
    }
}
