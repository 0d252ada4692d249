package vn.loa.zalo.oa;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.text.PlainText;

/**
 * A message as Zalo shows it: plain text with bare links. Actions are left out. {@code [@...]} would call a member or
 * everybody, so what a portal or a person wrote never says it.
 */
final class OaText {
    /** UTF-16 units. */
    static final int LIMIT = 2000;

    private static final Pattern MENTION = Pattern.compile("\\[(?=\\p{Cf}*@)");

    private OaText() {}

    /** The text in NFC, at most {@link #LIMIT} long; empty when there is nothing to show. */
    static String of(OutgoingMessage message) {
        String links = harmless(buttonLinks(message));
        String words = harmless(words(message.text()));
        int room = Math.max(LIMIT - links.length(), LIMIT / 2);
        return abridged(abridged(words, room) + links, LIMIT).strip();
    }

    private static String words(RichText text) {
        StringBuilder words = new StringBuilder();
        for (RichText.Span span : text.spans()) {
            words.append(span.text());
            span.link()
                    .map(OaText::written)
                    .filter(link -> !link.equals(span.text()))
                    .ifPresent(link -> words.append(" (").append(link).append(')'));
        }
        return words.toString();
    }

    private static String buttonLinks(OutgoingMessage message) {
        StringBuilder lines = new StringBuilder();
        message.buttons()
                .forEach(row -> row.forEach(button -> link(button)
                        .ifPresent(link -> lines.append('\n')
                                .append(link.label())
                                .append(": ")
                                .append(written(link.url())))));
        return lines.toString();
    }

    private static Optional<Button.Link> link(Button button) {
        return button instanceof Button.Link link ? Optional.of(link) : Optional.empty();
    }

    private static String written(URI address) {
        return address.toASCIIString().replace("[@", "%5B@");
    }

    /** A link that the end has cut in two would lead elsewhere, so none of it is left. */
    private static String abridged(String text, int limit) {
        String cut = RichText.plain(text).abridged(limit).text();
        return cut.equals(text) ? cut : cut.replaceAll("\\(?https?://\\S*…$", "…");
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
