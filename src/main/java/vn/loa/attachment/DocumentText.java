package vn.loa.attachment;

import java.util.Objects;

/**
 * The text of a document.
 *
 * @param type the form that the document has
 * @param text NFC plain text, its lines as in the document, an empty line between paragraphs; not blank
 * @param ocr whether some of it was recognised in pictures of pages, so that a letter may be wrong
 * @param cut whether the document has more text, past a bound on pages, characters, memory or time
 * @param pages the number of pages or sheets that were read
 */
public record DocumentText(DocumentType type, String text, boolean ocr, boolean cut, int pages) {
    public DocumentText {
        Objects.requireNonNull(type);
        Objects.requireNonNull(text);
    }
}
