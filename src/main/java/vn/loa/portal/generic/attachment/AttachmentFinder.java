package vn.loa.portal.generic.attachment;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;
import vn.loa.portal.generic.block.SiteHeading;
import vn.loa.portal.generic.script.ScriptFile;
import vn.loa.portal.generic.script.ScriptState;

/**
 * Finds the documents that an article offers: linked in its text, shown in a viewer, or listed in a box beside the text.
 * Takes time linear in the size of the page and never throws for what the page holds.
 */
public final class AttachmentFinder {
    private static final Set<String> NO_PLACE = Set.of("link", "meta", "img", "source", "video", "audio", "base");

    private final DocumentLinks links;

    /**
     * Prepares to read one page.
     *
     * @param page where the page was found
     * @param resolve makes an address of a reference as the page writes it; empty for scripts, mail and nonsense
     */
    public AttachmentFinder(URI page, Function<String, Optional<URI>> resolve) {
        this.links = new DocumentLinks(page, resolve);
    }

    /** Returns the last part of an address that looks like a file's name. */
    public static String fileName(URI address) {
        return DocumentAddress.fileName(address);
    }

    /** Returns whether an address is plainly that of a picture. */
    public static boolean isPicture(URI address) {
        return DocumentAddress.isPicture(address);
    }

    /** Tells whether a link or frame leads to a document. */
    public boolean isDocument(Element node) {
        return links.document(node).isPresent();
    }

    /**
     * Returns the documents of an article, at most 50, each address once.
     *
     * @param document the whole page
     * @param body the element with the article's text; empty when it was not found
     * @param named elements that a portal's rules call attachments: every link in them counts
     */
    public List<Attachment> find(Document document, Optional<Element> body, List<Element> named) {
        Found found = new Found();
        Optional<Element> text = body.filter(part -> !isWholePage(part));
        AttachmentBoxes boxes = AttachmentBoxes.on(document, text.or(() -> title(document)));
        text.stream()
                .flatMap(AttachmentFinder::nodes)
                .filter(node -> !boxes.isOfOthers(node) && !boxes.isBetween(node))
                .forEach(node -> links.documents(node).forEach(there -> found.add(node, there)));
        named.stream()
                .flatMap(AttachmentFinder::nodes)
                .forEach(node -> links.offered(node).forEach(there -> found.add(node, there)));
        nodes(document).forEach(node -> outside(node, boxes.place(node)).forEach(there -> found.add(node, there)));
        return found.attachments();
    }

    /** The text of a short notice may be found only together with the frame of the site. */
    private static boolean isWholePage(Element part) {
        return part.normalName().equals("body")
                || part.select("nav, footer, header").stream().anyMatch(frame -> !AttachmentBoxes.isOfArticle(frame));
    }

    /** Without a text, the files of an article stand around its title. */
    private static Optional<Element> title(Document document) {
        return Stream.of("h1", "h2")
                .flatMap(level -> document.select(level).stream())
                .filter(heading -> heading.hasText() && !SiteHeading.is(heading))
                .findFirst();
    }

    /** Any element may tell of a document, also the elements that a site has invented. */
    private static Stream<Element> nodes(Element part) {
        return part.getAllElements().stream()
                .filter(element -> !NO_PLACE.contains(element.normalName()) && WrittenAddresses.mayStandIn(element));
    }

    /** Returns the documents of an article that the state of an application tells, in its text and beside it. */
    public List<Attachment> find(ScriptState state) {
        Document page = Document.createShell("");
        Element text = page.body().appendElement("div").append(state.html());
        return joined(List.of(find(page, Optional.of(text), List.of()), find(state.files())));
    }

    /** Returns the documents that a script tells of. */
    public List<Attachment> find(List<ScriptFile> files) {
        Document shown = Document.createShell("");
        files.forEach(file ->
                shown.body().appendElement("a").attr("href", file.address()).text(file.name()));
        return find(shown, Optional.empty(), List.of(shown.body()));
    }

    /** Joins lists of documents, each document once. */
    public static List<Attachment> joined(List<List<Attachment>> lists) {
        Found found = new Found();
        lists.forEach(list -> list.forEach(found::add));
        return found.attachments();
    }

    private Stream<DocumentAddress> outside(Element node, AttachmentBoxes.Place place) {
        return switch (place) {
            case IN_BOX -> links.offered(node);
            case BESIDE_TEXT -> links.documents(node);
            case APART -> isShown(node) ? links.documents(node) : Stream.empty();
            case ELSEWHERE -> Stream.empty();
        };
    }

    /** Far from the text, only what is shown in a frame or by a script belongs to the article. */
    private static boolean isShown(Element node) {
        return FileNodes.isScript(node) ? WrittenAddresses.showsDocument(node) : FileNodes.isViewer(node);
    }
}
