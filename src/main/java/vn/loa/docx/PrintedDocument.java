package vn.loa.docx;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds what a Word file prints: its page and its paragraphs. Lengths are points, 1/72 inch.
 *
 * @param page the size of the paper and its margins
 */
public record PrintedDocument(Page page, List<Paragraph> paragraphs) {
    /** Paper and margins. */
    public record Page(float width, float height, float top, float right, float bottom, float left) {}

    /** Names how the lines of a paragraph stand. */
    public enum Alignment {
        LEFT,
        CENTRE,
        RIGHT,
        BOTH
    }

    /**
     * A paragraph.
     *
     * @param lineHeight as a multiple of a single line
     * @param after the space below
     * @param keepNext whether it stands on one page with the paragraph below it
     */
    public record Paragraph(
            Alignment alignment, float lineHeight, float after, boolean newPage, boolean keepNext, List<Run> runs) {
        public Paragraph {
            Objects.requireNonNull(alignment);
            runs = List.copyOf(runs);
        }
    }

    /**
     * Text of one look, or a picture. A line feed ends a line.
     *
     * @param size of the letters
     * @param picture a PNG picture in place of the text
     */
    public record Run(String text, float size, boolean bold, boolean italic, Optional<Picture> picture) {
        public Run {
            Objects.requireNonNull(text);
            Objects.requireNonNull(picture);
        }
    }

    /** A PNG picture and how large it is printed. */
    public record Picture(byte[] png, float width, float height) {}

    public PrintedDocument {
        Objects.requireNonNull(page);
        paragraphs = List.copyOf(paragraphs);
    }
}
