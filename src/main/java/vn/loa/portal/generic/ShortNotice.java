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
 * @param pictures what it shows that may be pages of it; none when a caption is among what it shows
 */
record ShortNotice(Container home, Element title, List<TextBlock> lines, List<Element> pictures) {
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

    private static final double MOSTLY_LINKED = 0.5;
    private static final int LONGEST_NAMES = 300;
    private static final Pattern FRAME = Pattern.compile(
            "(?i)(^|[\\s_-])(foot|footer|ft|bottom|chan-?trang|copyright|side|sidebar|aside|right|phai|comments?|binh-?luan|modal|rating|rate|danh-?gia|share|related)([\\s_-]|\\d|$)");
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

    /** Returns its text: of the lines those that are also in what was found by length and votes, if that is any text. */
    Body body(Body found) {
        List<TextBlock> both = lines.stream().filter(found.blocks()::contains).toList();
        return new Body(home, found.prose() > 0 && !both.isEmpty() ? both : lines);
    }

    private static final class Reader {
        private final PageText page;
        private final Predicate<Element> isDocument;
        private final Selection kept;
        private final int told;
        private final Element title;
        private final int end;

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
                    return Optional.of(new ShortNotice(up, child, lines, pictures()));
                }
                child = up.element();
                up = up.parent();
            }
            return Optional.empty();
        }

        private boolean holdsAny(Container home, List<TextBlock> lines) {
            return (!lines.isEmpty() && home.holds(lines.get(0).number()))
                    || after(home.element()).anyMatch(node -> isDocument.test(node) || ScannedPages.isPage(node));
        }

        /** The elements below the title that lead to something or show it. */
        private Stream<Element> after(Element home) {
            List<Element> all = home.getAllElements();
            int at = all.indexOf(title);
            return all.subList(Math.max(0, at), all.size()).stream()
                    .limit(MOST_AFTER)
                    .filter(node -> !isInFrame(node, home));
        }

        private List<TextBlock> lines() {
            List<TextBlock> lines = new ArrayList<>();
            boolean files = false;
            for (TextBlock block : below()) {
                files |= NoticeLines.headsFiles(block.text());
                if (tells(block) && !(files && block.prose() == 0)) {
                    lines.add(block);
                }
            }
            return lines;
        }

        private List<TextBlock> below() {
            List<TextBlock> below = new ArrayList<>();
            for (int i = kept.next(told + 1); i >= 0 && i != end; i = kept.next(i + 1)) {
                below.add(kept.block(i));
            }
            return below;
        }

        /** Returns the number of the first block that is not of the notice; -1 when all below the title are. */
        private int end() {
            int i = kept.next(told + 1);
            while (i >= 0 && i - told <= REACH && !ends(kept.block(i))) {
                i = kept.next(i + 1);
            }
            return i;
        }

        /** What lies with the first picture below the title, up to where the notice ends. */
        private List<Element> pictures() {
            if (below().stream().anyMatch(Captions::isCaption)) {
                return List.of();
            }
            Element whole = title.ownerDocument();
            List<Element> all = whole == null ? List.of() : whole.getAllElements();
            int from = Math.max(0, all.indexOf(title));
            int to = end < 0
                    ? all.size()
                    : Math.max(from, all.indexOf(page.block(end).owner().element()));
            List<Element> shown = all.subList(from, to).stream()
                    .limit(MOST_AFTER)
                    .filter(ScannedPages::isPage)
                    .toList();
            Optional<Element> home = shown.stream().findFirst().flatMap(this::around);
            return shown.stream()
                    .filter(picture -> home.filter(picture.parents()::contains).isPresent())
                    .filter(picture -> !isInFrame(picture, home.orElse(null)))
                    .toList();
        }

        /** The smallest element that holds the title and a picture. */
        private Optional<Element> around(Element picture) {
            List<Element> parents = picture.parents();
            return title.parents().stream().filter(parents::contains).findFirst();
        }

        private boolean ends(TextBlock block) {
            String text = block.text();
            boolean heading =
                    block.isHeading() && block.prose() == 0 && !isTitle(block) && !NoticeLines.headsFiles(text);
            return heading
                    || block.isImprint()
                    || Imprint.isOfSite(text)
                    || LinePatterns.isRelatedHeading(text)
                    || LinePatterns.isSideHeading(text)
                    || LinePatterns.isCommentsHeading(text)
                    || NoticeLines.headsOthers(text)
                    || leadsElsewhere(block)
                    || isBeside(block.owner())
                    || isContact(block);
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
                    || FRAME.matcher(names.substring(0, Math.min(names.length(), LONGEST_NAMES)))
                            .find()) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }
}
