package vn.loa.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Fills the places of one document's text. */
final class DocumentFilling {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String BEGIN = "{{#items}}";
    private static final String END = "{{/items}}";
    private static final String PICTURE = "{{qr}}";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]{1,30})}}");
    private static final Pattern HALF_PLACE = Pattern.compile("\\{\\{(?![#/]?[a-z]{1,30}}})|\\{$|^[^{]*}}");

    private final Document document;
    private final DocxTemplate.Content content;

    DocumentFilling(Document document, DocxTemplate.Content content) {
        this.document = document;
        this.content = content;
    }

    void fill() throws BrokenTemplateException {
        elements(document.getDocumentElement(), "p").forEach(DocumentFilling::join);
        Optional<Element> begin = marked(BEGIN);
        if (begin.isPresent()) {
            repeat(
                    begin.get(),
                    marked(END)
                            .filter(end -> end.getParentNode() == begin.get().getParentNode())
                            .orElseThrow(() -> new BrokenTemplateException(
                                    "the paragraph " + BEGIN + " has no " + END + " after it")));
        }
        elements(document.getDocumentElement(), "t").forEach(text -> replace(text, content.texts()));
    }

    /** Word cuts a place into several runs when somebody edits it; the first run's look then holds for all. */
    private static void join(Element paragraph) {
        List<Element> texts = elements(paragraph, "t");
        boolean cut = texts.stream()
                .anyMatch(text -> HALF_PLACE.matcher(text.getTextContent()).find());
        if (cut) {
            StringBuilder all = new StringBuilder();
            texts.forEach(text -> all.append(text.getTextContent()));
            texts.forEach(text -> text.setTextContent(""));
            texts.get(0).setTextContent(all.toString());
        }
    }

    private Optional<Element> marked(String mark) {
        return elements(document.getDocumentElement(), "p").stream()
                .filter(paragraph -> paragraph.getTextContent().contains(mark))
                .findFirst();
    }

    private void repeat(Element begin, Element end) {
        Node parent = begin.getParentNode();
        List<Node> pattern = new ArrayList<>();
        for (Node node = begin.getNextSibling(); node != null && node != end; node = node.getNextSibling()) {
            pattern.add(node);
        }
        for (int i = 0; i < content.items().size(); i++) {
            for (Node node : pattern) {
                Node copy = node.cloneNode(true);
                parent.insertBefore(copy, begin);
                fillItem(copy, i);
            }
        }
        pattern.forEach(parent::removeChild);
        parent.removeChild(begin);
        parent.removeChild(end);
    }

    private void fillItem(Node copy, int item) {
        if (copy instanceof Element element) {
            for (Element text : elements(element, "t")) {
                if (text.getTextContent().contains(PICTURE)) {
                    text.setTextContent(text.getTextContent().replace(PICTURE, ""));
                    picture(text, item);
                }
                replace(text, content.items().get(item));
            }
        }
    }

    private static void replace(Element text, Map<String, String> values) {
        String written = text.getTextContent();
        if (written.contains("{{")) {
            String filled = PLACE.matcher(written)
                    .replaceAll(place ->
                            Matcher.quoteReplacement(visible(values.getOrDefault(place.group(1), place.group()))));
            text.setTextContent(filled);
            text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        }
    }

    /** XML 1.0 has no place for control characters and halves of characters. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }

    private void picture(Element text, int item) {
        if (item < content.pictures().size()) {
            try {
                Node drawing = Xml.parse(InlinePicture.xml("loaPicture" + item, item + 1))
                        .getDocumentElement();
                text.getParentNode().appendChild(document.importNode(drawing, true));
            } catch (BrokenTemplateException e) {
                throw new IllegalStateException("our own picture", e);
            }
        }
    }

    static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(W, name);
        List<Element> elements = new ArrayList<>();
        if (W.equals(within.getNamespaceURI()) && name.equals(within.getLocalName())) {
            elements.add(within);
        }
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
