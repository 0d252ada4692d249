package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.PageText;

/** Finds the further stories of a box, bare and smaller, below the large first one that is an item of the list. */
final class FurtherStories {
    /** From a story up to the box that holds the first one too. */
    private static final int LEVELS = 8;
    /** In blocks. */
    private static final int WITHIN = 40;

    private final PageText page;
    private final TreeSet<Integer> main;
    private final Set<URI> known;
    private final Set<LinkForm> forms;

    FurtherStories(PageText page, List<TitleLink> main) {
        this.page = page;
        this.main = main.stream().map(TitleLink::block).collect(Collectors.toCollection(TreeSet::new));
        this.known = main.stream().map(TitleLink::href).collect(Collectors.toSet());
        this.forms = main.stream()
                .map(title -> LinkForm.of(title.href()))
                .filter(LinkForm::tells)
                .collect(Collectors.toSet());
    }

    /** Returns whether a title stands in the box of an item of the list, below it and under no other heading. */
    boolean hold(TitleLink title) {
        Integer first = main.lower(title.block());
        return first != null
                && title.block() - first <= WITHIN
                && forms.contains(LinkForm.of(title.href()))
                && !known.contains(title.href())
                && !title.isInBoilerplate()
                && isInBox(title, first)
                && IntStream.range(first + 1, title.block())
                        .noneMatch(at -> page.block(at).isHeading());
    }

    /** A box around all of the list is none of one item. */
    private boolean isInBox(TitleLink title, int first) {
        Predicate<Container> ofOthers = box -> box.holds(main.first()) && box.holds(main.last());
        return Stream.iterate(page.block(title.block()).owner(), up -> up != null, Container::parent)
                .limit(LEVELS)
                .takeWhile(ofOthers.negate())
                .anyMatch(box -> box.holds(first));
    }
}
