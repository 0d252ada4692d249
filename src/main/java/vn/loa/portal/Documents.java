package vn.loa.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.Css;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.PlainText;

/** The documents that an article offers. */
final class Documents {
    private static final int MOST = 50;

    private final Patterns documents;

    Documents(CommonRules house) {
        documents = Patterns.of(house.documents());
    }

    /** Whether a link leads to a document. */
    boolean isDocument(Html page, Element link) {
        return address(page, link).isPresent();
    }

    /**
     * The documents linked or shown in some parts of a page, each once.
     *
     * @param certain nodes that rules call attachments, whatever their addresses look like
     */
    List<Attachment> in(Html page, Element body, List<Css.Found> certain) {
        Map<URI, Attachment> found = new LinkedHashMap<>();
        body.select("a[href], iframe[src], embed[src], object[data]")
                .forEach(node -> address(page, node).ifPresent(url -> add(found, node, url)));
        certain.stream()
                .flatMap(part -> links(part.node()))
                .forEach(link -> page.resolve(link.attr("href")).ifPresent(url -> add(found, link, url)));
        return new ArrayList<>(found.values()).subList(0, Math.min(MOST, found.size()));
    }

    private static Stream<Element> links(Element part) {
        return part.select("a[href]").stream();
    }

    private static void add(Map<URI, Attachment> found, Element node, URI url) {
        found.putIfAbsent(url, new Attachment(name(node, url), url));
    }

    private Optional<URI> address(Html page, Element node) {
        String reference = Stream.of("href", "src", "data")
                .map(node::attr)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        return page.resolve(reference).flatMap(this::document);
    }

    /** The address itself, or the one that a viewer was given to show. */
    private Optional<URI> document(URI address) {
        if (documents.isIn(WebAddress.readablePath(address))) {
            return Optional.of(address);
        }
        return WebAddress.parameters(address).stream()
                .filter(given -> given.value().contains("/"))
                .flatMap(given -> WebAddress.resolve(address, given.value()).stream())
                .filter(shown -> documents.isIn(WebAddress.readablePath(shown)))
                .findFirst();
    }

    private static String name(Element node, URI url) {
        String text = PlainText.tidy(node.text());
        String title = PlainText.tidy(node.attr("title"));
        return Stream.of(text, title, fileName(url))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the last part of an address that looks like a file's name. */
    static String fileName(URI url) {
        String[] parts = WebAddress.readablePath(url).split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i].contains(".")) {
                return PlainText.tidy(parts[i]);
            }
        }
        return PlainText.tidy(parts[parts.length - 1]);
    }
}
