package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.PictureSource;

/** Finds the pictures of an article. */
final class Enclosures {
    private static final int SMALLEST_PICTURE = 100;

    private final Links links;

    Enclosures(Links links) {
        this.links = links;
    }

    /** Returns the picture that the page declares, or the first large one of the body. */
    Optional<URI> picture(List<String> declared, Body body) {
        Stream<URI> inBody =
                body.isEmpty() ? Stream.empty() : pictures(body.holder().element());
        Stream<URI> named = declared.stream().map(links::resolve).flatMap(Optional::stream);
        return Stream.concat(named, inBody).findFirst();
    }

    /** Returns the first picture in an element that is no ornament. */
    Optional<URI> picture(Element element) {
        return pictures(element).findFirst();
    }

    private Stream<URI> pictures(Element element) {
        return element.select("img").stream()
                .filter(Enclosures::isLarge)
                .map(this::source)
                .flatMap(Optional::stream)
                .filter(source -> !PictureSource.isOrnament(source.toString()));
    }

    private Optional<URI> source(Element image) {
        return PictureSource.addresses(image)
                .map(links::resolve)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isLarge(Element image) {
        return Stream.of("width", "height").map(image::attr).noneMatch(Enclosures::isSmall);
    }

    private static boolean isSmall(String size) {
        return size.matches("\\d{1,4}") && Integer.parseInt(size) < SMALLEST_PICTURE;
    }
}
