package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.loa.portal.generic.block.FileRow;
import vn.loa.portal.generic.block.ShortText;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Names an attachment as its page does; the label of a button is no name. */
final class AttachmentName {
    private static final int LONGEST = 300;
    private static final Set<String> FRAMES = Set.of("iframe", "embed", "object");
    private static final List<String> TITLES =
            List.of("title", "data-title", "data-name", "data-filename", "data-file-name", "download", "aria-label");
    private static final Pattern CUT = Pattern.compile("(\\.{3}|…)$");

    private static final Pattern LABEL =
            Pattern.compile("^((tep|file|tap tin|tai lieu|van ban|ho so)( tin)? )?(dinh kem|kem theo)( theo)?$");
    private static final Set<String> INLINE = Set.of("span", "b", "strong", "em", "i", "u", "font");
    private static final int BOX = 2;
    private static final int FEW = 6;
    private static final int MOST_CELLS = 10;
    private static final int LONGEST_CELL = 100;
    private static final int SHORTEST = 5;
    private static final int LONGEST_LINE = 200;

    private AttachmentName() {}

    static String of(Element node, DocumentAddress document) {
        Stream<String> told = FRAMES.contains(node.normalName())
                ? Stream.of(document.fileName(), FileLabel.of(node.attr("title")))
                : Stream.concat(labels(node), Stream.of(fileBeside(node), document.fileName()));
        String name = told.filter(text -> !text.isEmpty()).findFirst().orElseGet(() -> fallback(node, document));
        return PlainText.start(name, LONGEST);
    }

    /** The name of a file in the row of its button comes before one that a server has made up for its address. */
    private static String fileBeside(Element node) {
        Element row = node.closest("tr");
        Element cell = node.closest("td, th");
        String name = row == null || cell == null || row.childrenSize() > MOST_CELLS ? "" : inRow(row, cell);
        return DocumentAddress.isFileName(name) ? name : "";
    }

    /** Returns whether the page itself gives the file a name at this place, and not only a button or a picture. */
    static boolean isTold(Element node) {
        return !FRAMES.contains(node.normalName()) && labels(node).anyMatch(text -> !text.isEmpty());
    }

    private static Stream<String> labels(Element node) {
        boolean told = !node.normalName().equals("script") && !isPanel(node);
        String text = told ? FileLabel.of(node) : "";
        Stream<String> titles = TITLES.stream().map(node::attr).map(FileLabel::of);
        String title = FileLabel.of(node.attr("title"));
        return Stream.concat(Stream.of(isCut(text, title) ? title : text), titles);
    }

    /** The words of a viewer are those of its buttons. */
    private static boolean isPanel(Element node) {
        return !FileNodes.isLink(node)
                && !node.normalName().equals("button")
                && node.selectFirst("button, canvas, input") != null;
    }

    private static boolean isCut(String text, String title) {
        String shown = CUT.matcher(text).replaceFirst("").strip();
        return shown.length() < text.length() && shown.length() >= SHORTEST && title.startsWith(shown);
    }

    private static String fallback(Element node, DocumentAddress document) {
        return Stream.of(
                        above(node),
                        before(node),
                        beside(node),
                        PlainText.tidy(node.text()),
                        DocumentAddress.fileName(document.url()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The heading over a button, in a small box of the two. */
    private static String above(Element node) {
        Element row = node.closest("tr");
        Element cell = node.closest("td, th");
        if (row != null
                && row.childrenSize() <= MOST_CELLS
                && cell != null
                && ShortText.beginning(cell, LONGEST_CELL).length() <= LONGEST_CELL) {
            return inRow(row, cell);
        }
        Element box = node.parent();
        for (int i = 0; i < BOX && box != null && box.childrenSize() <= FEW; i++) {
            String heading = PlainText.tidy(
                    box.select("> h2, > h3, > h4, > h5, > h6, > strong").text());
            if (!heading.isEmpty() && heading.length() <= LONGEST && !isLabel(heading)) {
                return heading;
            }
            box = box.parent();
        }
        return "";
    }

    /** The longest words in a row of a table beside the button. */
    private static String inRow(Element row, Element own) {
        return row.children().stream()
                .filter(cell -> cell != own)
                .map(cell -> FileLabel.of(ShortText.of(cell, LONGEST)))
                .filter(text -> !isLabel(text))
                .filter(text -> text.chars().filter(Character::isLetter).count() >= SHORTEST)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The title of a list's item that has a link of its own. */
    private static String beside(Element node) {
        Element item = node.closest("li, dd");
        return item == null || item.childrenSize() > FEW
                ? ""
                : item.children().stream()
                        .filter(child -> child != node && child.normalName().equals("a"))
                        .filter(child -> !FileRow.isFile(child.attr("href")))
                        .map(FileLabel::of)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    /** Returns the words before a button in its own line, where the line has no other link. */
    private static String before(Element node) {
        Element parent = node.parent();
        Element first = parent != null && INLINE.contains(parent.normalName()) ? parent : node;
        Element line = first.parent();
        if (line == null
                || line.childrenSize() > FEW
                || line.children().stream().anyMatch(child -> isOtherName(child, node))) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Node each = first.previousSibling(); each != null; each = each.previousSibling()) {
            text.insert(0, text(each) + (each instanceof Element ? " " : ""));
            if (text.length() > LONGEST_LINE) {
                return "";
            }
        }
        String name = FileLabel.of(text.toString());
        boolean sentence =
                name.isEmpty() || (Character.isLowerCase(name.charAt(0)) && !DocumentAddress.isFileName(name));
        return sentence || isLabel(name) || isAsking(name) ? "" : name;
    }

    private static boolean isOtherName(Element child, Element node) {
        return child != node
                && child.normalName().equals("a")
                && !FileLabel.of(child).isEmpty();
    }

    private static String text(Node node) {
        if (node instanceof TextNode text) {
            return text.text();
        }
        return node instanceof Element element && !element.normalName().equals("a")
                ? ShortText.beginning(element, LONGEST_LINE + 1)
                : "";
    }

    /** "Tải văn bản" before "tại đây" asks to click. */
    private static boolean isAsking(String text) {
        String folded = folded(text);
        return Stream.of("tai ", "xem ", "chi tiet", "vui long", "moi ", "download", "bam ", "nhan ", "quy vi", "de ")
                .anyMatch(folded::startsWith);
    }

    private static boolean isLabel(String text) {
        return LABEL.matcher(folded(text)).matches();
    }

    private static String folded(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
