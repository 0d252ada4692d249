package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;

/** Takes the text out of one form of document. */
interface FormatReading {
    /**
     * Reads a document.
     *
     * @throws IOException when it is damaged
     * @throws TextSink.FullException when it has more text than is wanted
     */
    void read(Path file, TextSink sink) throws IOException;
}
