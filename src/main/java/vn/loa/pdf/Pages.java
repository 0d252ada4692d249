package vn.loa.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import vn.loa.docx.PrintedDocument;
import vn.loa.docx.PrintedDocument.Alignment;
import vn.loa.docx.PrintedDocument.Paragraph;
import vn.loa.docx.PrintedDocument.Picture;

/** Sets lines one below the other, from page to page. */
final class Pages implements Closeable {
    private static final float USUAL_SIZE = 12;
    /** A single line is higher than its letters by this. */
    private static final float LEADING = 1.15f;
    /** The part of a line that hangs below its letters' feet. */
    private static final float DESCENT = 0.25f;

    private static final float SLANT = 0.21f;
    /** A stroke around letters makes them bold, for the font has one weight only. */
    private static final float STROKE = 0.03f;

    private final PDDocument file;
    private final PrintedDocument.Page page;
    private final Letters letters;
    private @Nullable PDPageContentStream content;
    private float top;

    Pages(PDDocument file, PrintedDocument.Page page, Letters letters) {
        this.file = file;
        this.page = page;
        this.letters = letters;
    }

    void add(Paragraph paragraph, List<Line> lines) throws IOException {
        if (paragraph.newPage() || content == null) {
            begin();
        }
        keep(height(paragraph, lines));
        for (Line line : lines) {
            float height = height(paragraph, line);
            if (top - height < page.bottom()) {
                begin();
            }
            draw(paragraph.alignment(), line, top - height + DESCENT * Math.min(height, USUAL_SIZE * LEADING));
            top -= height;
        }
        top -= paragraph.after();
    }

    /** Begins a new page for paragraphs that do not fit on what is left of this one, but fit on one. */
    void keepTogether(List<Paragraph> paragraphs, List<List<Line>> lines) throws IOException {
        float all = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean last = i == paragraphs.size() - 1;
            all += height(paragraphs.get(i), lines.get(i))
                    + (last ? 0 : paragraphs.get(i).after());
        }
        if (content != null && paragraphs.size() > 1) {
            keep(all);
        }
    }

    private void keep(float height) throws IOException {
        boolean fitsOnOne = height <= page.height() - page.top() - page.bottom();
        if (fitsOnOne && top - height < page.bottom()) {
            begin();
        }
    }

    private static float height(Paragraph paragraph, List<Line> lines) {
        float all = 0;
        for (Line line : lines) {
            all += height(paragraph, line);
        }
        return all;
    }

    private static float height(Paragraph paragraph, Line line) {
        return line.height(USUAL_SIZE) * LEADING * paragraph.lineHeight();
    }

    private void begin() throws IOException {
        close();
        PDPage next = new PDPage(new PDRectangle(page.width(), page.height()));
        file.addPage(next);
        content = new PDPageContentStream(file, next);
        top = page.height() - page.top();
    }

    private void draw(Alignment alignment, Line line, float foot) throws IOException {
        float room = page.width() - page.left() - page.right() - line.width();
        float x = page.left()
                + switch (alignment) {
                    case CENTRE -> room / 2;
                    case RIGHT -> room;
                    default -> 0;
                };
        boolean spread = alignment == Alignment.BOTH && !line.isLast() && line.blanks() > 0;
        float more = spread ? room / line.blanks() : 0;
        for (Word word : line.words()) {
            x += word.space() + (word.space() > 0 ? more : 0);
            if (word.run().picture().isPresent()) {
                picture(word.run().picture().get(), x, foot);
            } else if (!word.text().isEmpty()) {
                text(word, x, foot);
            }
            x += word.width();
        }
    }

    private void picture(Picture picture, float x, float foot) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(file, picture.png(), "picture");
        stream().drawImage(image, x, foot, picture.width(), picture.height());
    }

    private void text(Word word, float x, float foot) throws IOException {
        PDPageContentStream stream = stream();
        stream.beginText();
        stream.setFont(letters.font(), word.run().size());
        stream.setRenderingMode(word.run().bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        stream.setLineWidth(word.run().size() * STROKE);
        stream.setTextMatrix(new Matrix(1, 0, word.run().italic() ? SLANT : 0, 1, x, foot));
        stream.showText(word.text());
        stream.endText();
    }

    private PDPageContentStream stream() {
        if (content == null) {
            throw new IllegalStateException("no page was begun");
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }
}
