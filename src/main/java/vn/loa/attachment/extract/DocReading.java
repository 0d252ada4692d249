package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads a Word document of before 2007. */
final class DocReading implements FormatReading {
    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true);
                HWPFDocument document = new HWPFDocument(parts.getRoot());
                WordExtractor extractor = new WordExtractor(document)) {
            sink.page();
            for (String paragraph : extractor.getParagraphText()) {
                // The end of a table's cell is the sign 7.
                sink.passage(WordExtractor.stripFields(paragraph)
                        .replace('\u0007', '\n')
                        .replace('\u000b', '\n'));
            }
        }
    }
}
