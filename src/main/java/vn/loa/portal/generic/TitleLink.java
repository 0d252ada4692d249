package vn.loa.portal.generic;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.FileRow;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.LinkText;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.PlainText;

/** A link on a page that may be the title of an article, with the element that holds nothing but its item. */
final class TitleLink {
    /** "Kế hoạch" and "Trang chủ" are no titles. */
    private static final int SHORTEST = 14;

    private static final int SHORTEST_HEADING = 6;

    /** In blocks; what a link takes along beyond that is not its item. */
    private static final int LONGEST_ITEM = 60;

    /** In blocks below its title. */
    private static final int LONGEST_FLAT = 6;

    private static final int FEWEST_TO_PART = 3;

    private static final double MOSTLY_LINKED = 0.6;
    /** The number of elements around a link that make its shape. */
    private static final int SHAPE_DEPTH = 4;

    private static final Pattern LABEL =
            Pattern.compile("^(?:Trích yếu(?: nội dung)?|Tên văn bản|Nội dung|Tiêu đề)\\s?:\\s?(?=\\S)");
    private static final String FOOT = "footer, nav, .footer, #footer";
    private static final int CLOSE = 8;
    private static final int LONGEST_DATE = 40;
    private static final int BOILERPLATE_WITHIN = 12;
    private static final Set<String> BOILERPLATE_TAGS = Set.of("nav", "footer", "aside", "header");
    private static final Set<Hint> BOILERPLATE =
            Set.of(Hint.NAVIGATION, Hint.COMMENTS, Hint.COOKIES, Hint.ADVERTISING, Hint.TAGS, Hint.SIGNUP);

    private final PageText page;
    private final int block;
    private final URI href;
    private Container item;
    private int levels;
    /** The block of the nearest title before that leads elsewhere, and of the nearest after. */
    private int before = -1;

    private int after = Integer.MAX_VALUE;
    /** The lines of an item that has no element of its own; none while the last is 0. */
    private int flatFirst;

    private int flatLast;

    private TitleLink(PageText page, int block, URI href) {
        this.page = page;
        this.block = block;
        this.href = href;
        this.item = page.block(block).owner();
    }

    /** Returns the links to pages of this site that are as long as titles, in the order of the page. */
    static List<TitleLink> on(PageText page, Links links) {
        Map<Integer, String> linked = new TreeMap<>();
        for (int i = 0; i < page.blocks().size(); i++) {
            if (isLong(page.block(i))) {
                linked.put(i, page.block(i).href());
            }
        }
        UnlinkedTitles.on(page, links).forEach(linked::putIfAbsent);
        List<TitleLink> titles = new ArrayList<>();
        linked.forEach((block, written) -> links.resolve(written)
                .filter(href -> links.isOwn(href) && !links.leadsBack(href))
                .ifPresent(href -> titles.add(new TitleLink(page, block, href))));
        giveItems(titles);
        return titles;
    }

    private static boolean isLong(TextBlock text) {
        return !FileRow.isNumber(text.text())
                && (text.linkDensity() >= MOSTLY_LINKED || isBesideDate(text) || FileRow.isTitleOfDatedRow(text))
                && text.letters() >= (isHeading(text) ? SHORTEST_HEADING : SHORTEST)
                && (!text.isBoilerplate() || isTitleBesideDate(text));
    }

    /** A line that begins with {@code Ngày đăng:} is a label, and what is linked in it may be a title. */
    private static boolean isTitleBesideDate(TextBlock text) {
        return isBesideDate(text)
                && text.link() != null
                && !LinePatterns.isBoilerplate(PlainText.tidy(text.link().text()));
    }

    /** Beside a short title the date may be half of the line. */
    private static boolean isBesideDate(TextBlock text) {
        return text.linked() >= SHORTEST
                && text.letters() - text.linked() <= LONGEST_DATE
                && DatePatterns.isDate(ItemDate.besideLink(text));
    }

    /** An item reaches up until it would take in a link that leads elsewhere. */
    private static void giveItems(List<TitleLink> titles) {
        for (int i = 1; i < titles.size(); i++) {
            TitleLink left = titles.get(i - 1);
            titles.get(i).before = left.href.equals(titles.get(i).href) ? left.before : left.block;
        }
        for (int i = titles.size() - 2; i >= 0; i--) {
            TitleLink right = titles.get(i + 1);
            titles.get(i).after = right.href.equals(titles.get(i).href) ? right.after : right.block;
        }
        titles.forEach(TitleLink::reachUp);
    }

