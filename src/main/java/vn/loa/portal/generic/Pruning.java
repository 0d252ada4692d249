package vn.loa.portal.generic;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;

/**
 * Decides which elements of a page are boilerplate and takes their blocks away. How much is believed of what a page
 * says about its elements depends on the strictness, so that a page whose article is wrongly named can still be read.
 */
final class Pruning {
    /** The levels of strictness, from what a tidy page deserves to what is left when nothing else gave text. */
    enum Strictness {
        STRICT,
        RELAXED,
        LOOSE,
        /** Strict, but what stands under pictures is text. */
        CAPTIONS
    }

    /** The levels in the order in which they are tried. */
    static final List<Strictness> READING = List.of(Strictness.STRICT, Strictness.RELAXED, Strictness.LOOSE);

    private static final Set<String> PICTURE_TAGS = Set.of("figcaption", "figure");

    private static final Set<Hint> BELIEVED_STRICTLY = EnumSet.complementOf(EnumSet.of(Hint.BODY, Hint.LEAD));
    private static final Set<Hint> BELIEVED_RELAXED =
            EnumSet.of(Hint.COMMENTS, Hint.COOKIES, Hint.NAVIGATION, Hint.RELATED, Hint.ADVERTISING, Hint.SHARING);

    private static final Set<String> ROOTS = Set.of("#root", "html", "body", "main");
    private static final Set<String> BOILERPLATE_TAGS = Set.of(
            "nav",
            "footer",
            "menu",
            "marquee",
            "dialog",
            "noscript",
            "figcaption",
            "legend",
            "fieldset",
            "caption",
            "amp-sidebar",
            "amp-consent",
            "amp-ad");
    private static final Set<String> DOUBTFUL_TAGS = Set.of("aside", "header", "form", "figure", "address", "details");
    private static final Set<String> DOUBTFUL_ROLES = Set.of(
            "navigation",
            "contentinfo",
            "complementary",
            "search",
            "menu",
            "menubar",
            "dialog",
            "alertdialog",
            "toolbar",
            "banner",
            "alert",
            "tooltip",
            "listbox",
            "button",
            "form");

    /** These stay boilerplate even where they hold most of the text of a page. */
    private static final Set<Hint> NEVER_ARTICLE = EnumSet.of(Hint.COMMENTS, Hint.COOKIES);
    /** These words are also used of harmless things: believed only of elements without much running text. */
    private static final Set<Hint> WEAK = EnumSet.of(Hint.LATENT, Hint.TOOLS, Hint.TAGS, Hint.BYLINE, Hint.DATE);
    /** A single paragraph of running text is not believed to be anything else. */
    private static final Set<Hint> SAID_OF_PARAGRAPHS = EnumSet.of(Hint.CAPTION, Hint.ADVERTISING, Hint.RELATED);

    /** An element with so large a part of the running text is the article, whatever it is called. */
    private static final double LARGE_PART = 0.4;

    private static final double MOST = 0.6;
    private static final double NEARLY_ALL = 0.75;
    private static final double SMALL_PART = 0.12;
    /** In blocks after the title. */
    private static final int SOON = 12;

    /** So many short lines may stand between a heading and its text; so many levels around the entries of a list. */
    private static final int LABELS = 4;

    /** Each box called like comments is looked through; a page has few. */
    private static final int MOST_LOOKED_AT = 40;

    private static final int LONGEST_HEADING = 60;
    private static final int SHORTEST_LINK = 15;
    private static final int MUCH_PROSE = 400;
    private static final int SOME_PROSE = 100;
    private static final double FEW_LINKS = 0.1;
    private static final double MANY_LINKS = 0.25;

    private final PageText page;
    private final Selection whole;
    private final Strictness strictness;
    private final Set<Hint> believed;
    private int looked;

    private Pruning(PageText page, Strictness strictness) {
        this.page = page;
        this.whole = page.whole();
        this.strictness = strictness;
        this.believed = switch (strictness) {
            case STRICT -> BELIEVED_STRICTLY;
            case CAPTIONS -> EnumSet.complementOf(EnumSet.of(Hint.BODY, Hint.LEAD, Hint.CAPTION, Hint.GALLERY));
            case RELAXED -> BELIEVED_RELAXED;
            case LOOSE -> NEVER_ARTICLE;
        };
    }

    /** Returns the blocks that are left. */
    static Selection kept(PageText page, Strictness strictness) {
        return new Pruning(page, strictness).kept();
    }

    /** Returns the blocks that are left of an element without the boxes in it that head other articles. */
    static Selection own(PageText page, Selection kept, Container element) {
        Pruning pruning = new Pruning(page, Strictness.STRICT);
        BitSet own = new BitSet();
        for (int i = kept.next(element.from()); i >= 0 && i < element.to(); i = kept.next(i + 1)) {
            own.set(i);
        }
        for (Container container : page.containers()) {
            boolean inside =
                    element.from() <= container.from() && container.to() <= element.to() && container != element;
            if (inside && !container.isEmpty() && pruning.isHeadedAsOther(container)) {
                own.clear(container.from(), container.to());
            }
        }
        return new Selection(page.blocks(), own);
    }

