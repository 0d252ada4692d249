package vn.loa.attachment;

import java.util.Objects;
import java.util.Optional;

/** The result of fetching an attachment and reading it. */
public sealed interface AttachmentReading {
    /**
     * The attachment was read.
     *
     * @param document its text
     * @param validators by which it is asked for again
     */
    record Read(DocumentText document, Validators validators) implements AttachmentReading {
        public Read {
            Objects.requireNonNull(document);
            Objects.requireNonNull(validators);
        }
    }

    /** The attachment is the one that was read before. */
    record Unchanged() implements AttachmentReading {}

    /**
     * The attachment has no text for us, now or ever.
     *
     * @param failure why
     * @param detail a short English phrase
     */
    record NotRead(ReadingFailure failure, String detail) implements AttachmentReading {
        public NotRead {
            Objects.requireNonNull(failure);
            Objects.requireNonNull(detail);
        }
    }

    /**
     * Tells one content of a file from another.
     *
     * @param sha256 of the content, in hexadecimal digits
     * @param etag as the server gave it
     * @param lastModified as the server gave it
     */
    record Validators(String sha256, Optional<String> etag, Optional<String> lastModified) {
        public Validators {
            Objects.requireNonNull(sha256);
            Objects.requireNonNull(etag);
            Objects.requireNonNull(lastModified);
        }
    }
}
