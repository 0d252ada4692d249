package vn.loa.portal.generic.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.ClassWords;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.ShortText;

/** Finds the elements of which a label such as "Tệp đính kèm" speaks: around it, after it, below it or opened by it. */
final class LabelledBoxes {
    private static final int REACH = 3;
    private static final int SIBLINGS = 10;
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_ID = 100;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ROOTS = Set.of("body", "html", "#root");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final List<String> OPENS = List.of("href", "data-target", "data-bs-target", "aria-controls");

    private static final Set<Hint> OTHERS =
            Set.of(Hint.RELATED, Hint.TAGS, Hint.COMMENTS, Hint.NAVIGATION, Hint.SHARING);

    private static final int LONGEST_HEADING = 60;

    private final @Nullable Element body;
    private final Set<Element> aroundBody;

    LabelledBoxes(@Nullable Element body, Set<Element> aroundBody) {
        this.body = body;
        this.aroundBody = aroundBody;
    }

    List<Element> of(Element label) {
        List<Element> opened = opened(label);
        if (!opened.isEmpty()) {
            return opened;
        }
        Element term = label.closest("dt");
        if (term != null) {
            return definitions(term);
        }
        Element cell = label.closest("td, th");
        if (cell != null && cell.parent() != null && cell.parent().selectFirst(FileNodes.SELECTOR) == null) {
            List<Element> below = below(cell, cell.parent());
            if (!below.isEmpty()) {
                return below;
            }
        }
        return around(label);
    }

    /** A tab or a button opens what it names. */
    private static List<Element> opened(Element label) {
        Element opener = label.closest("a, button, [data-target], [data-bs-target]");
        return opener == null
                ? List.of()
                : OPENS.stream()
                        .map(opener::attr)
                        .map(written -> written.startsWith("#") ? written.substring(1) : "")
                        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID)
                        .flatMap(id -> Stream.ofNullable(label.root().getElementById(id)))
                        .limit(1)
                        .toList();
    }

    private static List<Element> definitions(Element term) {
        List<Element> found = new ArrayList<>();
        Element next = term.nextElementSibling();
        while (next != null && next.normalName().equals("dd")) {
            found.add(next);
            next = next.nextElementSibling();
        }
        return found;
    }

    /** The head of a column speaks of the cells below it. */
    private static List<Element> below(Element cell, Element row) {
        Element table = row.closest("table");
        int column = row.children().indexOf(cell);
        if (table == null || row.childrenSize() <= 1) {
            return List.of();
        }
        return table.select("tr").stream()
                .limit(MOST_ROWS)
                .filter(each -> each != row && each.childrenSize() == row.childrenSize())
                .map(each -> each.child(column))
                .filter(each -> CELLS.contains(each.normalName()))
                .filter(each -> each.selectFirst(FileNodes.SELECTOR) != null)
                .toList();
    }

    /** The smallest element around a label with a link, or what follows it beside or in the text. */
    private List<Element> around(Element label) {
        if (!label.normalName().equals("a") && label.selectFirst(FileNodes.SELECTOR) != null) {
            return List.of(label);
        }
        Element child = label;
        for (int i = 0; i <= REACH && child.parent() != null; i++) {
            Element parent = child.parent();
            if (aroundBody.contains(parent) || ROOTS.contains(parent.normalName())) {
                return followers(child, SIBLINGS);
            }
            if (parent == body) {
                return linksAfter(child);
            }
            if (parent.selectFirst(FileNodes.SELECTOR) != null) {
                return List.of(parent);
            }
            child = parent;
        }
        return List.of();
    }

    private List<Element> followers(Element label, int most) {
        List<Element> found = new ArrayList<>();
        Element next = label.nextElementSibling();
        for (int i = 0; i < most && next != null && !ends(next); i++) {
            found.add(next);
            next = next.nextElementSibling();
        }
        return found;
    }

    /** In the text, the lines after a label are of it as long as they have nothing but links. */
    private List<Element> linksAfter(Element label) {
        return followers(label, SIBLINGS).stream()
                .takeWhile(LabelledBoxes::hasOnlyLinks)
                .toList();
    }

    private static boolean hasOnlyLinks(Element line) {
        if (line.normalName().equals("table")) {
            return true;
        }
        if (line.selectFirst("h1, h2, h3, h4, h5, h6") != null) {
            return false;
        }
        int linked = line.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return linked > 0 && linked * 4 >= line.text().length() * 3;
    }

    private boolean ends(Element next) {
        return next == body
                || aroundBody.contains(next)
                || HEADINGS.contains(next.normalName())
                || BoxHeading.of(ShortText.of(next, LONGEST_HEADING)) == BoxHeading.ARTICLES
                || ClassWords.of(next).hints().stream().anyMatch(OTHERS::contains);
    }
}
