package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.PictureSource;

/** Finds the pictures of an article. */
final class Enclosures {
    private static final int SMALLEST_PICTURE = 100;

    /** From a text up to the element that its title shares. */
    private static final int LEVELS = 8;

    private static final Pattern PHOTOGRAPH = Pattern.compile("(?i)\\.(jpe?g|webp)([?#&]|$)");

    private final Links links;

    Enclosures(Links links) {
        this.links = links;
    }

    /** Returns the picture that the page declares, or the first large one of the body. */
    Optional<URI> picture(List<String> declared, Body body) {
        Stream<URI> inBody =
                body.isEmpty() ? Stream.empty() : pictures(body.holder().element());
        Stream<URI> named = declared.stream()
                .map(links::resolve)
                .flatMap(Optional::stream)
                .filter(source -> !PictureSource.isOrnament(source.toString()));
        return Stream.concat(named, inBody).findFirst();
    }

    /** Returns the photograph between a title and its text, where other pictures are buttons. */
    Optional<URI> photograph(Element title, Element text) {
        Element around = text;
        for (int i = 0;
                i < LEVELS && around.parent() != null && !title.parents().contains(around);
                i++) {
            around = around.parent();
        }
        List<Element> elements = around.getAllElements();
        int from = elements.indexOf(title);
        int to = elements.indexOf(text);
        return from < 0 || to < from
                ? Optional.empty()
                : elements.subList(from, to).stream()
                        .filter(element -> element.closest("a") == null)
                        .flatMap(element -> element.is("img") ? pictures(element) : Stream.empty())
                        .filter(source -> PHOTOGRAPH.matcher(source.toString()).find())
                        .findFirst();
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
