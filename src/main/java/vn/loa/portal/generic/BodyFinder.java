package vn.loa.portal.generic;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;

/**
 * Finds the element that holds the article: every block votes for the elements around it, the nearest most; links in an
 * element weaken it, a telling name or tag strengthens it. Then the choice is widened while its surroundings are text of
 * the same sort.
 */
final class BodyFinder {
    private static final int VOTES_REACH = 5;
    private static final double DECLARED = 3;
    private static final double NAMED = 1.25;
    private static final double TAGGED = 1.2;
    private static final double NEXT_ARTICLE = 0.3;

    private static final int NEAR = 2;
    private static final int A_PARAGRAPH = 100;
    private static final int A_FEW_PARAGRAPHS = 300;
    /** Of what is gained by going up, so much must be running text. */
    private static final double MOSTLY_PROSE = 0.75;
    /** Much less where the gain is larger than what was there: then the start was only a piece. */
    private static final double PARTLY_PROSE = 0.5;

    private static final double MUCH_MORE = 1.5;
    private static final double WORTH_GOING = 0.15;
    private static final double LIKE_ITS_TWIN = 0.05;

    private final PageText page;
    private final Selection kept;
    private final IdentityHashMap<Container, Double> votes = new IdentityHashMap<>();

    private BodyFinder(PageText page, Selection kept) {
        this.page = page;
        this.kept = kept;
    }

    /** Returns the element with the article, or null when no kept block is text. */
    static @Nullable Container find(PageText page, Selection kept) {
        BodyFinder finder = new BodyFinder(page, kept);
        finder.count();
        Container best = finder.best();
        return best == null ? null : finder.widened(best);
    }

    private void count() {
        for (int i = kept.next(0); i >= 0; i = kept.next(i + 1)) {
            vote(kept.block(i));
        }
        if (votes.isEmpty()) {
            countAnyText();
        }
    }

    private void vote(TextBlock block) {
        double vote = block.vote();
        Container container = vote == 0 ? null : block.owner().holder();
        for (int level = 0; level < VOTES_REACH && container != null; level++) {
            votes.merge(container, vote / distance(level), Double::sum);
            container = container.parent() == null ? null : container.parent().holder();
        }
    }

    private static double distance(int level) {
        return level < 2 ? level + 1 : 3 * level;
    }

    /** A page without one real sentence: any text speaks for its surroundings. */
    private void countAnyText() {
        for (int i = kept.next(0); i >= 0; i = kept.next(i + 1)) {
            TextBlock block = kept.block(i);
            boolean label = block.isHeading() || DatePatterns.isDated(block.text()) || block.isBoilerplate();
            if (!label && block.linkDensity() < PARTLY_PROSE) {
                votes.merge(block.owner().holder(), (double) block.letters(), Double::sum);
            }
        }
    }

    private @Nullable Container best() {
        int nextArticle = nextArticle();
        Container best = null;
        double most = 0;
        for (Container container : page.containers()) {
            double strength = votes.getOrDefault(container, 0.0)
                    * (1 - kept.linkDensity(container))
                    * prior(container)
                    * (container.from() >= nextArticle ? NEXT_ARTICLE : 1);
            if (strength > most) {
                most = strength;
                best = container;
            }
        }
        return best;
    }

    private static double prior(Container container) {
        if (PageText.isDeclaredArticle(container)) {
            return DECLARED;
        }
        return (container.is("article") ? TAGGED : 1) * (container.says(Hint.BODY) ? NAMED : 1);
    }

    /**
     * Returns the block with the title of the next article, on pages that append one article to another; the largest
     * int when there is none.
     */
    private int nextArticle() {
        TextBlock title = null;
        for (int i = kept.next(0); i >= 0; i = kept.next(i + 1)) {
            TextBlock block = kept.block(i);
            if (title != null && block.isTitle() && startsAnotherArticle(title, block)) {
                return i;
            }
            title = title == null && block.isTitle() ? block : title;
        }
        return Integer.MAX_VALUE;
    }

    private static boolean startsAnotherArticle(TextBlock title, TextBlock other) {
        Container article = other.owner().article();
        return article.is("article")
                && article != title.owner().article()
                && !other.text().equals(title.text());
    }

    /** Bodies in several pieces: goes up while what is gained is mostly running text. */
    private Container widened(Container start) {
        Container best = start;
        Container below = start;
        int steps = 0;
        for (Container up = start.parent(); up != null && !up.is("html"); up = up.parent()) {
            if (entersNextArticle(below, up, best)) {
                break;
            }
            steps++;
            if (hasTwins(below, up) || isWorthGoing(best, up, steps)) {
                best = up;
            }
            below = up;
        }
        return best;
    }

    private boolean entersNextArticle(Container below, Container up, Container best) {
        return below.is("article")
                && kept.titles(up) > Math.max(1, kept.titles(below))
                && kept.prose(best) > A_FEW_PARAGRAPHS;
    }

    private boolean isWorthGoing(Container from, Container to, int steps) {
        int prose = kept.prose(from);
        int gained = kept.prose(to) - prose;
        int outside = kept.letters(to) - kept.letters(from);
        if (steps <= NEAR && gained > A_PARAGRAPH && gained >= MOSTLY_PROSE * outside && !isLeadOnly(from, to)) {
            return true;
        }
        double mostly = gained > MUCH_MORE * prose ? PARTLY_PROSE : MOSTLY_PROSE;
        return gained >= WORTH_GOING * prose && gained >= mostly * outside;
    }

    /** The introduction often stands before the body; it is read apart. */
    private boolean isLeadOnly(Container from, Container to) {
        for (int i = kept.next(to.from()); i >= 0 && i < to.to(); i = kept.next(i + 1)) {
            TextBlock block = kept.block(i);
            if (!from.holds(i) && block.prose() > 0 && !LeadFinder.isNamedLead(block.owner())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether an element has siblings of its own shape with running text, as sections and live entries have.
     */
    private boolean hasTwins(Container container, Container parent) {
        if (container.element().className().isEmpty() || kept.titles(container) > 0) {
            return false;
        }
        String shape = container.shape();
        int prose = 0;
        int letters = 0;
        for (Container other : parent.children()) {
            if (other != container
                    && !other.isEmpty()
                    && kept.titles(other) == 0
                    && other.shape().equals(shape)) {
                prose += kept.prose(other);
                letters += kept.letters(other);
            }
        }
        return prose > A_PARAGRAPH / 2
                && prose > PARTLY_PROSE * letters
                && prose > LIKE_ITS_TWIN * kept.prose(container);
    }
}
