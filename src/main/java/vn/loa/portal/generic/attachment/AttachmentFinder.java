package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;
import vn.loa.portal.generic.script.ScriptFile;
import vn.loa.portal.generic.script.ScriptState;
import vn.loa.text.Folding;

/**
 * Finds the documents that an article offers: linked in its text, shown in a viewer, or listed in a box beside the text.
 * Takes time linear in the size of the page and never throws for what the page holds.
 */
public final class AttachmentFinder {
    static final String NODES =
            "a[href], area[href], iframe, embed, object, [data-pdf], [data-file], [data-url], [data-href], [source], [onclick*='.']";
    private static final Pattern PHOTO = Pattern.compile("^(anh|hinh|picture|photo|image|img|dsc)\\b");
    private static final Set<String> LINKS = Set.of("a", "area");
    private static final Set<String> NOT_SHOWN = Set.of("input", "option", "form", "button", "img");
    private static final int LONGEST_NAME = 200;
    /** Also what may tell of a document by the way, and so marks no box. */
    private static final String ALL_NODES = NODES + ", [^data-], [onclick*='/'], input[type=hidden][value*='.'],"
            + " option[value*='.'], form[action*='.'], script:not([src])";

    private final URI page;
    private final Function<String, Optional<URI>> resolve;

    /**
     * Prepares to read one page.
     *
     * @param page where the page was found
     * @param resolve makes an address of a reference as the page writes it; empty for scripts, mail and nonsense
     */
    public AttachmentFinder(URI page, Function<String, Optional<URI>> resolve) {
        this.page = page;
        this.resolve = resolve;
    }

    /** Returns the last part of an address that looks like a file's name. */
    public static String fileName(URI address) {
        return DocumentAddress.fileName(address);
    }

    /** Tells whether a link or frame leads to a document. */
    public boolean isDocument(Element node) {
        return document(node).isPresent();
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
        body.stream().flatMap(part -> part.select(ALL_NODES).stream()).forEach(node -> documents(node)
                .forEach(there -> found.add(node, there)));
        named.stream()
                .flatMap(part -> part.select(ALL_NODES).stream())
                .forEach(node -> offered(node).forEach(there -> found.add(node, there)));
        AttachmentBoxes boxes = AttachmentBoxes.on(document, body);
        for (Element node : document.select(ALL_NODES)) {
            outside(node, boxes.place(node)).forEach(there -> found.add(node, there));
        }
        return found.attachments();
    }

    /** Returns the documents of an article that the state of an application tells, in its text and beside it. */
    public List<Attachment> find(ScriptState state) {
        Document text = Jsoup.parseBodyFragment(state.html());
        return joined(List.of(find(text, Optional.of(text.body()), List.of()), find(state.files())));
    }

    /** Returns the documents that a script tells of. */
    public List<Attachment> find(List<ScriptFile> files) {
        Document links = Document.createShell("");
        files.forEach(file ->
                links.body().appendElement("a").attr("href", file.address()).text(file.name()));
        return find(links, Optional.empty(), List.of(links.body()));
    }

    /** Joins lists of documents, each document once. */
    public static List<Attachment> joined(List<List<Attachment>> lists) {
        Found found = new Found();
        lists.forEach(list -> list.forEach(found::add));
        return found.attachments();
    }

    private Stream<DocumentAddress> outside(Element node, AttachmentBoxes.Place place) {
        return switch (place) {
            case IN_BOX -> offered(node);
            case BESIDE_TEXT -> documents(node);
            case APART -> isShown(node) ? documents(node) : Stream.empty();
            case ELSEWHERE -> Stream.empty();
        };
    }

    /** Far from the text, only what is shown in a frame or by a script belongs to the article. */
    private static boolean isShown(Element node) {
        return isScript(node)
                ? WrittenAddresses.showsDocument(node)
                : !LINKS.contains(node.normalName()) && !NOT_SHOWN.contains(node.normalName());
    }

    /** Returns whether readers have to follow an element to see its document. */
    static boolean isLink(Element node) {
        return LINKS.contains(node.normalName());
    }

    private static boolean isScript(Element node) {
        return node.normalName().equals("script");
    }

    private Stream<URI> addresses(Element node) {
        return WrittenAddresses.of(node).flatMap(written -> resolve.apply(written).stream());
    }

    private Stream<DocumentAddress> documents(Element node) {
        return isScript(node)
                ? WrittenAddresses.inScript(node).stream()
                        .flatMap(written -> resolve.apply(written).stream())
                        .flatMap(address -> DocumentAddress.of(address, true, page, resolve).stream())
                : document(node).stream();
    }

    private Optional<DocumentAddress> document(Element node) {
        boolean frame = !LINKS.contains(node.normalName());
        return addresses(node)
                .flatMap(address -> DocumentAddress.of(address, frame, page, resolve).stream())
                .findFirst()
                .or(() -> saysSo(node) ? offer(node, false) : Optional.empty());
    }

    /** Returns whether the page says of a link that a file lies behind it. */
    private static boolean saysSo(Element node) {
        String type = node.attr("type");
        boolean link = LINKS.contains(node.normalName());
        return type.startsWith("application/pdf")
                || type.contains("msword")
                || type.contains("officedocument")
                || (link && node.hasAttr("download"))
                || (link && (isFileName(node.text()) || isFileName(node.attr("title"))));
    }

    private static boolean isFileName(String text) {
        return text.length() <= LONGEST_NAME && DocumentAddress.isFileName(text.strip());
    }

    /** Returns the document of a link in a box of attachments, whatever its address looks like; pictures are none. */
    private Stream<DocumentAddress> offered(Element node) {
        return isScript(node) || !node.is(NODES) ? documents(node) : offer(node, true).stream();
    }

    private Optional<DocumentAddress> offer(Element node, boolean box) {
        boolean frame = !LINKS.contains(node.normalName());
        List<URI> addresses = addresses(node).toList();
        return addresses.stream()
                .flatMap(address -> DocumentAddress.of(address, frame, page, resolve).stream())
                .findFirst()
                .or(() -> addresses.stream()
                        .filter(address -> !leadsBack(address))
                        .filter(address -> !DocumentAddress.isOtherFile(address) || (box && isScan(node, address)))
                        .map(address -> new DocumentAddress(address, ""))
                        .findFirst());
    }

    /** A picture that is called like a document, in a box of attachments, is one of a document. */
    private static boolean isScan(Element node, URI address) {
        return DocumentAddress.isPicture(address)
                && isLink(node)
                && node.selectFirst("img") == null
                && AttachmentName.isTold(node)
                && !PHOTO.matcher(Folding.fold(node.text())).find();
    }

    private boolean leadsBack(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        boolean front = path.length() <= 1 && address.getRawQuery() == null;
        return front || (path.equals(page.getRawPath()) && address.getRawQuery() == null);
    }
}
