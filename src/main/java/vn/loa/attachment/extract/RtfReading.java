package vn.loa.attachment.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.rtf.RTFEditorKit;

/** Reads a document in Rich Text Format, with what Java has for it. */
final class RtfReading implements FormatReading {
    @Override
    public void read(Path file, TextSink sink) throws IOException {
        RTFEditorKit kit = new RTFEditorKit();
        Document document = kit.createDefaultDocument();
        try (InputStream in = Files.newInputStream(file)) {
            kit.read(in, document, 0);
            sink.page();
            document.getText(0, document.getLength()).lines().forEach(sink::passage);
        } catch (BadLocationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
