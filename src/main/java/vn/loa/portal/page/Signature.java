package vn.loa.portal.page;

import java.util.List;
import vn.loa.text.Folding;

/** Takes the writer's name, which the page tells elsewhere, from below a text. */
public final class Signature {
    private Signature() {}

    /** Returns the paragraphs without the last when that is nothing but the writer's name. */
    public static List<String> removedFrom(List<String> paragraphs, String author) {
        int last = paragraphs.size() - 1;
        boolean signed = last > 0
                && !author.isBlank()
                && Folding.fold(paragraphs.get(last)).equals(Folding.fold(author));
        return signed ? paragraphs.subList(0, last) : paragraphs;
    }
}