    private Selection kept() {
        BitSet kept = new BitSet();
        kept.set(0, page.blocks().size());
        Set<Container> teasers = strictness == Strictness.STRICT ? TeaserLists.of(page) : Set.of();
        int dropped = 0;
        for (Container container : page.containers()) {
            boolean seen = container.isEmpty() || container.from() < dropped;
            if (!seen && (isBoilerplate(container) || (teasers.contains(container) && part(container) < MOST))) {
                kept.clear(container.from(), container.to());
                dropped = container.to();
            }
        }
        return new Selection(page.blocks(), kept);
    }

    /** Returns the share of the page's running text that an element holds, 0 to 1. */
    private double part(Container container) {
        return (double) whole.prose(container) / Math.max(1, whole.prose());
    }

    private boolean isBoilerplate(Container container) {
        if (ROOTS.contains(container.tag())) {
            return false;
        }
        if (HiddenElements.isHidden(container.element())) {
            return strictness != Strictness.LOOSE && part(container) < NEARLY_ALL;
        }
        return !container.holdsDeclaredArticle()
                && (isBoilerplateByTag(container)
                        || isBoilerplateByName(container)
                        || isPoll(container)
                        || isCommentsBox(container));
    }

    private boolean isBoilerplateByTag(Container container) {
        if (strictness == Strictness.CAPTIONS && PICTURE_TAGS.contains(container.tag())) {
            return false;
        }
        if (isSourceOfQuote(container) || isFoldedText(container)) {
            return false;
        }
        if (BOILERPLATE_TAGS.contains(container.tag())) {
            return strictness != Strictness.LOOSE || part(container) < LARGE_PART;
        }
        if (container.is("form") && page.told() >= 0 && container.holds(page.told())) {
            return false;
        }
        boolean doubtful = DOUBTFUL_TAGS.contains(container.tag())
                || DOUBTFUL_ROLES.contains(container.element().attr("role"));
        return doubtful
                && part(container) < (strictness == Strictness.STRICT ? LARGE_PART : SMALL_PART)
                && !isTable(container);
    }

    private static boolean isSourceOfQuote(Container container) {
        return container.is("footer")
                && container.parent() != null
                && container.parent().is("blockquote");
    }

    /** A part of a text that readers can fold. */
    private boolean isFoldedText(Container container) {
        return container.is("details")
                && whole.prose(container) > 0
                && whole.linkDensity(container) < FEW_LINKS
                && page.titleBlock() >= 0
                && page.titleBlock() < container.from();
    }

    /** Word processors of news sites wrap data tables into figures; no caption is that long. */
    private boolean isTable(Container container) {
        return container.is("figure")
                && (whole.letters(container) > MUCH_PROSE || container.element().selectFirst("table") != null);
    }

    /** A question with its answers to choose from. */
    private boolean isPoll(Container container) {
        boolean besideTitle = page.titleBlock() >= 0 && !container.holds(page.titleBlock());
        return container.element().childrenSize() > 0
                && (besideTitle || part(container) < LARGE_PART)
                && Stream.concat(
                                container.element().children().stream(),
                                container.element().children().stream()
                                        .filter(child -> child.normalName().equals("label"))
                                        .flatMap(label -> label.children().stream()))
                        .anyMatch(child -> child.normalName().equals("input")
                                && child.attr("type").equalsIgnoreCase("radio"));
    }

    /** Comments may be longer than what they are about. */
    private boolean isCommentsBox(Container container) {
        return container.to() - container.from() > 1
                && whole.titles(container) == 0
                && LinePatterns.isCommentsHeading(whole.block(container.from()).text())
                && (part(container) < SMALL_PART || isBelowTitle(container) || looksLikeComments(container));
    }

    private boolean isBelowTitle(Container container) {
        return page.titleBlock() >= 0 && page.titleBlock() < container.from();
    }

    /** A section of a portal may be called so as well: its label stands above an article. */
    private boolean looksLikeComments(Container container) {
        return looked++ < MOST_LOOKED_AT
                && !hasHeadedText(container)
                && (container.says(Hint.COMMENTS)
                        || container.element().selectFirst("form, textarea") != null
                        || hasEntries(container));
    }

