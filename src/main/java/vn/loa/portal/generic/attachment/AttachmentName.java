package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Names an attachment as its page does; the label of a button is no name. */
final class AttachmentName {
    private static final int LONGEST = 300;
    private static final Set<String> FRAMES = Set.of("iframe", "embed", "object");

    /** "Tải về: kh-15.pdf" is called kh-15.pdf. */
    private static final Pattern BUTTON_BEFORE_NAME = Pattern.compile(
            "(?i)^(tải( xuống| về)?|download)( (file|tệp|tệp tin|tập tin))?( đính kèm)?\\s*(:|-|\\s)\\s*(\\S.*)$");

    private static final Set<String> BUTTONS = Set.of(
            "",
            "tai",
            "tai ve",
            "tai xuong",
            "tai file",
            "tai tep",
            "tai day",
            "tai ve tai day",
            "tai tai day",
            "download",
            "download here",
            "xem",
            "xem file",
            "xem truoc",
            "xem chi tiet",
            "xem tai day",
            "chi tiet",
            "o day",
            "here",
            "click here",
            "view",
            "pdf",
            "mo file",
            "file dinh kem",
            "tep dinh kem");

    private static final Set<String> LABEL = Set.of(
            "tep dinh kem", "file dinh kem", "tai lieu dinh kem", "van ban dinh kem", "tap tin dinh kem", "dinh kem");
    private static final int BOX = 2;
    private static final int FEW = 6;
    private static final int SHORTEST = 5;

    private AttachmentName() {}

    static String of(Element node, DocumentAddress document) {
        Stream<String> told = FRAMES.contains(node.normalName())
                ? Stream.of(document.fileName(), node.attr("title"))
                : Stream.of(node.text(), node.attr("title"), node.attr("download"), document.fileName());
        String name = told.map(AttachmentName::withoutButton)
                .filter(text -> !BUTTONS.contains(folded(text)))
                .findFirst()
                .orElseGet(() -> fallback(node, document));
        return PlainText.start(name, LONGEST);
    }

    /** Returns whether the page itself gives the file a name at this place, and not only a button or a picture. */
    static boolean isTold(Element node) {
        return Stream.of(node.text(), node.attr("title"), node.attr("download"))
                .map(AttachmentName::withoutButton)
                .anyMatch(text -> !BUTTONS.contains(folded(text)));
    }

    private static String fallback(Element node, DocumentAddress document) {
        return Stream.of(above(node), PlainText.tidy(node.text()), DocumentAddress.fileName(document.url()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The heading over a button, in a small box of the two. */
    private static String above(Element node) {
        Element row = node.closest("tr");
        if (row != null && row.childrenSize() <= FEW) {
            return inRow(row);
        }
        Element box = node.parent();
        for (int i = 0; i < BOX && box != null && box.childrenSize() <= FEW; i++) {
            String heading = PlainText.tidy(
                    box.select("> h2, > h3, > h4, > h5, > h6, > strong").text());
            if (!heading.isEmpty() && heading.length() <= LONGEST && !LABEL.contains(folded(heading))) {
                return heading;
            }
            box = box.parent();
        }
        return "";
    }

    /** The longest words in a row of a table beside the button. */
    private static String inRow(Element row) {
        return row.children().stream()
                .filter(cell -> cell.selectFirst("a[href]") == null)
                .map(cell -> PlainText.tidy(cell.text()))
                .filter(text -> text.length() <= LONGEST && !LABEL.contains(folded(text)))
                .filter(text -> text.chars().filter(Character::isLetter).count() >= SHORTEST)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String withoutButton(String text) {
        String tidy = PlainText.tidy(text);
        return Optional.of(BUTTON_BEFORE_NAME.matcher(tidy))
                .filter(found -> found.matches() && isName(found.group(7), found.group(6)))
                .map(found -> found.group(7).strip())
                .orElse(tidy);
    }

    /** After a colon stands the name; after a blank only what looks like a file's. */
    private static boolean isName(String rest, String sign) {
        return !sign.isBlank() || DocumentAddress.isFileName(rest);
    }

    private static String folded(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
