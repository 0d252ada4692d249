package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Tells whether a page says that a file lies behind a link, where the link's address does not. */
final class FileHints {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_BUTTON = 60;
    private static final Pattern TYPE =
            Pattern.compile("(?i)^application/(x-)?(pdf|msword|vnd\\.(ms-|openxmlformats|oasis)|zip|rtf|octet-stream)");
    private static final Pattern ASKS =
            Pattern.compile("^(tai (ve|xuong|file|tep|tap tin|tai lieu|van ban|ban)|download)( .{1,40})?$");
    private static final Pattern ICON = Pattern.compile(
            "(?i)(^|[\\s_-])(file-)?(pdf|word|excel|docx?|xlsx?)([\\s_-]|\\d|$)|fa-paperclip|icon-attach|fa-file-(text|download|lines|alt)");
    private static final Pattern ICON_PICTURE = Pattern.compile(
            "(?i)(^|[/_-])(pdf|word|docx?|excel|xlsx?|attach|dinhkem)[\\w-]{0,12}\\.(png|gif|svg|jpe?g|ico)([?#].*)?$");

    private FileHints() {}

    /** Returns whether the link itself tells its file's type or name. */
    static boolean sayFile(Element node) {
        boolean link = FileNodes.isLink(node);
        return TYPE.matcher(node.attr("type")).find()
                || (link && node.hasAttr("download"))
                || (link && (isFileName(node.text()) || isFileName(node.attr("title"))));
    }

    /** Returns whether a link to a page of its site looks like a button to fetch a file, or bears the icon of a file. */
    static boolean lookLikeFile(Element node, URI address, URI page) {
        if (!FileNodes.isLink(node) || DocumentAddress.isTextPage(address) || !isOwn(address, page)) {
            return false;
        }
        String text = node.text();
        return (text.length() <= LONGEST_BUTTON && isRequest(text))
                || isIcon(node.firstElementChild())
                || (isIcon(node.previousElementSibling()) && !text.isBlank());
    }

    private static boolean isRequest(String text) {
        String folded = Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return ASKS.matcher(folded).matches() && FileLabel.of(text).isEmpty();
    }

    private static boolean isIcon(@Nullable Element element) {
        return element != null
                && Stream.of("i", "em", "span", "svg", "img").anyMatch(element.normalName()::equals)
                && element.text().isBlank()
                && (ICON.matcher(element.className()).find()
                        || ICON_PICTURE.matcher(element.attr("src")).find());
    }

    private static boolean isFileName(String text) {
        return text.length() <= LONGEST_NAME && DocumentAddress.isFileName(PlainText.tidy(text));
    }

    private static boolean isOwn(URI address, URI page) {
        return address.getHost() != null
                && page.getHost() != null
                && address.getHost()
                        .toLowerCase(Locale.ROOT)
                        .equals(page.getHost().toLowerCase(Locale.ROOT));
    }
}
