package vn.loa.attachment.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the passages of a part of a Word document in the order in which they stand: paragraphs with the labels of their
 * lists, cells and rows of tables, and text boxes. Deleted, moved and hidden text, and what a form shows until it is filled
 * in, are left out.
 */
final class DocxPassages extends DefaultHandler {
    private static final Set<String> LEFT_OUT = Set.of(
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "delInstrText",
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "rt");

    private final Consumer<String> passages;
    private final WordNumbering numbering;
    private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();
    private final Deque<WordRow> rows = new ArrayDeque<>();
    /** Passages of the open cells and boxes so far, the innermost first; none in the text itself. */
    private final Deque<List<String>> holders = new ArrayDeque<>();
    /** Open alternatives and fields of forms, each true when one was taken or the field is still empty. */
    private final Deque<Boolean> choices = new ArrayDeque<>();

    private final Deque<Boolean> fields = new ArrayDeque<>();
    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private boolean inText;
    private boolean inParagraphProperties;
    private int leftOut;

    DocxPassages(Consumer<String> passages, WordNumbering numbering) {
        this.passages = passages;
        this.numbering = numbering;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
        if (leftOut > 0 || isLeftOut(name)) {
            leftOut++;
            return;
        }
        switch (name) {
            case "tr" -> rows.push(new WordRow());
            case "tc", "txbxContent" -> holders.push(new ArrayList<>());
            case "p" -> paragraphs.push(new WordParagraph());
            case "pPr" -> inParagraphProperties = true;
            case "r" -> hidden.push(false);
            case "t" -> inText = true;
            case "sdt" -> fields.push(false);
            case "AlternateContent" -> choices.push(false);
            default -> property(name, WordNumbering.value(attributes));
        }
    }

    /** The second of two alternatives says the same again. */
    private boolean isLeftOut(String name) {
        boolean alternative = name.equals("Choice") || name.equals("Fallback");
        if (alternative && !choices.isEmpty() && !choices.peek()) {
            choices.pop();
            choices.push(true);
            return false;
        }
        boolean deletedRow = name.equals("del") && !rows.isEmpty() && paragraphs.isEmpty();
        if (deletedRow) {
            rows.element().delete();
        }
        return alternative && !choices.isEmpty()
                || LEFT_OUT.contains(name)
                || name.equals("sdtContent") && Boolean.TRUE.equals(fields.peek());
    }

    private void property(String name, String value) {
        switch (name) {
            case "tab", "ptab" -> write(inParagraphProperties ? "" : "\t");
            case "br", "cr" -> write("\n");
            case "noBreakHyphen" -> write("-");
            case "gridSpan" -> rows.element().span(value);
            case "pStyle" -> paragraphs.element().style(value);
            case "ilvl" -> paragraphs.element().level(value);
            case "numId" -> paragraphs.element().list(value);
            case "vanish" -> hide(value);
            case "showingPlcHdr" -> empty();
            default -> {
                // Says how the text looks.
            }
        }
    }

    private void hide(String value) {
        boolean on = !Set.of("0", "false", "off").contains(value.toLowerCase(Locale.ROOT));
        if (on && !inParagraphProperties && !hidden.isEmpty()) {
            hidden.pop();
            hidden.push(true);
        }
    }

    private void empty() {
        if (!fields.isEmpty()) {
            fields.pop();
            fields.push(true);
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        if (inText && leftOut == 0) {
            write(new String(letters, start, length));
        }
    }

    private void write(String text) {
        if (!paragraphs.isEmpty() && !Boolean.TRUE.equals(hidden.peek())) {
            paragraphs.element().write(text);
        }
    }

    @Override
    public void endElement(String space, String name, String qualified) {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        switch (name) {
            case "tr" -> endRow(rows.pop());
            case "tc" -> rows.element().add(holders.pop());
            case "txbxContent" -> endBox(String.join("\n", holders.pop()));
            case "p" -> endParagraph(paragraphs.pop());
            case "pPr" -> inParagraphProperties = false;
            case "r" -> hidden.pop();
            case "t" -> inText = false;
            case "sdt" -> fields.pop();
            case "AlternateContent" -> choices.pop();
            default -> {
                // Ends nothing that is kept.
            }
        }
    }

    private void endParagraph(WordParagraph paragraph) {
        paragraph.parts(numbering).forEach(this::take);
    }

    private void endBox(String text) {
        if (paragraphs.isEmpty()) {
            take(text);
        } else {
            paragraphs.element().box(text);
        }
    }

    private void endRow(WordRow row) {
        row.passages().forEach(this::take);
        if (!rows.isEmpty()) {
            rows.element().nest();
        }
    }

    private void take(String passage) {
        if (holders.isEmpty()) {
            passages.accept(passage);
        } else {
            holders.element().add(passage);
        }
    }
}
