package vn.loa.zalo.oa;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.command.NumberedMenus;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.text.MessageSplitter;
import vn.loa.text.PlainText;

/**
 * A message as Zalo shows it: plain text with bare links. {@code [@...]} would call a member or
 * everybody, so what a portal or a person wrote never says it.
 */
final class OaText {
    /** UTF-16 units. */
    static final int LIMIT = 2000;

    private static final Pattern MENTION = Pattern.compile("\\[(?=\\p{Cf}*@)");

    private OaText() {}

    /** The text in NFC, in pieces of at most {@link #LIMIT}; one empty piece when there is nothing to show. */
    static List<String> pieces(OutgoingMessage message) {
        return MessageSplitter.of(harmless(words(message.text()) + buttonLines(message)), LIMIT);
    }

    private static String words(RichText text) {
        StringBuilder words = new StringBuilder();
        for (RichText.Span span : text.spans()) {
            words.append(span.text());
            span.link()
                    .map(OaText::written)
                    .filter(link -> !link.equals(span.text()))
                    .ifPresent(link -> words.append(' ').append(link));
        }
        return words.toString();
    }

    /** Choices under answers have numbers; those that stay here are made by what is to be written. */
    private static String buttonLines(OutgoingMessage message) {
        StringBuilder lines = new StringBuilder();
        message.buttons()
                .forEach(row -> row.forEach(button -> lines.append('\n').append(line(button))));
        return lines.toString();
    }

    private static String line(Button button) {
        return button instanceof Button.Link link
                ? link.label() + ": " + written(link.url())
                : NumberedMenus.written((Button.Action) button);
    }

    private static String written(URI address) {
        return address.toASCIIString().replace("[@", "%5B@");
    }

    /** In NFC, and no mention whatever stands between the bracket and the @ unseen. */
    private static String harmless(String text) {
        return MENTION.matcher(PlainText.composed(visible(text))).replaceAll("[ ");
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .map(c -> c == '\r' || c == 0x2028 || c == 0x2029 ? '\n' : c)
                .filter(OaText::showable)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Not half a pair, a control character, or a mark that turns the direction of writing. */
    private static boolean showable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return !control && !direction && Character.getType(c) != Character.SURROGATE;
    }
}
