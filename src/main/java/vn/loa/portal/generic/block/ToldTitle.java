package vn.loa.portal.generic.block;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line of a page that is titled as a list has told: the one with a text below it, set as a heading where
 * several say the same. Links to another page and breadcrumbs are none.
 */
final class ToldTitle {
    private static final int SAME = 4;
    private static final int ABOVE_TEXT = 4;
    private static final int ABOVE_DATE = 1;
    private static final int LINES_TO_DATE = 2;
    /** More than all else together. */
    private static final int HEADING = 10;

    private static final int AKIN = 9;
    /** In blocks: labels, a date and an introduction stand between a title and its text. */
    private static final int SOON = 12;

    private static final String DOCUMENT =
            "iframe[src], embed[src], object[data], a[href~=(?i)\\.(pdf|docx?|xlsx?|zip|rar)([?#]|$)]";
    private static final int LEVELS = 4;
    /** In letters; buttons and names of sections are shorter. */
    private static final int LINKED_TITLE = 20;

    private static final double NEARLY_ALL = 0.8;
    private static final double SOMEWHAT_LINKED = 0.5;

    private static final Pattern WITH_NAME = Pattern.compile("(.{8,250}) [-–—|] .{2,120}");

    private final List<TextBlock> blocks;
    private final ExpectedTitle expected;
    private final String location;

    private ToldTitle(Element root, List<TextBlock> blocks, ExpectedTitle expected) {
        this.blocks = blocks;
        this.expected = expected;
        this.location = root.baseUri();
    }

    /** Returns the number of its block, -1 when no line is like it. */
    static int find(Element root, List<TextBlock> blocks, ExpectedTitle expected) {
        return expected.words().isEmpty() ? -1 : new ToldTitle(root, blocks, expected).find();
    }

    private int find() {
        int best = -1;
        int most = 0;
        for (TextBlock block : blocks) {
            boolean candidate = !leadsElsewhere(block) && maySay(block) && !isListed(block.owner());
            int score = candidate ? score(block) : 0;
            if (score > most || (score > 0 && score == most && followsAtOnce(best, block.number()))) {
                most = score;
                best = block.number();
            }
        }
        return best;
    }

    /** The copy for narrow screens stands above the title that the text follows. */
    private boolean followsAtOnce(int copy, int title) {
        return title - copy <= ABOVE_TEXT
                && blocks.get(copy).text().equals(blocks.get(title).text())
                && blocks.subList(copy + 1, title).stream().allMatch(block -> block.prose() == 0);
    }

    /** The first heading may have been edited after the list told of it. */
    private boolean maySay(TextBlock block) {
        return expected.isLike(said(block)) || (block.isTitle() && expected.isAkin(block.text()));
    }

    /** The day of publication may stand in the line of the title. */
    private String said(TextBlock block) {
        String text = block.text();
        boolean dated = !expected.isLike(text) && DatePatterns.isDated(text);
        String rest = dated ? DatePatterns.withoutDates(text) : text;
        return expected.isSame(rest) ? rest : text;
    }

    /**
     * A line that is neither a heading nor above a text is not taken for a title: 0. A heading comes before a line that is
     * none, which may have kept the words of before an edit.
     */
    private int score(TextBlock block) {
        int level = isWithName(block) ? 1 : block.isTitle() ? HEADING + 1 : block.isHeading() ? HEADING : 0;
        String text = said(block);
        int heading = expected.isLike(text) ? level : AKIN;
        boolean aboveText = isAboveText(block.number()) || isAboveDocument(block.owner());
        int below = aboveText ? ABOVE_TEXT : expected.isSame(text) && isAboveDate(block.number()) ? ABOVE_DATE : 0;
        return heading + below == 0 ? 0 : heading + below + (expected.isSame(text) ? SAME : 0);
    }

    /** The name of the site follows the title in headings that only machines read. */
    private boolean isWithName(TextBlock block) {
        var named = WITH_NAME.matcher(block.text());
        return named.matches() && expected.isSame(named.group(1));
    }

    /** Text below the title of another article, or of a list, is no text of this one. */
    private boolean isAboveText(int at) {
        for (TextBlock block : blocks.subList(at + 1, Math.min(blocks.size(), at + 1 + SOON))) {
            if (block.letters() >= LINKED_TITLE && block.linkDensity() > NEARLY_ALL && leadsElsewhere(block)) {
                return false;
            }
            if (block.prose() > 0 && !expected.isLike(block.text())) {
                return true;
            }
        }
        return false;
    }

    /** A notice that is nothing but a file, or pictures of its pages, still has its day below the title. */
    private boolean isAboveDate(int at) {
        return blocks.subList(at + 1, Math.min(blocks.size(), at + 1 + LINES_TO_DATE)).stream()
                .anyMatch(block -> DatePatterns.isDate(block.text()));
    }

    private static boolean isAboveDocument(Container owner) {
        @Nullable Container around = owner.parent();
        return around != null && isSmall(around) && around.element().selectFirst(DOCUMENT) != null;
    }

    private boolean leadsElsewhere(TextBlock block) {
        return block.linkDensity() >= SOMEWHAT_LINKED && !OwnLink.is(block.href(), location) && !isOwnFile(block);
    }

    /** A title may lead to the document that it names. */
    private static boolean isOwnFile(TextBlock block) {
        return block.isHeading() && FileRow.isFile(block.href());
    }

    private static boolean isListed(Container owner) {
        @Nullable Container up = owner;
        for (int i = 0; i < LEVELS && up != null; i++) {
            if (up.is("nav") || ((up.says(Hint.NAVIGATION) || up.says(Hint.RELATED)) && isSmall(up))) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    private static boolean isSmall(Container container) {
        return container.to() - container.from() <= SOON;
    }
}
