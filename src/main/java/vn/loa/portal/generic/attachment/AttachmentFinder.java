package vn.loa.portal.generic.attachment;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;
import vn.loa.text.PlainText;

/**
 * Finds the documents that an article offers: linked in its text, shown in a viewer, or listed in a box beside the text.
 * Takes time linear in the size of the page and never throws for what the page holds.
 */
public final class AttachmentFinder {
    static final String NODES =
            "a[href], area[href], iframe, embed, object, [data-pdf], [data-file], [data-url], [data-href], [source], [onclick*='.']";
    private static final int MOST = 50;
    private static final List<String> ADDRESSES = List.of(
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
    private static final Set<String> LINKS = Set.of("a", "area");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SCRIPT = 1_000;

    private final URI page;
    private final Function<String, Optional<URI>> resolve;
    /** Documents that only a button or a picture led to so far. */
    private final Set<URI> unnamed = new HashSet<>();

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
        Map<URI, Attachment> found = new LinkedHashMap<>();
        unnamed.clear();
        Stream<Element> inBody = body.stream().flatMap(part -> part.select(NODES).stream());
        inBody.forEach(node -> document(node).ifPresent(there -> add(found, node, there)));
        named.stream()
                .flatMap(part -> part.select(NODES).stream())
                .forEach(node -> offered(node).ifPresent(there -> add(found, node, there)));
        AttachmentBoxes boxes = AttachmentBoxes.on(document, body);
        for (Element node : document.select(NODES)) {
            switch (boxes.place(node)) {
                case IN_BOX -> offered(node).ifPresent(there -> add(found, node, there));
                case BESIDE_TEXT -> document(node).ifPresent(there -> add(found, node, there));
                case APART ->
                    Optional.of(node)
                            .filter(frame -> !LINKS.contains(frame.normalName()))
                            .flatMap(this::document)
                            .ifPresent(there -> add(found, node, there));
                case ELSEWHERE -> {}
            }
        }
        return new ArrayList<>(found.values()).subList(0, Math.min(MOST, found.size()));
    }

    private void add(Map<URI, Attachment> found, Element node, DocumentAddress document) {
        URI url = known(found, URI.create(document.url().toASCIIString()));
        Attachment attachment = new Attachment(AttachmentName.of(node, document), url);
        Attachment first = found.putIfAbsent(url, attachment);
        boolean told = AttachmentName.isTold(node);
        boolean better = first != null && (first.name().isEmpty() || (told && unnamed.contains(url)));
        if (better && !attachment.name().isEmpty()) {
            found.put(url, attachment);
        }
        noteName(url, told, first == null);
    }

    private void noteName(URI url, boolean told, boolean fresh) {
        if (told) {
            unnamed.remove(url);
        } else if (fresh) {
            unnamed.add(url);
        }
    }

    /** The same file may be linked with and without a secure scheme. */
    private static URI known(Map<URI, Attachment> found, URI url) {
        String plain = url.toString().replaceFirst("^https?:", "");
        return Stream.of("http:" + plain, "https:" + plain)
                .map(URI::create)
                .filter(found::containsKey)
                .findFirst()
                .orElse(url);
    }

    private Stream<URI> addresses(Element node) {
        return Stream.of(ADDRESSES.stream().map(node::attr), inner(node), scripted(node))
                .flatMap(each -> each)
                .filter(written -> !written.isBlank())
                .flatMap(written -> resolve.apply(written).stream());
    }

    /** What an object is to show may be told to it as a parameter. */
    private static Stream<String> inner(Element node) {
        return node.normalName().equals("object")
                ? node.select("> param[name~=(?i)^(src|data|movie|url)$]").eachAttr("value").stream()
                : Stream.empty();
    }

    /** The quoted words of a script that opens a window. */
    private static Stream<String> scripted(Element node) {
        String script = PlainText.start(node.attr("onclick"), LONGEST_SCRIPT);
        String[] parts = script.split("['\"]", -1);
        return IntStream.range(0, parts.length)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> parts[i])
                .filter(DocumentAddress::isFileName);
    }

    private Optional<DocumentAddress> document(Element node) {
        boolean frame = !LINKS.contains(node.normalName());
        return addresses(node)
                .flatMap(address -> DocumentAddress.of(address, frame, page, resolve).stream())
                .findFirst()
                .or(() -> saysSo(node) ? offered(node) : Optional.empty());
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
    private Optional<DocumentAddress> offered(Element node) {
        boolean frame = !LINKS.contains(node.normalName());
        List<URI> addresses = addresses(node).toList();
        return addresses.stream()
                .flatMap(address -> DocumentAddress.of(address, frame, page, resolve).stream())
                .findFirst()
                .or(() -> addresses.stream()
                        .filter(address -> !DocumentAddress.isOtherFile(address) && !leadsBack(address))
                        .map(address -> new DocumentAddress(address, ""))
                        .findFirst());
    }

    private boolean leadsBack(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        boolean front = path.length() <= 1 && address.getRawQuery() == null;
        return front || (path.equals(page.getRawPath()) && address.getRawQuery() == null);
    }
}
