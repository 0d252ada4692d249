package vn.loa.portal.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import vn.loa.portal.page.LegacyMarkup;
import vn.loa.text.LegacyFont;
import vn.loa.text.PlainText;

/** Reads the texts of a feed's items: often HTML, sometimes escaped twice. */
final class FeedItem {
    private static final int LONGEST_TEASER = 1_000;
    /** Blanks, escapes and letters in pieces make a text longer than it shows; items left open hold all after them. */
    private static final int LONGEST_RAW = 20 * LONGEST_TEASER;

    /** Items that are never closed hold one another, and each of them would be read to the end. */
    private static final int LONGEST_MARKUP = 4 * LONGEST_TEASER;

    private static final int LONGEST_TITLE_FROM_TEXT = 120;
    private static final List<String> PICTURES = List.of("data-src", "src");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
            "sub", "sup", "u");
    private static final String TAG_NAMES =
            "a|abbr|acronym|b|big|blockquote|br|center|cite|code|del|dd|div|dl|dt|em|font"
                    + "|h[1-6]|hr|i|img|ins|kbd|label|li|mark|nobr|o:p|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup"
                    + "|table|tbody|td|th|tr|tt|u|ul|var|wbr";
    private static final String ATTRIBUTE = "\\s+[a-zA-Z_:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'<>]+)";
    private static final Pattern TAG =
            Pattern.compile("(?i)</?(?:" + TAG_NAMES + ")(?:" + ATTRIBUTE + ")*\\s*/?>|(?s:<!--.*?-->)");
    private static final Pattern CLOSING_TAG = Pattern.compile("(?i)</(?:" + TAG_NAMES + ")\\s*>");
    private static final Pattern HALVES = Pattern.compile(
            "&#(?:(5[5-7][0-9]{3})|[xX]([dD][89abAB][0-9a-fA-F]{2}));&#(?:(5[67][0-9]{3})|[xX]([dD][c-fC-F][0-9a-fA-F]{2}));");

    private FeedItem() {}

    /** Returns plain text out of what may be HTML. */
    static String plain(String raw) {
        boolean markup = raw.indexOf('<') >= 0 || raw.indexOf('&') >= 0;
        String whole = markup ? shown(raw) : LegacyFont.toUnicode(raw);
        String text = PlainText.tidy(whole.substring(0, Math.min(whole.length(), LONGEST_RAW)));
        return text.length() <= LONGEST_TEASER ? text : PlainText.tidy(text.substring(0, LONGEST_TEASER));
    }

    /**
     * Returns a title without the markup in it. Only what is written like a tag of HTML is one: {@code < 5 triệu} and
     * {@code <Phú Xuyên>} are text. Markup that was escaped once too often ends with a tag that closes another.
     */
    static String title(String raw) {
        String title = withoutTags(raw.substring(0, Math.min(raw.length(), LONGEST_RAW)));
        return CLOSING_TAG.matcher(title).find() ? withoutTags(title) : title;
    }

    private static String withoutTags(String raw) {
        if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
            return LegacyFont.toUnicode(raw);
        }
        Matcher tag = TAG.matcher(raw);
        StringBuilder markup = new StringBuilder(raw.length());
        int copied = 0;
        while (tag.find()) {
            markup.append(raw.substring(copied, tag.start()).replace("<", "&lt;"))
                    .append(tag.group());
            copied = tag.end();
        }
        markup.append(raw.substring(copied).replace("<", "&lt;"));
        return PlainText.tidy(shown(markup.toString()));
    }

    /**
     * Returns what an element of a feed holds as markup, be it written as such or escaped; of one that holds very much,
     * as when it was never closed, the beginning.
     */
    static String markup(Element element) {
        if (element.childrenSize() == 0) {
            return element.wholeText();
        }
        StringBuilder markup = new StringBuilder();
        element.filter((node, depth) -> {
            if (node instanceof TextNode text) {
                markup.append(text.getWholeText().replace("&", "&amp;").replace("<", "&lt;"));
            } else if (node instanceof Element inner && inner != element) {
                markup.append(tag(inner));
            }
            return markup.length() > LONGEST_MARKUP ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return markup.toString();
    }

    /** As much of a tag as matters to a text: whether it begins a new word, and the address of a picture. */
    private static String tag(Element element) {
        String name = element.normalName().replaceFirst("^.*:", "");
        if (!name.equals("img")) {
            return INLINE.contains(name) ? "" : "<br>";
        }
        String address = PICTURES.stream()
                .map(element::attr)
                .filter(written -> !written.isBlank())
                .findFirst()
                .orElse("");
        return "<img src=\"" + address.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
    }

    private static String shown(String markup) {
        Document fragment = Jsoup.parseBodyFragment(markup);
        LegacyMarkup.toUnicode(fragment);
        return fragment.text();
    }

    /** Returns the title, or the first words of a text that has none. */
    static String titleOr(String title, String teaser) {
        String tidy = PlainText.tidy(title);
        if (!tidy.isEmpty() || teaser.length() <= LONGEST_TITLE_FROM_TEXT) {
            return tidy.isEmpty() ? teaser : tidy;
        }
        int blank = teaser.lastIndexOf(' ', LONGEST_TITLE_FROM_TEXT);
        return PlainText.tidy(teaser.substring(0, blank < 0 ? LONGEST_TITLE_FROM_TEXT : blank)) + "…";
    }

    /** Returns XML in which characters written as two numbers, as UTF-16 has them, are written as one. */
    static String withWholeCharacters(String xml) {
        if (!xml.contains("&#5") && !xml.contains("&#x") && !xml.contains("&#X")) {
            return xml;
        }
        Matcher halves = HALVES.matcher(xml);
        StringBuilder whole = new StringBuilder(xml.length());
        int copied = 0;
        while (halves.find()) {
            char high = half(halves.group(1), halves.group(2));
            char low = half(halves.group(3), halves.group(4));
            if (Character.isSurrogatePair(high, low)) {
                whole.append(xml, copied, halves.start()).append(high).append(low);
                copied = halves.end();
            }
        }
        return whole.append(xml, copied, xml.length()).toString();
    }

    private static char half(String decimal, String hexadecimal) {
        return (char) (decimal == null ? Integer.parseInt(hexadecimal, 16) : Integer.parseInt(decimal));
    }

    /** Returns the address of the first picture in what may be HTML, as written. */
    static Optional<String> picture(String raw) {
        if (!raw.contains("<img")) {
            return Optional.empty();
        }
        Element image = Jsoup.parseBodyFragment(raw).selectFirst("img");
        return image == null
                ? Optional.empty()
                : PICTURES.stream()
                        .map(image::attr)
                        .filter(address -> !address.isBlank())
                        .findFirst();
    }
}
