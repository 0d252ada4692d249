package vn.loa.portal.generic;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.Imprint;
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
    private static final double BELOW_TITLE = 1.5;
    /** In blocks after the title. */
    private static final int A_TABLE = 60;

    private static final double FOREIGN = 0.3;
    /** In blocks after the title. */
    private static final int SOON = 12;

    private static final double NEXT_ARTICLE = 0.3;

    private static final int NEAR = 2;
    private static final int SHORT_SENTENCE = 12;
    private static final int A_PARAGRAPH = 100;
    private static final int A_FEW_PARAGRAPHS = 300;
    /** Of what is gained by going up, so much must be running text. */
    private static final double MOSTLY_PROSE = 0.75;
    /** Much less where the gain is larger than what was there: then the start was only a piece. */
    private static final double PARTLY_PROSE = 0.5;

    private static final double MUCH_MORE = 1.5;
    private static final double WORTH_GOING = 0.15;
    private static final double LIKE_ITS_TWIN = 0.05;

    /** The names of parts that portals are put together from: DotNetNuke, Liferay, SharePoint, VNPT, Joomla. */
    private static final Pattern MODULE = Pattern.compile(
            "dnn_ctr\\d+_(?:ModuleContent|ContentPane)|DNNModuleContent|(?:^|\\s)(?:portlet|portlet-body|moduletable|ms-webpart-zone)(?:\\s|$)"
                    + "|(?:^|\\s)UI[A-Z]\\w+_Default");

    private final PageText page;
    private final Selection kept;
    private final int anchor;
    private final BitSet beside = new BitSet();
    private final int[] texts;
    private final int[] proses;
    private final IdentityHashMap<Container, Double> votes = new IdentityHashMap<>();
    private final IdentityHashMap<Container, Boolean> lined = new IdentityHashMap<>();

    private BodyFinder(PageText page, Selection kept, int anchor) {
        this.page = page;
        this.anchor = anchor;
        this.kept = kept;
        BoxesBeside boxes = BoxesBeside.of(page, kept, anchor);
        if (boxes != null) {
            page.blocks().stream().filter(boxes::hold).forEach(block -> beside.set(block.number()));
        }
        this.texts = sums(BodyFinder::text);
        this.proses = sums(TextBlock::prose);
    }

    /** Returns the element with the article, or null when no kept block is text. */
    static @Nullable Container find(PageText page, Selection kept, int anchor) {
        BodyFinder finder = new BodyFinder(page, kept, anchor);
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
        double vote = (block.vote() + tableVote(block)) * (beside.get(block.number()) ? FOREIGN : 1);
        Container container = vote == 0 || block.isBoilerplate() || isContactOfSite(block)
                ? null
                : start(block.owner().holder());
        for (int level = 0; level < VOTES_REACH && container != null; level++) {
            votes.merge(container, vote / distance(level), Double::sum);
            container = container.parent() == null ? null : container.parent().holder();
        }
    }

    /** Beside the line that names whose site it is, an address of any length is how to reach them. */
    private boolean isContactOfSite(TextBlock block) {
        int at = block.number();
        boolean beside = (at > 0 && page.block(at - 1).isImprint())
                || (at + 1 < page.blocks().size() && page.block(at + 1).isBoilerplate());
        return beside && Imprint.mayHold(block.text());
    }

    /** The rows of a table soon after the title are text as well. */
    private double tableVote(TextBlock block) {
        boolean near = anchor >= 0 && block.number() > anchor && block.number() - anchor <= A_TABLE;
        return near && block.prose() == 0 && page.tables().hold(block, anchor) ? 1 : 0;
    }

    /** Some editors make every line of a text an element of its own. */
    private Container start(Container owner) {
        Container parent = owner.parent();
        boolean isLine = isLine(owner) && parent != null && lined.computeIfAbsent(parent, BodyFinder::hasLines);
        return isLine ? Objects.requireNonNull(parent).holder() : owner;
    }

    private static boolean hasLines(Container parent) {
        return parent.children().stream().filter(BodyFinder::isLine).limit(2).count() > 1;
    }

    private static boolean isLine(Container container) {
        return container.is("div")
                && container.to() - container.from() == 1
                && container.element().className().isEmpty();
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
                    * nearness(container)
                    * (container.from() >= nextArticle ? NEXT_ARTICLE : 1);
            if (strength > most) {
                most = strength;
                best = container;
            }
        }
        return best;
    }

    /** Text beside the element with the title and its first paragraph is rarely the article. */
    private double nearness(Container container) {
        if (anchor < 0 || container.holds(anchor)) {
            return anchor < 0 ? 1 : BELOW_TITLE;
        }
        boolean below = container.from() > anchor && container.from() - anchor <= SOON;
        return below ? BELOW_TITLE : 1;
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
            if (entersNextArticle(below, up, best) || leavesArticle(below, up)) {
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

    /** Finds what is something else: it stands beside a whole article, or beside the part of a page that shows it. */
    private boolean leavesArticle(Container below, Container up) {
        boolean whole = below.is("article") && kept.titles(below) > 0;
        if (whole && anchor >= 0 && below.holds(anchor) && isBesideArticles(below, up)) {
            return true;
        }
        return (whole
                        || MODULE.matcher(below.element().id()
                                        + ' '
                                        + below.element().className())
                                .find())
                && 2 * kept.prose(below) >= kept.prose(up);
    }

    /** Returns whether all running text beside an article stands in others of its kind. */
    private boolean isBesideArticles(Container article, Container up) {
        return kept.prose(article) >= A_PARAGRAPH
                && up.children().stream()
                        .filter(other -> other != article && kept.prose(other) > 0)
                        .allMatch(other -> other.is("article"));
    }

    /** Measures the running text that a wider element adds and that stands in no box beside the article. */
    private int gained(Container from, Container to) {
        int[] sums = kept.prose(from) > 0 ? texts : proses;
        return sums[to.to()] - sums[to.from()] - (sums[from.to()] - sums[from.from()]);
    }

    /** Returns running sums over the kept blocks that stand in no box beside the article. */
    private int[] sums(ToIntFunction<TextBlock> letters) {
        int size = page.blocks().size();
        int[] sums = new int[size + 1];
        for (int i = 0; i < size; i++) {
            boolean counts = kept.next(i) == i && !beside.get(i);
            sums[i + 1] = sums[i] + (counts ? letters.applyAsInt(kept.block(i)) : 0);
        }
        return sums;
    }

    /** The letters of running text; a short sentence is such. */
    private static int text(TextBlock block) {
        boolean sentence = block.letters() >= SHORT_SENTENCE
                && block.linked() == 0
                && block.text().endsWith(".");
        return sentence && !block.isHeading() && !block.isBoilerplate() ? block.letters() : block.prose();
    }

    /** Finds the blocks that a wider element takes in, without the title and its date. */
    private int outside(Container from, Container to) {
        int outside = kept.letters(to) - kept.letters(from);
        if (kept.prose(from) > A_PARAGRAPH) {
            return outside;
        }
        for (int i = anchor < 0 || from.holds(anchor) || !to.holds(anchor) ? -1 : kept.next(anchor);
                i >= 0 && i <= anchor + NEAR;
                i = kept.next(i + 1)) {
            TextBlock block = kept.block(i);
            boolean label = i == anchor || (block.prose() == 0 && DatePatterns.isDated(block.text()));
            outside -= label && to.holds(i) && !from.holds(i) ? block.letters() : 0;
        }
        return outside;
    }

    private boolean isWorthGoing(Container from, Container to, int steps) {
        int prose = kept.prose(from);
        int gained = gained(from, to);
        int outside = outside(from, to);
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
        boolean titled = kept.titles(container) > 0 || (anchor >= 0 && container.holds(anchor));
        if (container.element().className().isEmpty() || titled) {
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
