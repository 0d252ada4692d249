package vn.loa.docx;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.loa.docx.PrintedDocument.Alignment;
import vn.loa.docx.PrintedDocument.Page;
import vn.loa.docx.PrintedDocument.Paragraph;
import vn.loa.docx.PrintedDocument.Picture;
import vn.loa.docx.PrintedDocument.Run;

/**
 * Reads what a Word file prints (ECMA-376, WordprocessingML): paragraphs, the look of their runs, pictures between words.
 * Cells of tables are read as paragraphs, one below the other; styles, headers and footers are left out.
 */
public final class PrintReader {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final float TWIPS = 20;
    private static final float EMUS = 12_700;
    private static final float SINGLE = 240;
    private static final float USUAL_SIZE = 12;

    private final Map<String, byte[]> parts;
    private final Map<String, String> targets = new HashMap<>();

    private PrintReader(Map<String, byte[]> parts) throws BrokenTemplateException {
        this.parts = parts;
        byte[] relations = parts.get(DocxTemplate.RELATIONS);
        if (relations != null) {
            NodeList all = Xml.parse(relations).getElementsByTagNameNS("*", "Relationship");
            for (int i = 0; i < all.getLength(); i++) {
                Element relation = (Element) all.item(i);
                targets.put(relation.getAttribute("Id"), "word/" + relation.getAttribute("Target"));
            }
        }
    }

    /**
     * Reads a Word file.
     *
     * @throws BrokenTemplateException when it is no Word file, or too large
     */
    public static PrintedDocument read(byte[] docx) throws BrokenTemplateException {
        Map<String, byte[]> parts = DocxTemplate.unpacked(new ByteArrayInputStream(docx));
        PrintReader reader = new PrintReader(parts);
        Element root = Xml.parse(Objects.requireNonNull(parts.get(DocxTemplate.DOCUMENT)))
                .getDocumentElement();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Element paragraph : DocumentFilling.elements(root, "p")) {
            paragraphs.add(reader.paragraph(paragraph));
        }
        return new PrintedDocument(page(root), paragraphs);
    }

    private static Page page(Element root) {
        Optional<Element> size = first(root, "pgSz");
        Optional<Element> margins = first(root, "pgMar");
        return new Page(
                twips(size, "w", 11_906),
                twips(size, "h", 16_838),
                twips(margins, "top", 1134),
                twips(margins, "right", 1134),
                twips(margins, "bottom", 1134),
                twips(margins, "left", 1134));
    }

    private Paragraph paragraph(Element paragraph) {
        Optional<Element> spacing = first(paragraph, "spacing");
        Alignment alignment =
                switch (first(paragraph, "jc").map(PrintReader::value).orElse("")) {
                    case "center" -> Alignment.CENTRE;
                    case "right", "end" -> Alignment.RIGHT;
                    case "both" -> Alignment.BOTH;
                    default -> Alignment.LEFT;
                };
        List<Run> runs = new ArrayList<>();
        for (Element run : DocumentFilling.elements(paragraph, "r")) {
            runs.addAll(runs(run));
        }
        boolean newPage = first(paragraph, "pageBreakBefore").isPresent();
        boolean keepNext = isOn(paragraph, "keepNext");
        float line = twips(spacing, "line", SINGLE) * TWIPS / SINGLE;
        return new Paragraph(alignment, Math.max(1, line), twips(spacing, "after", 0), newPage, keepNext, runs);
    }

    private List<Run> runs(Element run) {
        float size = first(run, "sz")
                .map(each -> number(value(each), USUAL_SIZE * 2) / 2)
                .orElse(USUAL_SIZE);
        boolean bold = isOn(run, "b");
        boolean italic = isOn(run, "i");
        StringBuilder text = new StringBuilder();
        NodeList children = run.getChildNodes();
        List<Run> found = new ArrayList<>();
        for (int i = 0; i < children.getLength(); i++) {
            String name = String.valueOf(children.item(i).getLocalName());
            switch (name) {
                case "t" -> text.append(children.item(i).getTextContent());
                case "tab" -> text.append(' ');
                case "br", "cr" -> text.append('\n');
                case "drawing" ->
                    picture((Element) children.item(i))
                            .ifPresent(picture -> found.add(new Run("", size, bold, italic, Optional.of(picture))));
                default -> {}
            }
        }
        if (text.length() > 0) {
            found.add(0, new Run(text.toString(), size, bold, italic, Optional.empty()));
        }
        return found;
    }

    private Optional<Picture> picture(Element drawing) {
        NodeList extents = drawing.getElementsByTagNameNS(WP, "extent");
        NodeList blips = drawing.getElementsByTagNameNS(A, "blip");
        if (extents.getLength() == 0 || blips.getLength() == 0) {
            return Optional.empty();
        }
        Element extent = (Element) extents.item(0);
        String target = targets.getOrDefault(((Element) blips.item(0)).getAttributeNS(R, "embed"), "");
        return Optional.ofNullable(parts.get(target))
                .map(png -> new Picture(
                        png, number(extent.getAttribute("cx"), 0) / EMUS, number(extent.getAttribute("cy"), 0) / EMUS));
    }

    private static boolean isOn(Element run, String property) {
        return first(run, property)
                .filter(each -> !List.of("0", "false", "none").contains(value(each)))
                .isPresent();
    }

    private static Optional<Element> first(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(W, name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
    }

    private static String value(Element element) {
        return element.getAttributeNS(W, "val");
    }

    private static float twips(Optional<Element> element, String attribute, float otherwise) {
        return element.map(each -> number(each.getAttributeNS(W, attribute), otherwise))
                        .orElse(otherwise)
                / TWIPS;
    }

    private static float number(String written, float otherwise) {
        return written.matches("\\d{1,9}") ? Float.parseFloat(written) : otherwise;
    }
}
