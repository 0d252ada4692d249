package vn.loa.portal.page;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.PictureSource;
import vn.loa.portal.rules.Css;

/** Resolves image addresses (lazy loading) and drops icons and trackers. */
public final class Pictures {
    private static final int SMALLEST = 60;

    private Pictures() {}

    /** Returns the picture that a node is or holds. */
    public static Optional<URI> of(Html page, Css.Found found) {
        Element node = found.node();
        if (!found.attribute().isEmpty()) {
            return page.resolve(node.attr(found.attribute()));
        }
        if (node.nodeName().equals("meta")) {
            return page.resolve(node.attr("content"));
        }
        return first(page, node);
    }

    /** Returns the first picture in a part of a page that is no ornament. */
    public static Optional<URI> first(Html page, Element part) {
        return part.select("img").stream()
                .filter(image -> !isSmall(image))
                .map(image -> source(page, image))
                .flatMap(Optional::stream)
                .filter(address -> !PictureSource.isOrnament(address.getRawPath()))
                .findFirst();
    }

    private static Optional<URI> source(Html page, Element image) {
        return PictureSource.addresses(image)
                .map(page::resolve)
                .flatMap(Optional::stream)
                .filter(address -> Objects.nonNull(address.getRawPath()))
                .findFirst();
    }

    private static boolean isSmall(Element image) {
        return isSmall(image.attr("width")) || isSmall(image.attr("height"));
    }

    private static boolean isSmall(String pixels) {
        return pixels.matches("\\d{1,5}(px)?") && Integer.parseInt(pixels.replace("px", "")) < SMALLEST;
    }
}
