package vn.loa.emulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Telegram's own reading of {@code parse_mode=HTML}, which is no HTML: a short list of tags, strict nesting, four named
 * references; an unknown reference and a lone ampersand stay as they are, everything else is refused with a byte offset.
 */
final class HtmlMarkup {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("a", "text_link"),
            Map.entry("span", "spoiler"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("blockquote", "blockquote"));
    private static final Map<String, Character> NAMED = Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"');
    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "tg", "mailto", "tel");

    private record Open(String tag, String argument, int offset) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    HtmlMarkup(String html) {
        this.html = html;
    }

    ParsedText parse() {
        while (at < html.length()) {
            step();
        }
        if (!open.isEmpty()) {
            throw unparsable("Can't find end tag corresponding to start tag \""
                    + open.peek().tag() + '"');
        }
        requirePairedSurrogates();
        return new ParsedText(text.toString(), entities);
    }

    private void step() {
        char c = html.charAt(at);
        if (c == '&') {
            text.append(reference());
        } else if (c != '<') {
            text.append(c);
            at++;
        } else if (peek(1) == '/') {
            endTag();
        } else {
            startTag();
        }
    }

    private char peek(int ahead) {
        return at + ahead < html.length() ? html.charAt(at + ahead) : 0;
    }

    private String reference() {
        int end = at + 1;
        boolean numeric = peek(1) == '#';
        end += numeric ? 1 : 0;
        while (end < html.length() && isAsciiAlphanumeric(html.charAt(end))) {
            end++;
        }
        String body = html.substring(at + 1, end);
        String value = numeric ? numeric(body) : NAMED.getOrDefault(body, '\0').toString();
        if (value.equals("\0")) {
            at++;
            return "&";
        }
        at = end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
        return value;
    }

    private static String numeric(String body) {
        try {
            int code = body.startsWith("#x")
                    ? Integer.parseInt(body.substring(2), 16)
                    : Integer.parseInt(body.substring(1));
            return code > 0 && code < 0x10ffff ? Character.toString(code) : "\0";
        } catch (NumberFormatException e) {
            return "\0";
        }
    }

    private static boolean isAsciiAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private void startTag() {
        int begin = at++;
        String tag = word().toLowerCase(Locale.ROOT);
        requireMore("Unclosed start tag", begin);
        if (!TYPES.containsKey(tag)) {
            throw unparsable("Unsupported start tag \"" + tag + "\"" + offset(begin));
        }
        String argument = attributes(tag, begin);
        if (tag.equals("span") && !argument.equals("tg-spoiler")) {
            throw unparsable("Tag \"span\" must have class \"tg-spoiler\"" + offset(begin));
        }
        open.push(new Open(tag, argument, text.length()));
    }

    private String attributes(String tag, int begin) {
        String argument = "";
        skipSpace();
        while (peek(0) != '>') {
            requireMore("Unclosed start tag", begin);
            String name = attributeName(tag, begin);
            String value = attributeValue(begin);
            if (counts(tag, name)) {
                argument = value.isEmpty() ? name : value;
            }
            skipSpace();
        }
        at++;
        return argument;
    }

    private static boolean counts(String tag, String attribute) {
        return switch (tag) {
            case "a" -> attribute.equals("href");
            case "span", "code" -> attribute.equals("class");
            case "blockquote" -> attribute.equals("expandable");
            case "tg-emoji" -> attribute.equals("emoji-id");
            default -> false;
        };
    }

    private String attributeName(String tag, int begin) {
        int from = at;
        while (at < html.length() && " \n\t\r=>/\"'".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw unparsable("Empty attribute name in the tag \"" + tag + "\"" + offset(begin));
        }
        String name = html.substring(from, at);
        skipSpace();
        return name;
    }

    private String attributeValue(int begin) {
        if (peek(0) != '=') {
            return "";
        }
        at++;
        skipSpace();
        requireMore("Unclosed start tag", begin);
        char quote = html.charAt(at);
        String value = quote == '"' || quote == '\'' ? quoted(quote) : token();
        requireMore("Unclosed start tag", begin);
        return value;
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < html.length() && html.charAt(at) != quote) {
            if (html.charAt(at) == '&') {
                value.append(reference());
            } else {
                value.append(html.charAt(at++));
            }
        }
        at++;
        return value.toString();
    }

    private String token() {
        int from = at;
        while (at < html.length() && (isAsciiAlphanumeric(html.charAt(at)) || ".-".indexOf(html.charAt(at)) >= 0)) {
            at++;
        }
        if (at < html.length() && html.charAt(at) != '>' && !isSpace(html.charAt(at))) {
            throw unparsable("Unexpected end of name token" + offset(from));
        }
        return html.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private void endTag() {
        int begin = at;
        if (open.isEmpty()) {
            throw unparsable("Unexpected end tag" + offset(begin));
        }
        at += 2;
        String tag = word().toLowerCase(Locale.ROOT);
        skipSpace();
        if (peek(0) != '>') {
            throw unparsable("Unclosed end tag" + offset(begin));
        }
        at++;
        close(open.pop(), tag, begin);
    }

    private void close(Open opened, String found, int begin) {
        if (!found.isEmpty() && !found.equals(opened.tag())) {
            throw unparsable("Unmatched end tag" + offset(begin) + ", expected \"</" + opened.tag() + ">\", found \"</"
                    + found + ">\"");
        }
        int length = text.length() - opened.offset();
        String url = opened.tag().equals("a") ? opened.argument() : "";
        if (length > 0 && (!opened.tag().equals("a") || isLink(url))) {
            entities.add(new Entity(type(opened), opened.offset(), length, url));
        }
    }

    private static String type(Open opened) {
        boolean expandable =
                opened.tag().equals("blockquote") && !opened.argument().isEmpty();
        return expandable ? "expandable_blockquote" : TYPES.get(opened.tag());
    }

    private static boolean isLink(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return scheme != null && LINK_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String word() {
        int from = at;
        while (at < html.length() && html.charAt(at) != '>' && !isSpace(html.charAt(at))) {
            at++;
        }
        return html.substring(from, at);
    }

    private void skipSpace() {
        while (at < html.length() && isSpace(html.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return " \t\n\u000b\f\r".indexOf(c) >= 0;
    }

    private void requireMore(String complaint, int begin) {
        if (at >= html.length()) {
            throw unparsable(complaint + offset(begin));
        }
    }

    private void requirePairedSurrogates() {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Refusal.badRequest("strings must be encoded in UTF-8");
        }
    }

    private String offset(int index) {
        return " at byte offset " + html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal unparsable(String why) {
        return Refusal.badRequest("can't parse entities: " + why);
    }
}