    private boolean hasHeadedText(Container container) {
        for (int i = container.from() + 1; i < container.to() - 1; i++) {
            if (whole.block(i).owner().is("h2") && hasProseSoon(i, container.to())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasProseSoon(int heading, int end) {
        return page.blocks().subList(heading + 1, Math.min(end, heading + 1 + LABELS)).stream()
                .anyMatch(block -> block.prose() > 0);
    }

    /** Returns whether two elements of one shape follow each other, at most a few levels down. */
    private static boolean hasEntries(Container container) {
        Container level = container;
        for (int i = 0; i < LABELS && level != null; i++) {
            if (hasTwins(level)) {
                return true;
            }
            List<Container> parts = level.children();
            level = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        }
        return false;
    }

    private static boolean hasTwins(Container level) {
        List<String> shapes = level.children().stream()
                .filter(part -> !part.isEmpty() && !part.is("p"))
                .map(Container::shape)
                .toList();
        return Set.copyOf(shapes).size() < shapes.size();
    }

    /** A box whose first line says that other articles, or what readers think, follow. */
    private boolean isHeadedAsOther(Container container) {
        TextBlock first = whole.block(container.from());
        boolean linked = whole.linkDensity(container) > MANY_LINKS && part(container) < LARGE_PART;
        return container.to() - container.from() > 1
                && first.letters() < LONGEST_HEADING
                && LinePatterns.isRelatedHeading(first.text())
                && (linked || (isList(container) && part(container) < NEARLY_ALL) || isCommentsBox(container));
    }

    /** Two or more linked titles, each with a line or two of text. */
    private boolean isList(Container container) {
        int titles = 0;
        int lines = 0;
        for (int i = container.from(); i < container.to(); i++) {
            TextBlock block = whole.block(i);
            titles += block.letters() >= SHORTEST_LINK && block.linkDensity() > MOST ? 1 : 0;
            lines += block.prose() > 0 ? 1 : 0;
        }
        return titles >= 2 && lines <= titles;
    }

    private boolean isBoilerplateByName(Container container) {
        for (Hint hint : container.hints()) {
            if (believed.contains(hint) && isBelieved(hint, container)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBelieved(Hint hint, Container container) {
        double part = part(container);
        if (NEVER_ARTICLE.contains(hint)) {
            if (container.says(Hint.BODY) && holdsFirstText(container)) {
                return false;
            }
            return part < LARGE_PART || whole.titles(container) == 0;
        }
        if (isLabel(hint, container)) {
            return true;
        }
        if (WEAK.contains(hint)) {
            return part < SMALL_PART && whole.prose(container) < MUCH_PROSE && !container.says(Hint.BODY);
        }
        if (isParagraph(container)) {
            return SAID_OF_PARAGRAPHS.contains(hint);
        }
        return hint == Hint.NAVIGATION ? !isLayout(container) : part < LARGE_PART && !readsLikeBody(hint, container);
    }

    /** Returns whether the first text below the title that the list has told, and much of all text, stands here. */
    private boolean holdsFirstText(Container container) {
        int first = page.told() < 0 ? -1 : page.told() + 1;
        while (first > 0 && first < page.blocks().size() && page.block(first).prose() == 0) {
            first++;
        }
        return first > 0 && container.holds(first) && part(container) >= LARGE_PART;
    }

    /** {@code content-author} is the line with the author's name, not the content. */
    private boolean isLabel(Hint hint, Container container) {
        return (hint == Hint.BYLINE || hint == Hint.DATE || hint == Hint.TAGS)
                && container.to() - container.from() <= 2
                && whole.letters(container) < SOME_PROSE;
    }

    private boolean isParagraph(Container container) {
        return (container.is("p") || container.is("li") || container.is("span"))
                && whole.prose(container) > SOME_PROSE
                && whole.linkDensity(container) < MANY_LINKS;
    }

    /** {@code layout-with-sidebar} is the frame of the article and its sidebar, not the sidebar. */
    private boolean isLayout(Container container) {
        if (isTextElsewhere(container)) {
            return false;
        }
        double part = part(container);
        boolean holdsMost = part > NEARLY_ALL || (part > MOST && container.says(Hint.BODY));
        return part >= LARGE_PART
                && (whole.titles(container) > 0 || (holdsMost && whole.linkDensity(container) < MANY_LINKS));
    }

    /** Returns whether the text right below the page's title stands outside an element. */
    private boolean isTextElsewhere(Container container) {
        int title = page.titleBlock();
        int prose = 0;
        for (int i = title + 1;
                title >= 0 && i <= title + SOON && i < page.blocks().size();
                i++) {
            prose += container.holds(i) ? 0 : page.block(i).prose();
        }
        return title >= 0 && !container.holds(title) && prose > SOME_PROSE / 2;
    }

    /** {@code teaser-content} is the free beginning of an article where it has sentences and no links. */
    private boolean readsLikeBody(Hint hint, Container container) {
        return hint != Hint.CAPTION
                && hint != Hint.GALLERY
                && container.says(Hint.BODY)
                && whole.prose(container) > SOME_PROSE
                && whole.linkDensity(container) < FEW_LINKS;
    }
}
