package vn.loa.portal.generic;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/** Finds the introducing paragraph of an article where the page sets it apart from the body. */
final class LeadFinder {
    private static final int SHORTEST = 12;
    private static final int SHORTEST_SENTENCE = 60;
    private static final int LONGEST = 1_500;
    /** The number of elements above a paragraph within which an element may name it. */
    private static final int NAMED_WITHIN = 3;
    /** An element with more blocks is not an introduction. */
    private static final int BLOCKS_AT_MOST = 4;

    /** {@code video-desc} describes what is shown above it. */
    private static final Pattern OF_PICTURE = Pattern.compile("(?i)video|image|photo|img");

    private static final int BEFORE_BODY = 8;
    private static final int NEAR_BODY = 6;
    private static final double SAME_WORDS = 0.6;
    private static final Set<String> ROLES = Set.of("sapo", "lead", "summary", "description");

    private final PageText page;
    private final Body body;
    private final String description;

    private LeadFinder(PageText page, Body body, String description) {
        this.page = page;
        this.body = body;
        this.description = description;
    }

    /**
     * Looks between the title and the first line of the body.
     *
     * @param titleBlock where the title stands, negative when unknown
     * @param description what the page's head says of the article, possibly cut
     * @return the introduction, null when there is none apart from the body
     */
    static @Nullable TextBlock find(PageText page, Body body, int titleBlock, String description) {
        return body.isEmpty() ? null : new LeadFinder(page, body, description).find(titleBlock);
    }

    private @Nullable TextBlock find(int titleBlock) {
        int start = body.start();
        int from = Math.max(titleBlock + 1, 0);
        for (int i = from; i <= start; i++) {
            TextBlock block = page.block(i);
            boolean apart = isNamedLead(block.owner())
                    || (block.prose() > 0 && isInHeader(block.owner()))
                    || (titleBlock >= 0 && i < start && isSentenceInHeading(block));
            if (isText(block) && apart) {
                return block;
            }
        }
        TextBlock described = describedBefore(start, from);
        return described != null || titleBlock < 0 ? described : paragraphBefore(from);
    }

    /** Some systems set the introduction as a smaller heading. */
    private static boolean isSentenceInHeading(TextBlock block) {
        return block.isHeading()
                && !block.isTitle()
                && block.linked() == 0
                && block.letters() >= SHORTEST_SENTENCE
                && block.text().endsWith(".")
                && !block.text().endsWith("...");
    }

    /** A paragraph of its own, between the title and the element that holds the body. */
    private @Nullable TextBlock paragraphBefore(int from) {
        TextBlock set = introductionBefore(from);
        int before = body.holder().from() - 1;
        if (set != null || before < from) {
            return set;
        }
        TextBlock block = page.block(before);
        boolean beside = block.owner().element() == body.holder().element().previousElementSibling();
        boolean paragraph = block.owner().is("p") && block.prose() > 0 && isText(block);
        return beside
                        && paragraph
                        && !DatePatterns.isDated(block.text())
                        && !followsPicture(block.owner().element())
                ? block
                : null;
    }

    /** The first running text soon after the title and just before the body, where nothing but labels stands between. */
    private @Nullable TextBlock introductionBefore(int from) {
        int start = body.start();
        if (start - from > BEFORE_BODY) {
            return null;
        }
        for (int i = Math.max(from, start - NEAR_BODY); i < start; i++) {
            TextBlock block = page.block(i);
            if (block.prose() > 0 && isText(block) && isIntroduction(block)) {
                return block;
            }
        }
        return null;
    }

    private boolean isIntroduction(TextBlock block) {
        Element element = block.owner().element();
        boolean set = element.selectFirst("strong, b, em, i, span") != null
                || element.hasAttr("class")
                || element.hasAttr("style")
                || block.owner().is("td");
        return set
                && !DatePatterns.isDated(
                        block.text().substring(0, Math.min(block.text().length(), 20)))
                && !Captions.isCaption(block)
                && block.owner().hints().stream().allMatch(hint -> hint == Hint.LEAD || hint == Hint.BODY)
                && (block.owner().is("td") || !followsPicture(block.owner().element()));
    }

    /** Below a picture or a player stands its caption. */
    private static boolean followsPicture(Element element) {
        Element before = element.previousElementSibling();
        return before != null && before.selectFirst("img, picture, video, audio, iframe, object, embed") != null;
    }

    /** A paragraph between title and body that the head repeats as the page's description. */
    private @Nullable TextBlock describedBefore(int start, int from) {
        BoilerplateWords words = BoilerplateWords.of(description);
        for (int i = Math.max(from, start - BEFORE_BODY); i < start; i++) {
            if (isText(page.block(i)) && words.covers(page.block(i).text()) > SAME_WORDS) {
                return page.block(i);
            }
        }
        return null;
    }

    private static boolean isText(TextBlock block) {
        return block.letters() >= SHORTEST
                && block.letters() <= LONGEST
                && !block.isTitle()
                && block.linkDensity() < SAME_WORDS
                && !block.isBoilerplate()
                && !DatePatterns.isDate(block.text());
    }

    private static boolean isInHeader(Container owner) {
        Container up = owner;
        for (int i = 0; i < NAMED_WITHIN && up != null; i++) {
            if (up.is("header")) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns whether the page calls this element, or a small one around it, the introduction. */
    static boolean isNamedLead(Container owner) {
        Container up = owner;
        for (int i = 0; i < NAMED_WITHIN && up != null && up.to() - up.from() <= BLOCKS_AT_MOST; i++) {
            boolean ofPicture = OF_PICTURE.matcher(up.element().className()).find();
            if (up.says(Hint.LEAD) && !ofPicture || ROLES.contains(up.element().attr("data-role"))) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }
}
