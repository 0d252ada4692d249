package vn.loa.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.loa.docx.PrintedDocument;
import vn.loa.docx.PrintedDocument.Paragraph;

/** Prints a document into a PDF file, with a font that holds all Vietnamese letters. */
public final class PdfFile {
    /** Shipped for the charts too. */
    private static final String FONT = "/fonts/DejaVuSans.ttf";

    private PdfFile() {}

    /**
     * Prints a document.
     *
     * @throws IOException when this machine cannot write it, for example without the libraries that pictures need
     */
    public static byte[] of(PrintedDocument printed) throws IOException {
        try (PDDocument file = new PDDocument();
                InputStream font = Objects.requireNonNull(PdfFile.class.getResourceAsStream(FONT))) {
            Letters letters = new Letters(PDType0Font.load(file, font));
            float width = printed.page().width()
                    - printed.page().left()
                    - printed.page().right();
            List<List<Line>> lines = new ArrayList<>();
            for (Paragraph paragraph : printed.paragraphs()) {
                lines.add(lines(paragraph, letters, width));
            }
            try (Pages pages = new Pages(file, printed.page(), letters)) {
                print(printed.paragraphs(), lines, pages);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Prints paragraphs that are kept with the next one together with it. */
    private static void print(List<Paragraph> paragraphs, List<List<Line>> lines, Pages pages) throws IOException {
        int from = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean ends = !paragraphs.get(i).keepNext() || i == paragraphs.size() - 1;
            if (ends) {
                pages.keepTogether(paragraphs.subList(from, i + 1), lines.subList(from, i + 1));
                for (int each = from; each <= i; each++) {
                    pages.add(paragraphs.get(each), lines.get(each));
                }
                from = i + 1;
            }
        }
    }

    /** Breaks a paragraph into lines that fit. */
    private static List<Line> lines(Paragraph paragraph, Letters letters, float width) throws IOException {
        List<Line> lines = new ArrayList<>();
        Line line = new Line();
        for (Word word : Word.of(paragraph, letters, width)) {
            if (!line.fits(word, width)) {
                lines.add(line);
                line = new Line();
            }
            line.add(word);
            if (word.endsLine()) {
                line.end();
                lines.add(line);
                line = new Line();
            }
        }
        line.end();
        lines.add(line);
        return lines;
    }
}
