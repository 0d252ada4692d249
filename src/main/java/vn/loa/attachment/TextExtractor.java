package vn.loa.attachment;

import java.nio.file.Path;
import java.time.Duration;

/** Takes the text from documents. */
public interface TextExtractor extends AutoCloseable {
    /**
     * Reads a document; waits its turn at most for {@code patience}.
     *
     * @return its text, or why it has none; {@link ReadingFailure#BUSY} when others were read for so long
     */
    ExtractionResult extract(Path file, Duration patience);

    /** Ends what is being read; nothing is read after it. */
    @Override
    void close();
}
