package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/** Reads the addresses that an element of a page gives, as they are written: in its attributes, its parts or a script. */
final class WrittenAddresses {
    private static final List<String> ATTRIBUTES = List.of(
            "href",
            "src",
            "data",
            "data-src",
            "data-lazy-src",
            "data-pdf",
            "data-file",
            "data-url",
            "data-href",
            "source");
    private static final Set<String> FRAMES = Set.of("iframe", "embed", "object");
    /** These say something to people, or to programs that fill in a form. */
    private static final Set<String> TEXTS =
            Set.of("title", "alt", "class", "style", "id", "name", "placeholder", "aria-label", "content", "download");

    private static final int LONGEST = 2_048;
    private static final int LONGEST_SCRIPT = 1_000;
    /** Longer scripts of a page are libraries or data. */
    private static final int LONGEST_PAGE_SCRIPT = 200_000;

    private static final int LONGEST_SETTINGS = 20_000;
    private static final int MOST_IN_SCRIPT = 50;
    private static final Pattern PLACE = Pattern.compile("^(?:(?:https?:)?//|\\.{0,2}/|[\\w.-]+/)[^\\s<>{}|\\\\]*$");
    private static final Pattern AFTER_NAME = Pattern.compile("[?#].*$");

    private static final List<String> ENDINGS = List.of(".pdf", ".PDF", ".doc", ".DOC", ".xls", ".ppt");

    /** Scripts that show a document, by the libraries and names in use. */
    private static final Pattern SHOWS =
            Pattern.compile("(?i)(pdfobject\\.embed|getdocument\\s?\\(|option_df_|flip_?book|"
                    + "(?:load|view|show|open|render|embed|display)_?(?:pdf|file|doc)|(?:pdf|file|doc)_?(?:url|src|path|link|viewer)|"
                    + "(?:url|src|path|link|duong_?dan)_?(?:pdf|file|doc|tep)|flowpaper)");

    private WrittenAddresses() {}

    /** Returns what an element leads to or shows, the likeliest first. */
    static Stream<String> of(Element node) {
        return Stream.of(
                        ATTRIBUTES.stream().map(node::attr),
                        named(node),
                        settings(node),
                        inner(node),
                        scripted(node.attr("onclick")),
                        scripted(afterScheme(node.attr("href"))))
                .flatMap(each -> each)
                .filter(written -> !written.isBlank())
                .map(WrittenAddresses::slashed);
    }

    /** Browsers take the one for the other. */
    private static String slashed(String written) {
        int query = written.indexOf('?');
        String path = query < 0 ? written : written.substring(0, query);
        return path.indexOf('\\') < 0 ? written : path.replace('\\', '/') + written.substring(path.length());
    }

    /** Returns whether an element can give an address at all. */
    static boolean mayStandIn(Element node) {
        if (node.normalName().equals("script")) {
            return !node.hasAttr("src") && !node.attr("type").contains("json");
        }
        return FRAMES.contains(node.normalName())
                || ATTRIBUTES.stream().anyMatch(node::hasAttr)
                || node.hasAttr("onclick")
                || named(node).findAny().isPresent()
                || settings(node).findAny().isPresent();
    }

    /** Any other attribute counts where a file's address stands in it. */
    private static Stream<String> named(Element node) {
        return node.attributes().asList().stream()
                .filter(each -> !ATTRIBUTES.contains(each.getKey()) && !TEXTS.contains(each.getKey()))
                .map(Attribute::getValue)
                .filter(value -> value.indexOf('/') >= 0 && isFilePlace(value.strip()));
    }

    /** A script may find its settings, the document among them, in an attribute as JSON. */
    private static Stream<String> settings(Element node) {
        return node.attributes().asList().stream()
                .filter(each -> each.getKey().startsWith("data-"))
                .map(Attribute::getValue)
                .filter(value -> value.startsWith("{") && value.length() <= LONGEST_SETTINGS)
                .flatMap(value -> quoted(value).stream())
                .limit(MOST_IN_SCRIPT);
    }

    /** An object may be told as a parameter which file it is to show. */
    private static Stream<String> inner(Element node) {
        return node.normalName().equals("object")
                ? node.select("> param[name~=(?i)^(src|filename|movie|data)$]").stream()
                        .map(parameter -> parameter.attr("value"))
                : Stream.empty();
    }

    private static String afterScheme(String href) {
        return href.strip().toLowerCase(Locale.ROOT).startsWith("javascript:") ? href : "";
    }

    /** The quoted words of a script that opens a window. */
    private static Stream<String> scripted(String handler) {
        String[] parts = PlainText.start(handler, LONGEST_SCRIPT).split("['\"]", -1);
        return IntStream.range(0, parts.length)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> parts[i].strip())
                .filter(part -> DocumentAddress.isFileName(part) || (part.indexOf('/') >= 0 && isPlace(part)));
    }

    /** Returns whether a script of a page shows a document, by the names that it uses. */
    static boolean showsDocument(Element script) {
        String code = script.data();
        return code.length() <= LONGEST_PAGE_SCRIPT
                && ENDINGS.stream().anyMatch(code::contains)
                && SHOWS.matcher(code).find();
    }

    /** Returns the addresses of files that stand in quotation marks in a script of a page. */
    static List<String> inScript(Element script) {
        String code = script.data();
        return code.length() > LONGEST_PAGE_SCRIPT ? List.of() : quoted(code);
    }

    private static List<String> quoted(String code) {
        List<String> found = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < code.length() && found.size() < MOST_IN_SCRIPT; i++) {
            char c = code.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                addPlace(found, code, start, i);
                start = i + 1;
            }
        }
        return found;
    }

    private static void addPlace(List<String> found, String code, int start, int end) {
        if (start >= 0 && end - start <= LONGEST) {
            String part = code.substring(start, end).replace("\\/", "/").replace("\\u002F", "/");
            String bare = part.endsWith("\\") ? part.substring(0, part.length() - 1) : part;
            if (isFilePlace(bare.strip())) {
                found.add(bare.strip());
            }
        }
    }

    private static boolean isFilePlace(String text) {
        return text.length() <= LONGEST
                && isPlace(text.replace(' ', '_'))
                && DocumentAddress.isFileName(AFTER_NAME.matcher(text).replaceFirst(""));
    }

    private static boolean isPlace(String text) {
        return PLACE.matcher(text).find();
    }
}
