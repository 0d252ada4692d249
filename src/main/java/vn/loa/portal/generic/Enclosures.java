package vn.loa.portal.generic;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;
import vn.loa.text.PlainText;

/** What an article brings along besides text: its picture and the documents it offers for download. */
final class Enclosures {
    private static final Set<String> DOCUMENTS =
            Set.of("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "zip", "rar", "7z");
    private static final int AT_MOST = 50;
    private static final int SMALLEST_PICTURE = 100;
    private static final Pattern ORNAMENT =
            Pattern.compile("(?i)(logo|icon|avatar|spacer|pixel|blank|loading|emoji|button|banner)");
    private static final List<String> SOURCES = List.of("data-src", "data-original", "data-lazy-src", "src");

    private final Links links;

    Enclosures(Links links) {
        this.links = links;
    }

    /** The picture that the page declares, or the first large one of the body. */
    Optional<URI> picture(List<String> declared, Body body) {
        Stream<String> inBody =
                body.isEmpty() ? Stream.empty() : pictures(body.element().element());
        return Stream.concat(declared.stream(), inBody)
                .map(links::resolve)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first picture in an element that is no ornament. */
    Optional<URI> picture(Element element) {
        return pictures(element).map(links::resolve).flatMap(Optional::stream).findFirst();
    }

    private static Stream<String> pictures(Element element) {
        return element.select("img").stream()
                .filter(Enclosures::isLarge)
                .map(Enclosures::source)
                .filter(source -> !source.isBlank()
                        && !source.startsWith("data:")
                        && !ORNAMENT.matcher(afterLastSlash(source)).find());
    }

    private static String source(Element image) {
        return SOURCES.stream()
                .map(image::attr)
                .filter(s -> !s.isBlank() && !s.startsWith("data:"))
                .findFirst()
                .orElse("");
    }

    private static boolean isLarge(Element image) {
        return Stream.of("width", "height").map(image::attr).noneMatch(Enclosures::isSmall);
    }

    private static boolean isSmall(String size) {
        return size.matches("\\d{1,4}") && Integer.parseInt(size) < SMALLEST_PICTURE;
    }

    /** The documents linked from an element, each address once, under the name the page gives it. */
    List<Attachment> documents(Element element) {
        Map<URI, Attachment> found = new LinkedHashMap<>();
        for (Element link : element.select("a[href]")) {
            if (isDocument(link.attr("href")) && found.size() < AT_MOST) {
                links.resolve(link.attr("href")).ifPresent(uri -> found.putIfAbsent(uri, attachment(link, uri)));
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Attachment attachment(Element link, URI uri) {
        String name = PlainText.tidy(link.text());
        return new Attachment(name.isEmpty() ? fileName(uri) : name, uri);
    }

    /** As it is escaped in the address where the escapes are no UTF-8. */
    private static String fileName(URI uri) {
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        boolean readable = path.indexOf('\uFFFD') < 0;
        return PlainText.tidy(afterLastSlash(readable ? path : uri.getRawPath()));
    }

    private static String afterLastSlash(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String beforeFirst(char sign, String text) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }

    private static boolean isDocument(String href) {
        String path = beforeFirst('?', beforeFirst('#', href)).strip();
        return DOCUMENTS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
