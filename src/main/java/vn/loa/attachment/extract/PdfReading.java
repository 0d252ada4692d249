package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import vn.loa.text.EncodingDamage;

/**
 * Reads a PDF: its text layer, page by page; a page without a usable one is rendered and read as a picture, where that is
 * possible.
 */
final class PdfReading implements FormatReading {
    /** A scan's page has at most a stamp of the scanner, or a number, as text. */
    private static final int FEWEST_LETTERS = 40;

    private static final int DEEPEST_FORM = 2;

    private final int mostPages;
    private final Optional<PageOcr> ocr;

    PdfReading(int mostPages, Optional<PageOcr> ocr) {
        this.mostPages = mostPages;
        this.ocr = ocr;
    }

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            for (int number = 0; number < Math.min(pages, mostPages); number++) {
                read(document, number, sink);
            }
            if (pages > mostPages) {
                sink.leaveOut();
            }
        }
    }

    /** One damaged page does not cost the others. */
    private void read(PDDocument document, int number, TextSink sink) throws IOException {
        String layer;
        try {
            layer = PdfPageText.of(document, document.getPage(number));
        } catch (IOException | RuntimeException e) {
            layer = "";
            sink.leaveOut();
        }
        sink.page();
        if (isUsable(layer) || !isPicture(document.getPage(number), layer)) {
            sink.passage(layer);
        } else {
            recognise(document, number, layer, sink);
        }
    }

    private void recognise(PDDocument document, int number, String layer, TextSink sink) throws IOException {
        Optional<String> read = ocr.isEmpty() ? Optional.empty() : ocr.get().text(document, number);
        if (read.isEmpty()) {
            sink.leaveOut();
        } else {
            sink.recognised();
        }
        sink.passage(read.filter(text -> !text.isBlank()).orElse(layer));
    }

    /** A page that says nothing at all may be drawn, letter by letter; one that says little is a picture if it has one. */
    private static boolean isPicture(PDPage page, String layer) throws IOException {
        return page.hasContents() && (layer.isBlank() || hasPicture(page.getResources(), 0));
    }

    private static boolean hasPicture(PDResources resources, int depth) throws IOException {
        if (resources == null || depth > DEEPEST_FORM) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    || (resources.getXObject(name) instanceof PDFormXObject form
                            && hasPicture(form.getResources(), depth + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUsable(String layer) {
        return layer.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && EncodingDamage.in(layer).filter(EncodingDamage.LOST::equals).isEmpty();
    }
}
