package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
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

    private static String fallback(Element node, DocumentAddress document) {
        return Stream.of(PlainText.tidy(node.text()), DocumentAddress.fileName(document.url()))
                .filter(text -> !text.isEmpty())
                .findFirst()
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
