package vn.loa.attachment.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a document in Rich Text Format, as Word and WordPad write it. */
final class RtfReading implements FormatReading {
    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            sink.page();
            new RtfTokens(in).read(new RtfText(sink::passage));
        }
    }
}
