package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.loa.fetch.PageDecoder;

/** Reads plain text, in whichever encoding it is. */
final class TextReading implements FormatReading {
    @Override
    public void read(Path file, TextSink sink) throws IOException {
        sink.page();
        for (String passage : PageDecoder.decode(Files.readAllBytes(file), "text/plain")
                .text()
                .split("\\R\\s*\\R")) {
            sink.passage(passage);
        }
    }
}
