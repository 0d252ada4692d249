package vn.loa.portal.page;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import vn.loa.portal.rules.Css;

/** Resolves image addresses (lazy loading) and drops icons and trackers. */
public final class Pictures {
    /** Lazy loading keeps the address of the picture elsewhere and a blank in {@code src}. */
    private static final List<String> SOURCES =
            List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "data-img", "src");

    private static final Pattern ORNAMENT = Pattern.compile(
            "(?i)(spacer|blank|pixel|loading|icon|logo|avatar|banner|emoji|sprite)[^/]*\\.(gif|png|jpe?g|svg|webp)");
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
                .filter(address -> !ORNAMENT.matcher(address.getRawPath()).find())
                .findFirst();
    }

    private static Optional<URI> source(Html page, Element image) {
        return SOURCES.stream()
                .map(image::attr)
                .filter(address -> !address.isBlank())
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
