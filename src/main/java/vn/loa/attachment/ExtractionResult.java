package vn.loa.attachment;

import java.util.Objects;

/** The result of reading a document; reading never throws for what a document is. */
public sealed interface ExtractionResult {
    /** The text of the document. */
    record Extracted(DocumentText document) implements ExtractionResult {
        public Extracted {
            Objects.requireNonNull(document);
        }
    }

    /**
     * The document has no text for us.
     *
     * @param failure why
     * @param detail a short English phrase
     */
    record NotExtracted(ReadingFailure failure, String detail) implements ExtractionResult {
        public NotExtracted {
            Objects.requireNonNull(failure);
            Objects.requireNonNull(detail);
        }

        @Override
        public String toString() {
            return failure + (detail.isEmpty() ? "" : ": " + detail);
        }
    }
}
