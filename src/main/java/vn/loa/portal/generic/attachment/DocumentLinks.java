package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.text.Folding;

/** Judges the links, frames and scripts of one page: which documents they lead to, show or tell of. */
final class DocumentLinks {
    private static final Pattern PHOTO = Pattern.compile("^(anh|hinh|picture|photo|image|img|dsc)\\b");
    private static final Pattern VIEW = Pattern.compile("^\\W*(xem|view|preview|doc|mo|open)\\b");
    private static final Pattern MORE = Pattern.compile("^\\W*(xem (tat ca|them)|tat ca|quay lai|tro ve|view all)\\b");
    private static final Set<String> ITEMS = Set.of("li", "tr", "dd");
    private static final Set<String> FRAMES = Set.of("iframe", "embed", "object");
    private static final String PARTS_OF_PAGE = "h1, h2, h3, h4, h5, table, ul, ol";
    private static final int ITEM_REACH = 5;
    private static final int MOST_IN_ITEM = 6;

    private final URI page;
    private final Function<String, Optional<URI>> resolve;
    private final Map<Element, Boolean> layouts = new IdentityHashMap<>();
    private final Map<Element, List<Element>> items = new IdentityHashMap<>();

    DocumentLinks(URI page, Function<String, Optional<URI>> resolve) {
        this.page = page;
        this.resolve = resolve;
    }

    /** Returns the documents that an element leads to by its address, or by what the page says of it. */
    Stream<DocumentAddress> documents(Element node) {
        return FileNodes.isScript(node)
                ? WrittenAddresses.inScript(node).stream()
                        .flatMap(written -> resolve.apply(written).stream())
                        .flatMap(address -> DocumentAddress.of(address, true, page, resolve).stream())
                : document(node).stream();
    }

    /** Returns the document of a link in a box of attachments, whatever its address looks like; pictures are none. */
    Stream<DocumentAddress> offered(Element node) {
        return FileNodes.isScript(node) || !node.is(FileNodes.SELECTOR) ? documents(node) : offer(node).stream();
    }

    Optional<DocumentAddress> document(Element node) {
        return byAddress(node)
                .or(() -> told(node))
                .or(() -> looking(node))
                .filter(there -> !there.fileName().isEmpty() || !isOfViewer(node));
    }

    private Optional<DocumentAddress> byAddress(Element node) {
        boolean frame = !FileNodes.isLink(node);
        return addresses(node)
                .flatMap(address -> DocumentAddress.of(address, frame, page, resolve).stream())
                .findFirst();
    }

    /** A button below a viewer hands out what the viewer shows. */
    private boolean isOfViewer(Element node) {
        Element box = node.parent() == null ? null : node.parent().parent();
        return FileNodes.isLink(node)
                && box != null
                && box.childrenSize() <= MOST_IN_ITEM
                && FileLabel.of(node).isEmpty()
                && box.children().stream()
                        .flatMap(child -> Stream.concat(
                                Stream.of(child), child.children().stream().limit(MOST_IN_ITEM)))
                        .filter(each -> FRAMES.contains(each.normalName()))
                        .flatMap(frame -> byAddress(frame).stream())
                        .anyMatch(shown -> !shown.fileName().isEmpty());
    }

    private Optional<DocumentAddress> told(Element node) {
        return FileHints.sayFile(node) ? other(node, false) : Optional.empty();
    }

    private Optional<DocumentAddress> looking(Element node) {
        return other(node, false).filter(there -> FileHints.lookLikeFile(node, there.url(), page) && !isSpare(node));
    }

    private Optional<DocumentAddress> offer(Element node) {
        return byAddress(node)
                .or(() -> other(node, true)
                        .filter(there -> !isSpare(node)
                                && !MORE.matcher(Folding.fold(node.text())).find()));
    }

    private Optional<DocumentAddress> other(Element node, boolean box) {
        return addresses(node)
                .filter(address -> !leadsBack(address) && !DocumentAddress.isCopyOf(page, address))
                .filter(address -> !DocumentAddress.isShared(address) && !Player.isAt(address.toString()))
                .filter(address -> !DocumentAddress.isOtherFile(address) || (box && isScan(node, address)))
                .findFirst()
                .map(address -> new DocumentAddress(address, ""));
    }

    private Stream<URI> addresses(Element node) {
        return WrittenAddresses.of(node).flatMap(written -> resolve.apply(written).stream());
    }

    /** Of the links of one item, the title may lead to a page and a button to view the file; one of them is enough. */
    private boolean isSpare(Element node) {
        List<Element> links = items.computeIfAbsent(item(node), DocumentLinks::links);
        return links.size() <= MOST_IN_ITEM
                && links.stream()
                        .filter(other -> other != node && !other.attr("href").equals(node.attr("href")))
                        .anyMatch(other -> isBetter(other, node));
    }

    private boolean isBetter(Element other, Element node) {
        boolean button = FileLabel.of(node).isEmpty();
        boolean otherButton = FileLabel.of(other).isEmpty();
        if (!button && !otherButton) {
            return false;
        }
        if (byAddress(other).isPresent()) {
            return true;
        }
        return button && addresses(other).findFirst().isPresent() && (!otherButton || (isView(node) && !isView(other)));
    }

    private static boolean isView(Element link) {
        return VIEW.matcher(Folding.fold(link.text())).find();
    }

    /** A row that only lays out the page is no item. */
    private Element item(Element node) {
        Element up = node;
        for (int i = 0; i < ITEM_REACH && up != null; i++) {
            boolean layout = up.normalName().equals("tr")
                    && layouts.computeIfAbsent(up, row -> row.selectFirst(PARTS_OF_PAGE) != null);
            if (ITEMS.contains(up.normalName()) && !layout) {
                return up;
            }
            up = layout ? null : up.parent();
        }
        return Objects.requireNonNullElse(node.parent(), node);
    }

    private static List<Element> links(Element item) {
        return item.select("a[href]");
    }

    /** A picture that is called like a document, in a box of attachments, is one of a document. */
    private static boolean isScan(Element node, URI address) {
        return DocumentAddress.isPicture(address)
                && FileNodes.isLink(node)
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
