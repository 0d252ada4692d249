package vn.loa.attachment.extract;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;

/** Takes the text layer of one page, whichever page PDFBox would come to next. */
final class PdfPageText extends PDFTextStripper {
    /** More than any page of a document has. */
    private static final int MOST = 100_000;

    private final PDPage page;

    private PdfPageText(PDPage page) {
        this.page = page;
        setAddMoreFormatting(true);
        setParagraphEnd("\n");
        setLineSeparator("\n");
        // The count of pages is not kept, for no other page is come to.
        setStartPage(0);
    }

    static String of(PDDocument document, PDPage page) throws IOException {
        Bounded text = new Bounded();
        try {
            new PdfPageText(page).writeText(document, text);
        } catch (TextSink.FullException e) {
            // What there is is enough.
        }
        return text.toString();
    }

    @Override
    protected void processPages(PDPageTree pages) throws IOException {
        if (page.hasContents()) {
            processPage(page);
        }
    }

    /** A page may say the same a million times over. */
    private static final class Bounded extends StringWriter {
        @Override
        public void write(String text) {
            if (getBuffer().length() > MOST) {
                throw new TextSink.FullException();
            }
            super.write(text);
        }
    }
}