    private void reachUp() {
        Container up = item.parent();
        while (up != null && !up.is("body") && up.from() > before && up.to() <= after) {
            item = up;
            levels++;
            up = up.parent();
        }
    }

    /** Makes the items of one list equally deep; the last would else reach for what follows the list. */
    static void agreeOnItems(List<TitleLink> titles) {
        boolean dated = titles.stream().anyMatch(TitleLink::isDated);
        if (!dated && titles.size() >= FEWEST_TO_PART) {
            titles.forEach(TitleLink::forgetItem);
            giveItems(titles);
        }
        int levels = titles.stream().mapToInt(title -> title.levels).min().orElse(0);
        for (TitleLink title : titles) {
            title.item = title.page.block(title.block).owner();
            for (int i = 0; i < levels; i++) {
                title.item = Objects.requireNonNull(title.item.parent());
            }
        }
    }

    /** Of one list only its own titles part the items, not the names of authors that are links in each of them. */
    private void forgetItem() {
        item = page.block(block).owner();
        levels = 0;
        before = -1;
        after = Integer.MAX_VALUE;
    }

    /**
     * Lets items whose lines stand beside one another, in no element of their own, go from title to title; leaves those
     * of a list with dates as they are.
     */
    static void partLines(List<TitleLink> titles) {
        if (titles.stream().anyMatch(title -> title.isDated() || title.item.to() > title.item.from() + 1)) {
            return;
        }
        boolean dateAbove = titles.stream().allMatch(TitleLink::hasDateAbove);
        int longest = LONGEST_FLAT;
        for (TitleLink title : titles) {
            Container around = title.item.parent();
            int end = around == null ? title.block + 1 : title.beforeHeading(Math.min(around.to(), title.after));
            title.flatFirst = dateAbove ? title.block - 1 : title.block;
            title.flatLast = Math.min(end, title.block + 1 + longest);
            longest = title.after == Integer.MAX_VALUE ? longest : Math.max(1, title.flatLast - title.block - 1);
        }
    }

    /** Stops at a heading, below which another part of the page begins. */
    private int beforeHeading(int end) {
        return IntStream.range(block + 1, end)
                .filter(at -> page.block(at).isHeading())
                .findFirst()
                .orElse(end);
    }

    private boolean hasDateAbove() {
        Container around = item.parent();
        return around != null
                && block - 1 > before
                && block - 1 >= around.from()
                && !page.block(block - 1).isHeading()
                && DatePatterns.isDate(page.block(block - 1).text());
    }

    int block() {
        return block;
    }

    URI href() {
        return href;
    }

    Container item() {
        return item;
    }

    String text() {
        return LABEL.matcher(LinkText.whole(linkText().title(), item.element())).replaceFirst("");
    }

    LinkText linkText() {
        TextBlock text = page.block(block);
        Element link = text.link();
        if (link == null || isAroundItem(link, text)) {
            return LinkText.of(text.owner().element(), text.text());
        }
        String line = withoutOtherLinks(text).orElse(text.text());
        return LinkText.of(link, isWholeLine(text) ? line : PlainText.tidy(link.text()));
    }

    /** The name of a section, which leads elsewhere, or "Xem thêm" may share the line with the title. */
    private static Optional<String> withoutOtherLinks(TextBlock text) {
        List<Element> links =
                text.owner().element().select("a[href]").stream().limit(CLOSE).toList();
        List<String> own = links.stream()
                .filter(link -> link.attr("href").equals(text.href()) && !UnlinkedTitles.leadsOn(link.text()))
                .map(link -> PlainText.tidy(link.text()))
                .filter(title -> !title.isEmpty())
                .toList();
        return Optional.of(String.join(" ", own))
                .filter(title -> own.size() < links.size() && title.length() >= SHORTEST)
                .filter(text.text()::contains);
    }

    private boolean isAroundItem(Element link, TextBlock text) {
        return isAlone() && !text.owner().element().equals(link) && !isInside(link, text);
    }

    /** A row of a table may link twice, from the number of a document and from its title. */
    private boolean isWholeLine(TextBlock text) {
        return isAlone() && text.kind() != TextBlock.Kind.ROW;
    }

    private static boolean isInside(Element link, TextBlock text) {
        return Stream.iterate(link, up -> up != null, Element::parent)
                .limit(CLOSE)
                .anyMatch(text.owner().element()::equals);
    }

