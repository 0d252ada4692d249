package vn.loa.portal.generic;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.attachment.NoticeLines;
import vn.loa.portal.generic.attachment.Player;
import vn.loa.portal.generic.attachment.ScannedPages;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.Imprint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * A notice of a few words: a title that its list has told, and below it some lines, a file, or pictures of its pages. What
 * votes and lengths tell of a text says nothing about so little of it; here the place below the title does.
 *
 * @param home the smallest element that holds the title and anything that is told below it
 * @param title the child of it that holds the title, or the title itself
 * @param lines what is told, without labels, dates and the names of files
 * @param pictures those below the title that may be pages of it; none when a caption is among what is told
 * @param shownInPlace whether a film, a sound or a picture without an address is among what stands below the title
 * @param more the number of the block up to which more may be told where the lines were not read to their end; else 0
 */
record ShortNotice(
        Container home, Element title, List<TextBlock> lines, List<Element> pictures, boolean shownInPlace, int more) {
    private static final int LEVELS = 10;
    private static final int DEEPEST = 20;
    /** In elements; what belongs to a notice of a few words stands soon after its title. */
    private static final int MOST_AFTER = 1_000;

    /** In blocks below the title. */
    private static final int REACH = 20;
    /** In blocks below the title; after these a day is told by the notice. */
    private static final int DATE_WITHIN = 3;

    private static final int FIRST_CHILDREN = 12;
    private static final int LITTLE_ELSE = 60;
    /** In letters; buttons and names of sections are shorter. */
    private static final int LINKED_TITLE = 20;

    private static final int ITEM_LEVELS = 2;
    private static final int FEWEST_ROWS = 3;

    private static final double MOSTLY_LINKED = 0.5;
    private static final double NEARLY_ALL = 0.8;
    private static final int LONGEST_NAMES = 300;
    private static final Pattern FRAME = Pattern.compile(
            "(?i)(^|[\\s_-])(foot|footer|ft|bottom|chan-?trang|copyright|side|sidebar|aside|right|phai|comments?|binh-?luan|modal|rating|rate|danh-?gia|share|related)([\\s_-]|\\d|$)");
    /** Names of a style, not of a place. */
    private static final Pattern SPACING = Pattern.compile("(?i)(margin|padding|border|text|pull)-(bottom|right)");

    private static final Pattern CONTACT = Pattern.compile("(dia chi|tru so|dien thoai|hotline|email|fax) ?:");

    ShortNotice {
        lines = List.copyOf(lines);
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads what stands below the title that the list has told.
     *
     * @param isDocument whether an element leads to a document or shows one
     * @return empty when no line is titled so, or nothing stands below it
     */
    static Optional<ShortNotice> of(PageText page, Predicate<Element> isDocument) {
        return page.told() < 0 ? Optional.empty() : new Reader(page, isDocument).read();
    }

    /**
     * Returns its text: of the lines those that are also in what was found by length and votes, if that is any text. A
     * schedule or a list of names, of many short lines, is more than the lines tell.
     */
    Body body(Body found) {
        int letters = lines.stream().mapToInt(TextBlock::letters).sum();
        long rows = found.blocks().stream().filter(block -> !block.isHeading()).count();
        if (rows >= FEWEST_ROWS && found.start() < more && found.letters() > letters) {
            return withLinesAbove(found);
        }
        List<TextBlock> both = lines.stream().filter(found.blocks()::contains).toList();
        return new Body(home, found.prose() > 0 && !both.isEmpty() ? both : lines);
    }

    private Body withLinesAbove(Body found) {
        return new Body(
                found.element(),
                Stream.concat(lines.stream().filter(line -> line.number() < found.start()), found.blocks().stream())
                        .toList());
    }

    private static final class Reader {
        private final PageText page;
        private final Predicate<Element> isDocument;
        private final Selection kept;
        private final int told;
        private final Element title;
        private final int end;
        private int more;

        Reader(PageText page, Predicate<Element> isDocument) {
            this.page = page;
            this.isDocument = isDocument;
            this.kept = Pruning.kept(page, Pruning.Strictness.RELAXED);
            this.told = page.told();
            this.title =
                    titled(page.block(told).owner().element(), page.block(told).text());
            this.end = end();
        }

        /** The element that holds nothing but the title, where it stands among other lines of one element. */
        private static Element titled(Element owner, String text) {
            return owner.children().stream()
                    .limit(FIRST_CHILDREN)
                    .filter(child -> PlainText.tidy(child.text()).equals(text))
                    .findFirst()
                    .orElse(owner);
        }

        Optional<ShortNotice> read() {
            List<TextBlock> lines = lines();
            Element child = title;
            @Nullable Container up = page.block(told).owner();
            for (int i = 0; i < LEVELS && up != null; i++) {
                if (holdsAny(up, lines)) {
                    return Optional.of(
                            new ShortNotice(up, child, lines, pictures(), isShownInPlace(up.element()), more));
                }
                child = up.element();
                up = up.parent();
            }
            return Optional.empty();
        }

        /** Returns the pictures that lie with the first one below the title, up to where something else begins. */
        private List<Element> pictures() {
            Element whole = title.ownerDocument();
            if (whole == null || page.blocks().subList(told + 1, end).stream().anyMatch(Captions::isCaption)) {
                return List.of();
            }
            List<Element> shown = below(whole).filter(ScannedPages::isPage).toList();
            Element home = shown.stream().findFirst().flatMap(this::around).orElse(null);
            return shown.stream()
                    .filter(picture -> picture.parents().contains(home))
                    .filter(picture -> !isInFrame(picture, home))
                    .toList();
        }

        /** The smallest element that holds the title and a picture. */
        private Optional<Element> around(Element picture) {
            List<Element> parents = picture.parents();
            return title.parents().stream().filter(parents::contains).findFirst();
        }

        private boolean holdsAny(Container home, List<TextBlock> lines) {
            return (!lines.isEmpty() && home.holds(lines.get(0).number()))
                    || after(home.element())
                            .anyMatch(node -> isDocument.test(node)
                                    || ScannedPages.isPage(node)
                                    || isOffered(node)
                                    || Player.is(node));
        }

        private boolean isShownInPlace(Element home) {
            return after(home).anyMatch(node -> Player.is(node) || ScannedPages.isInlinePage(node));
        }

        private static boolean isOffered(Element node) {
            return node.normalName().equals("a") && node.hasText() && NoticeLines.isInBoxOfFiles(node);
        }

        private Stream<Element> after(Element home) {
            return below(home).filter(node -> !isInFrame(node, home));
        }

        /** The elements below the title, up to what the page tells of something else. */
        private Stream<Element> below(Element home) {
            List<Element> all = home.getAllElements();
            int at = all.indexOf(title);
            Element last = end < page.blocks().size() ? item(page.block(end)) : null;
            return all.subList(Math.max(0, at), all.size()).stream()
                    .limit(MOST_AFTER)
                    .takeWhile(node -> node != last);
        }

        private List<TextBlock> lines() {
            List<TextBlock> lines = new ArrayList<>();
            boolean files = false;
            int i = kept.next(told + 1);
            for (; i >= 0 && i - told <= REACH && !ends(kept.block(i)); i = kept.next(i + 1)) {
                TextBlock block = kept.block(i);
                files |= NoticeLines.headsFiles(block.text());
                if (tells(block) && !(files && block.prose() == 0)) {
                    lines.add(block);
                }
            }
            boolean cut = i >= 0 && i < end && (i - told > REACH || isPlainHeading(kept.block(i)));
            more = cut ? end : 0;
            return lines;
        }

        /** A heading that is not known is that of other news where a link to another page follows it at once. */
        private int end() {
            List<TextBlock> blocks = page.blocks();
            for (int i = told + 1; i < blocks.size(); i++) {
                boolean aboveLink =
                        isPlainHeading(blocks.get(i)) && i + 1 < blocks.size() && leadsElsewhere(blocks.get(i + 1));
                if (aboveLink || isOfOthers(blocks.get(i)) || isTitleElsewhere(blocks.get(i))) {
                    return i;
                }
            }
            return blocks.size();
        }

        private static boolean isOfOthers(TextBlock block) {
            String text = block.text();
            return block.isImprint()
                    || Imprint.isOfSite(text)
                    || LinePatterns.isRelatedHeading(text)
                    || LinePatterns.isSideHeading(text)
                    || LinePatterns.isCommentsHeading(text)
                    || NoticeLines.headsOthers(text);
        }

        private boolean isTitleElsewhere(TextBlock block) {
            return block.letters() >= LINKED_TITLE
                    && block.linkDensity() > NEARLY_ALL
                    && !block.isBoilerplate()
                    && leadsElsewhere(block);
        }

        /** The picture of an item stands before its title, in an element with it. */
        private Element item(TextBlock first) {
            Container item = first.owner();
            for (int i = 0; i < ITEM_LEVELS && isTitleElsewhere(first) && !item.is("li"); i++) {
                Container up = item.parent();
                if (up == null || up.from() < first.number()) {
                    break;
                }
                item = up;
            }
            return item.element();
        }

        private boolean ends(TextBlock block) {
            return isPlainHeading(block)
                    || isOfOthers(block)
                    || leadsElsewhere(block)
                    || isBeside(block.owner())
                    || isContact(block);
        }

        private boolean isPlainHeading(TextBlock block) {
            return block.isHeading() && block.prose() == 0 && !isTitle(block) && !NoticeLines.headsFiles(block.text());
        }

        private boolean leadsElsewhere(TextBlock block) {
            Element link = block.link();
            return link != null
                    && block.linkDensity() > MOSTLY_LINKED
                    && !isDocument.test(link)
                    && !NoticeLines.isInBoxOfFiles(link);
        }

        private boolean isBeside(Container owner) {
            Container branch = owner;
            while (branch.parent() != null && !branch.parent().holds(told)) {
                branch = branch.parent();
            }
            return branch.is("td") && !branch.holds(told)
                    ? branch.parent() != null && branch.parent().holds(told)
                    : isInFrame(
                            owner.element(),
                            branch.parent() == null ? null : branch.parent().element());
        }

        /** An address right in the frame of the page is that of the site's office. */
        private boolean isContact(TextBlock block) {
            Container branch = block.owner();
            while (branch.parent() != null && !branch.parent().holds(told)) {
                branch = branch.parent();
            }
            boolean inFrame = branch.parent() == null || branch.parent().is("body");
            return inFrame && CONTACT.matcher(Folding.fold(block.text())).find();
        }

        private boolean tells(TextBlock block) {
            Element owner = block.owner().element();
            return !block.isBoilerplate()
                    && !isTitle(block)
                    && !isByline(block.owner())
                    && !isDate(block)
                    && !isFile(block)
                    && !Captions.isCaption(block)
                    && !NoticeLines.headsFiles(block.text())
                    && !NoticeLines.isInBoxOfFiles(owner);
        }

        private static boolean isByline(Container owner) {
            return owner.says(Hint.BYLINE)
                    || owner.element().closest("[itemprop=author]") != null
                    || (owner.parent() != null && owner.parent().says(Hint.BYLINE));
        }

        private boolean isTitle(TextBlock block) {
            return block.text().equals(page.block(told).text());
        }

        private boolean isDate(TextBlock block) {
            String text = block.text();
            if (block.kind() == TextBlock.Kind.ROW
                    || LinePatterns.tellsWhen(text)
                    || LinePatterns.endsLikeASentence(text)
                    || DatePatterns.isDue(text)) {
                return false;
            }
            return DatePatterns.isDate(text)
                    || (block.number() - told <= DATE_WITHIN
                            && DatePatterns.isDated(text)
                            && DatePatterns.withoutDates(text).length() <= LITTLE_ELSE);
        }

        private boolean isFile(TextBlock block) {
            Element link = block.link();
            boolean linked = link != null && isDocument.test(link);
            return NoticeLines.isFile(block.text())
                    || (linked && (block.linkDensity() > MOSTLY_LINKED || NoticeLines.isButton(block.text())));
        }
    }

    private static boolean isInFrame(Element element, @Nullable Element within) {
        Element up = element;
        for (int i = 0; i < DEEPEST && up != null && up != within; i++) {
            String names = up.className() + ' ' + up.id();
            if (up.normalName().equals("footer")
                    || up.normalName().equals("aside")
                    || FRAME.matcher(SPACING.matcher(names.substring(0, Math.min(names.length(), LONGEST_NAMES)))
                                    .replaceAll(" "))
                            .find()) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }
}
