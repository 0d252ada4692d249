package vn.loa.portal.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.text.Folding;

/** Takes the writer's name, which the page tells elsewhere, from below a text. */
public final class Signature {
    /** From the office to the name. */
    private static final int LINES = 5;

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private Signature() {}

    /** Returns whether a line is the name of who signs a document, below an office, and not of who has written. */
    public static boolean isOfDocument(Element line) {
        return Stream.iterate(line, above -> above != null, Element::previousElementSibling)
                .limit(LINES)
                .takeWhile(above -> !HEADINGS.contains(above.normalName()))
                .map(Element::text)
                .takeWhile(text -> !LinePatterns.endsLikeASentence(text))
                .anyMatch(LinePatterns::isOffice);
    }

    /** Returns the paragraphs without the last when that is nothing but the writer's name. */
    public static List<String> removedFrom(List<String> paragraphs, String author) {
        int last = paragraphs.size() - 1;
        boolean signed = last > 0
                && !author.isBlank()
                && Folding.fold(paragraphs.get(last)).equals(Folding.fold(author));
        return signed ? paragraphs.subList(0, last) : paragraphs;
    }
}
