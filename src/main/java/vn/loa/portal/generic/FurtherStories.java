package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/**
 * Finds the stories of a page that are set otherwise than its main list: other headings in the element of the list, the
 * newest one, large, above it, the bare ones below the large first one of a box, and on the front page of a site all that
 * lead where the main list does.
 */
final class FurtherStories {
    /** From a story up to the box that holds the first one too. */
    private static final int LEVELS = 8;
    /** In blocks. */
    private static final int WITHIN = 40;
    /** Services and people have shorter names. */
    private static final int LETTERS_OF_NEWS = 30;
    /** Services with an icon and no other sign have shorter names. */
    private static final int LETTERS_OF_PICTURED = 36;

    private static final int FEWEST = 3;

    private final PageText page;
    private final Container list;
    private final TreeSet<Integer> main;
    private final Set<URI> known;
    private final Set<LinkForm> forms;
    private final Set<LinkForm> formsAnywhere;
    private final List<ArticleNumber> numbers;
    private final boolean dated;
    private final boolean front;

    /**
     * Makes a finder of what stands beside a main list.
     *
     * @param front whether the page shows the newest of all sections of its site
     */
    FurtherStories(PageText page, List<TitleLink> main, boolean front) {
        this.page = page;
        this.list = around(main);
        this.main = main.stream().map(TitleLink::block).collect(Collectors.toCollection(TreeSet::new));
        this.known = main.stream().map(TitleLink::href).collect(Collectors.toSet());
        this.forms = main.stream().map(title -> LinkForm.of(title.href())).collect(Collectors.toSet());
        this.formsAnywhere = forms.stream().map(LinkForm::inAnyFolder).collect(Collectors.toSet());
        this.numbers = main.stream()
                .flatMap(title -> ArticleNumber.in(title.href(), title.text()).stream())
                .toList();
        this.dated = main.stream().allMatch(TitleLink::isDated);
        this.front = front;
    }

    /** Returns whether a title is such a story. */
    boolean hold(TitleLink title) {
        LinkForm form = LinkForm.of(title.href());
        boolean alike = form.isAmong(forms);
        boolean telling = alike && (form.isInFolder() || isNews(title));
        boolean headed = title.isHeading() || title.isDated() && alike;
        boolean shown = title.isDated() || !dated && (title.hasPicture() || headed && alike);
        return !title.isInBoilerplate()
                && !(front && isService(title))
                && (list.holds(title.block()) && (headed && shown || telling && isBelowFirst(title))
                        || front && (headed && title.isDated() || telling)
                        || headed && alike && isFeatured(title));
    }

    /** Returns whether titles of one shape are the stories of another section of a front page. */
    boolean holdAll(List<TitleLink> titles) {
        double letters = titles.stream().mapToInt(TitleLink::letters).average().orElse(0);
        return front
                && letters >= LETTERS_OF_NEWS
                && titles.stream().noneMatch(title -> title.isInBoilerplate() || isService(title))
                && titles.stream().allMatch(this::isAlikeAnywhere)
                && (titles.size() < FEWEST
                        ? titles.stream().allMatch(this::isShownAlone)
                        : titles.stream().allMatch(this::isNews)
                                || letters >= LETTERS_OF_PICTURED
                                        && titles.stream().allMatch(TitleLink::hasPicture));
    }

    /** A day, a sentence of a teaser or a number like those of the list tells news from other pages of the site. */
    private boolean isNews(TitleLink title) {
        return title.isDated()
                || title.isAboveDate()
                || LinePatterns.endsLikeASentence(title.teaser())
                || isNumbered(title);
    }

    private boolean isNumbered(TitleLink title) {
        return ArticleNumber.in(title.href(), title.text()).stream()
                .anyMatch(own -> numbers.stream().anyMatch(own::isNear));
    }

    /** One or two links are stories by their numbers, or where each is shown with a picture and a teaser. */
    private boolean isShownAlone(TitleLink title) {
        return title.isShown() && isNumbered(title)
                || title.hasPicture() && !title.teaser().isEmpty();
    }

    /** Services, leaders and procedures have no days, and boxes that say what they are. */
    private boolean isService(TitleLink title) {
        if (title.isDated()) {
            return false;
        }
        String shape = page.block(title.block()).owner().shape();
        for (int i = title.block() - 1; i >= Math.max(0, title.block() - WITHIN); i--) {
            TextBlock above = page.block(i);
            boolean heading = above.isHeading() && !above.owner().shape().equals(shape);
            boolean service = above.linked() == 0 && !main.contains(i) && LinePatterns.isServiceHeading(above.text());
            if (heading || service) {
                return service;
            }
        }
        return false;
    }

    private boolean isAlikeAnywhere(TitleLink title) {
        return LinkForm.of(title.href()).inAnyFolder().isAmong(formsAnywhere);
    }

    /** Above the list, or above its part of one section, stands the newest item, large, in a frame of its own. */
    private boolean isFeatured(TitleLink title) {
        Integer next = main.higher(title.block());
        return (title.hasPicture() || !title.teaser().isEmpty()) && next != null && next - title.block() <= WITHIN;
    }

    /** Returns whether a title stands in the box of an item of the list, below it and under no other heading. */
    private boolean isBelowFirst(TitleLink title) {
        Integer first = main.lower(title.block());
        return first != null
                && title.block() - first <= WITHIN
                && !known.contains(title.href())
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

    /** The smallest element around all of them, or the one around that when it holds little else. */
    private static Container around(List<TitleLink> titles) {
        int first = titles.get(0).block();
        int last = titles.get(titles.size() - 1).block();
        Container around = titles.get(0).item();
        while (around.parent() != null && !(around.holds(first) && around.holds(last))) {
            around = Objects.requireNonNull(around.parent());
        }
        Container up = around.parent();
        boolean littleElse = up != null
                && !up.is("body")
                && !up.is("html")
                && up.to() - up.from() <= 1.5 * (around.to() - around.from());
        return littleElse ? Objects.requireNonNull(up) : around;
    }
}
