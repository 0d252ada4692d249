package vn.loa.telegram;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import vn.loa.model.RichText;
import vn.loa.model.RichText.Span;
import vn.loa.model.RichText.Style;

/**
 * The only maker of Telegram's HTML (Bot API, "HTML style"). Each span opens and closes its own tags, so nesting is
 * always right; text can never become a tag.
 */
final class TelegramHtml {
    private static final Set<String> LINKS = Set.of("http", "https", "tg", "mailto", "tel");

    private TelegramHtml() {}

    /** Returns whether the text has no style at all and can be sent without markup. */
    static boolean bare(RichText text) {
        return text.spans().stream()
                .allMatch(span -> span.style() == Style.PLAIN && span.link().isEmpty());
    }

    /** The text for {@code parse_mode=HTML}. */
    static String html(RichText text) {
        StringBuilder html = new StringBuilder();
        text.spans().forEach(span -> append(span, html));
        return html.toString();
    }

    private static void append(Span span, StringBuilder html) {
        String text = escaped(clean(span.text()));
        if (text.isEmpty()) {
            return;
        }
        boolean link = span.link().filter(TelegramHtml::isLink).isPresent();
        if (link) {
            html.append("<a href=\"")
                    .append(escaped(span.link().get().toASCIIString()))
                    .append("\">");
        }
        styled(span.style(), text, html);
        if (link) {
            html.append("</a>");
        }
    }

    private static void styled(Style style, String text, StringBuilder html) {
        String tag = tag(style);
        if (tag.isEmpty()) {
            html.append(text);
        } else {
            html.append('<')
                    .append(tag)
                    .append(style == Style.FOLDED ? " expandable>" : ">")
                    .append(text);
            html.append("</").append(tag).append('>');
        }
    }

    private static String tag(Style style) {
        return switch (style) {
            case PLAIN -> "";
            case BOLD -> "b";
            case ITALIC -> "i";
            case STRIKE -> "s";
            case CODE -> "code";
            case FOLDED -> "blockquote";
        };
    }

    private static boolean isLink(URI link) {
        return link.getScheme() != null && LINKS.contains(link.getScheme().toLowerCase(Locale.ROOT));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * The text without what Telegram refuses or what could mislead a reader: lone surrogates, control characters,
     * non-characters, and the marks that turn the direction of writing. Line breaks of every kind become {@code \n}.
     */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .map(TelegramHtml::breaks)
                .filter(TelegramHtml::showable)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int breaks(int c) {
        boolean lineBreak = c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
        return lineBreak ? '\n' : c;
    }

    private static boolean showable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = between(c, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
        boolean direction = between(c, 0x202a, 0x202e) || between(c, 0x2066, 0x2069);
        boolean nonCharacter = (c & 0xfffe) == 0xfffe || between(c, 0xfdd0, 0xfdef);
        return !control && !surrogate && !direction && !nonCharacter;
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