    /** Returns whether nothing but the link stands in its line. */
    boolean isAlone() {
        return page.block(block).letters() == page.block(block).linked();
    }

    /** Returns the first block of the item; where lines share an element, that of the link. */
    int first() {
        if (flatLast > 0) {
            return flatFirst;
        }
        return item.from() > before ? item.from() : block;
    }

    /** Returns one past the last block of the item. */
    int last() {
        if (flatLast > 0) {
            return flatLast;
        }
        return Math.min(Math.min(item.to(), after), first() + LONGEST_ITEM);
    }

    int letters() {
        return page.block(block).letters();
    }

    /** Returns the letters of the whole item. */
    int lettersOfItem() {
        int letters = 0;
        for (int i = first(); i < last(); i++) {
            letters += page.block(i).letters();
        }
        return letters;
    }

    /** Returns the shape of the elements around the link; equal for the items of one list. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        Container up = page.block(block).owner();
        for (int i = 0; i < SHAPE_DEPTH && up != null; i++) {
            shape.append(up.shape()).append('<');
            up = up.parent();
        }
        return shape.toString();
    }

    /** Returns whether it is a heading, or a link in an element named title. */
    boolean isHeading() {
        return isHeading(page.block(block));
    }

    private static boolean isHeading(TextBlock text) {
        return text.isHeading()
                || TitleFinder.isNamedTitle(text.owner().element())
                || (text.link() != null && TitleFinder.isNamedTitle(text.link()));
    }

    /** Returns whether it is the first heading of the page without a link in it. */
    boolean isOfPage() {
        return page.block(block).isTitle() && page.block(block).link() == null;
    }

    boolean isDated() {
        return !date().isEmpty();
    }

    /** Returns whether a date stands below it, before the next title, as in a list whose items have no elements of their own. */
    boolean isAboveDate() {
        return IntStream.range(
                        block + 1,
                        Math.min(
                                Math.min(after, block + LONGEST_FLAT),
                                page.blocks().size()))
                .anyMatch(at -> DatePatterns.isDate(page.block(at).text()));
    }

    boolean hasPicture() {
        return first() == item.from() && item.element().selectFirst("img") != null;
    }

    /** Returns whether more of its item is shown than a bare link. */
    boolean isShown() {
        return isHeading() || hasPicture() || isAboveDate() || isDated() || !teaser().isEmpty();
    }

    boolean isInBoilerplate() {
        Container up = page.block(block).owner();
        for (int i = 0; i < BOILERPLATE_WITHIN && up != null && !up.is("body"); i++) {
            boolean named = up.hints().stream().anyMatch(BOILERPLATE::contains) && !up.says(Hint.BODY);
            boolean ofArticle = up.is("header") && up.element().closest("article") != null;
            if (named || (BOILERPLATE_TAGS.contains(up.tag()) && !ofArticle)) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns whether it stands in the menu or at the foot of the page. */
    boolean isInFoot() {
        return page.block(block).owner().element().closest(FOOT) != null;
    }

    String date() {
        return ItemDate.of(this, page);
    }

    /** Returns the lines of the item but that of its link. */
    Stream<TextBlock> otherLines() {
        return IntStream.range(first(), last()).filter(at -> at != block).mapToObj(page::block);
    }

    /** Returns the longest other text of the item. */
    String teaser() {
        String teaser = "";
        for (int i = first(); i < last(); i++) {
            TextBlock other = page.block(i);
            if (i != block && other.text().length() > Math.max(SHORTEST, teaser.length()) && isTeaser(other)) {
                teaser = withoutButton(other);
            }
        }
        return teaser;
    }

    private static String withoutButton(TextBlock text) {
        String button = text.link() == null ? "" : PlainText.tidy(text.link().text());
        boolean leadsOn = UnlinkedTitles.leadsOn(button) && text.text().endsWith(button);
        return leadsOn
                ? text.text()
                        .substring(0, text.text().length() - button.length())
                        .strip()
                : text.text();
    }

    private boolean isTeaser(TextBlock other) {
        boolean tells = other.linkDensity() < 0.5 && DatePatterns.isSentenceWithDay(other.text());
        return (tells || !DatePatterns.isDated(other.text()))
                && !other.isBoilerplate()
                && !other.text().equals(page.block(block).text())
                && (other.linkDensity() < 0.5 || other.letters() > letters());
    }
}
