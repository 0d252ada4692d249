package vn.loa.portal.generic;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.DocumentDetails;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Finds the title of an article: the line on the page that the page's own declarations begin with, since declarations
 * are cut, decorated with the site's name or, on some portals, name the category in the first heading.
 */
final class TitleFinder {
    /** Names of sites follow, or come before, a title between these. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|»•·–—:-]+\\s+|\\s*\\|\\s*|\\s*::\\s*");

    private static final Pattern FOR_MACHINES = Pattern.compile(
            "(?i)(^|\\s)(sr-only|visually-?hidden|hide-accessible|screen-reader-text|element-invisible)");

    /** Names by which systems call the part of the page that shows an article; folded. */
    private static final Pattern SECTION = Pattern.compile(
            "(noi dung |xem |tin |thong tin |bai viet )?chi tiet"
                    + "( (cua )?(tin|tin tuc|tin bai|ban tin|bai|bai viet|noi dung|thong tin|thong bao|van ban))?"
                    + "|xem (tin|bai viet|noi dung)|noi dung (tin|bai viet)|(news|article)? ?details?|xuat ban thong tin|(thong tin|thuoc tinh|toan van|noi dung) van ban|in (bai viet|tin|trang|ban tin)|ban in");

    private static final Pattern SITE = Pattern.compile(
            "(website|web|(trang|cong) (web|tin|thong tin|ttdt))( dien tu)?( tong hop| thanh phan)?( .{1,60})?");

    private static final String OFFICE =
            "trang|cổng|thông|tin|điện|tử|tổng|hợp|thành|phần|phố|tỉnh|xã|phường|huyện|quận|thị|trấn|của"
                    + "|và|ủy|uỷ|ban|nhân|dân|mặt|trận|tổ|quốc|đảng|bộ|hội|đồng|sở|phòng|trường|trung|tâm|công|an|đoàn|nông|phụ|nữ|cựu|chiến|binh";

    private static final Pattern WITH_NAME = Pattern.compile("(.{20,250}) [-–—|] .{2,120}");

    private static final Pattern HEADER = Pattern.compile(
            "^header |(?:^|[\\s_-])(?:banner|logo|masthead|site-?(?:name|title|header|heading)|page-?header|top-?header|header)(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    /** Two small words in a row that are no words of a site or of an office, as in "ra mắt giao diện". */
    private static final Pattern TELLS = Pattern.compile(
            "(?<!\\p{L})(?!(?:" + OFFICE + ")(?!\\p{L}))\\p{Ll}+ (?!(?:" + OFFICE + ")(?!\\p{L}))\\p{Ll}+(?!\\p{L})");

    private static final int HEADER_WITHIN = 8;
    private static final double NEARLY_ALL = 0.8;

    private static final Set<String> EMPHASIS = Set.of("b", "strong", "em", "u", "mark");

    private static final int SHORTEST_INTRODUCTION = 60;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 300;
    private static final int FIRST_CHILDREN = 12;
    /** Declared titles that were cut short still begin like the title. */
    private static final int ALIKE_FROM = 12;

    private final PageText page;
    private final List<String> declared;
    private final int bodyStart;
    private final URI location;
    private final SiteNames site;
    private final Optional<DocumentDetails> card;

    /** A title and the block in which it stands, -1 when only the page's head has it. */
    record Title(String text, int block) {}

    private TitleFinder(PageText page, List<String> declared, Body body, URI location) {
        this.page = page;
        this.location = location;
        this.site = new SiteNames(page, location);
        this.card = DocumentDetails.in(page);
        this.declared = declared.stream()
                .filter(title -> !title.isEmpty() && !isSection(SEPARATOR.split(title, 2)[0]))
                .toList();
        this.bodyStart = body.isEmpty() ? page.blocks().size() : body.start();
    }

    /** @param declared what the page calls itself, the most trusted first */
    static Title find(PageText page, List<String> declared, Body body, URI location) {
        TitleFinder finder = new TitleFinder(page, declared, body, location);
        if (page.told() >= 0) {
            return finder.at(page.told());
        }
        Title own = finder.find(block -> finder.isCandidate(block) && !finder.site.hold(block));
        if (own.block() < 0 && finder.card.isPresent()) {
            return finder.at(finder.card.get().titleBlock());
        }
        int line = own.block() >= 0 ? -1 : finder.line(own.text());
        if (line >= 0) {
            return finder.at(line);
        }
        boolean told = own.block() >= 0
                || finder.declared.size() > 1
                || TELLS.matcher(own.text()).find();
        return told ? own : finder.find(finder::isCandidate);
    }

    /** Returns a line that looks like a title; where the page's own title is one, it must look much like it. */
    private int line(String own) {
        boolean tells = TELLS.matcher(own).find();
        return TitleLines.find(
                page,
                location,
                block -> !site.hold(block)
                        && !isSection(block.text())
                        && !SITE.matcher(Folding.fold(block.text())).matches(),
                bodyStart,
                tells ? TitleLines.SURE : TitleLines.LIKELY);
    }

    private Title find(Predicate<TextBlock> candidate) {
        int best = -1;
        int bestLikeness = 0;
        int nearest = -1;
        int named = -1;
        for (int i = 0; i < page.blocks().size(); i++) {
            TextBlock block = page.block(i);
            if (candidate.test(block)) {
                int likeness = likeness(block);
                if (likeness > bestLikeness) {
                    best = i;
                    bestLikeness = likeness;
                }
                nearest = block.isTitle() && i <= bodyStart && !isForMachines(block) ? i : nearest;
                named = i <= bodyStart ? i : named;
            }
        }
        if (best >= 0 && named > best && isSiteName(best) && !isSiteName(named)) {
            return at(named);
        }
        int shown = nearest < 0 && declared.isEmpty() ? named : nearest;
        return best >= 0
                ? at(withoutName(best, candidate))
                : declared.isEmpty() && shown >= 0 ? at(shown) : declaredOr(nearest);
    }

    /** Those who see a page do not see this. */
    private static boolean isForMachines(TextBlock block) {
        return FOR_MACHINES.matcher(start(block.owner().element().className())).find();
    }

    /** Headings that only machines read add the site's name to the title that people see below. */
    private int withoutName(int heading, Predicate<TextBlock> candidate) {
        var named = WITH_NAME.matcher(page.block(heading).text());
        return !named.matches()
                ? heading
                : page
                        .blocks()
                        .subList(
                                heading + 1,
                                Math.max(
                                        heading + 1,
                                        Math.min(bodyStart, page.blocks().size())))
                        .stream()
                        .filter(block -> block.text().equals(named.group(1)) && candidate.test(block))
                        .mapToInt(TextBlock::number)
                        .findFirst()
                        .orElse(heading);
    }

    /** A headline may begin like the name of a site; the name stands in the site's header or after a title. */
    private boolean isSiteName(int block) {
        String text = page.block(block).text();
        return SITE.matcher(Folding.fold(text)).matches()
                && (isInHeader(page.block(block).owner().element()) || isSitePart(text));
    }

    /** The site's name is the last part of a declared title, or the first one where it is nothing but a name. */
    private boolean isSitePart(String text) {
        String folded = Folding.fold(text);
        return declared.stream()
                .map(title -> SEPARATOR.split(Folding.fold(title)))
                .filter(pieces -> pieces.length > 1)
                .anyMatch(pieces -> isNearly(pieces[pieces.length - 1], folded)
                        || isNearly(pieces[0], folded) && !TELLS.matcher(text).find());
    }

    private static boolean isNearly(String piece, String text) {
        return piece.contains(text) && text.length() >= NEARLY_ALL * piece.length();
    }

    private static boolean isInHeader(Element element) {
        Element up = element;
        for (int i = 0; i < HEADER_WITHIN && up != null && !up.normalName().equals("body"); i++) {
            String names = up.normalName() + ' ' + up.className() + ' ' + up.id() + ' ' + up.attr("role");
            if (HEADER.matcher(names).find()) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    private Title at(int block) {
        String text = card.filter(there -> there.titleBlock() == block)
                .map(DocumentDetails::title)
                .orElseGet(() -> page.block(block).text());
        String date = dateIn(page, block);
        return new Title(
                text.endsWith(date)
                        ? text.substring(0, text.length() - date.length()).strip()
                        : text,
                block);
    }

    /** Returns the date of publication that a heading has in an element of its own, at its end; empty when it has none. */
    static String dateIn(PageText page, int block) {
        TextBlock heading = page.block(block);
        Element last = heading.owner().element().lastElementChild();
        String date = last == null || isEmphasis(last) ? "" : PlainText.tidy(last.text());
        boolean atEnd = heading.text().endsWith(date) && heading.text().length() > date.length();
        return (heading.isHeading() || block == page.told())
                        && atEnd
                        && DatePatterns.isDateOfPublication(date)
                        && !page.expected().holds(date)
                ? date
                : "";
    }

    /** Editors make the day of a meeting bold; a day of publication has a style of its own. */
    private static boolean isEmphasis(Element element) {
        return EMPHASIS.contains(element.normalName()) && element.className().isEmpty();
    }

    private Title declaredOr(int nearest) {
        if (nearest >= 0 && declared.size() < 2) {
            return at(nearest);
        }
        return new Title(declared.isEmpty() ? "" : withoutSite(), nearest);
    }

    private boolean isCandidate(TextBlock block) {
        return block.letters() >= SHORTEST
                && block.text().length() <= LONGEST
                && (block.isHeading() || isNamedTitle(block.owner().element()) || isNamedTitle(block))
                && !isSection(block.text())
                && !isIntroduction(block);
    }

    /** Some systems set the introduction as a heading. */
    private static boolean isIntroduction(TextBlock block) {
        return !block.isTitle()
                && block.letters() >= SHORTEST_INTRODUCTION
                && block.text().endsWith(".")
                && !block.text().endsWith("...")
                && LeadFinder.isNamedLead(block.owner());
    }

    /** Returns whether a line is the name by which systems call the part of a page with an article. */
    static boolean isSection(String title) {
        return SECTION.matcher(Folding.fold(title)).matches();
    }

    /** Returns whether all of a line stands in an element that is called a title but makes no line of its own. */
    private static boolean isNamedTitle(TextBlock block) {
        Element child = block.owner().element().firstElementChild();
        for (int i = 0; i < FIRST_CHILDREN && child != null; i++) {
            boolean small = child.childNodeSize() <= FIRST_CHILDREN;
            boolean named = small
                    && (isNamedTitle(child)
                            || child.id().toLowerCase(Locale.ROOT).endsWith("title"));
            if (named && PlainText.tidy(child.text()).equals(block.text())) {
                return true;
            }
            child = child.nextElementSibling();
        }
        return false;
    }

    /** Returns whether an element's class or role calls it a title. */
    static boolean isNamedTitle(Element element) {
        String names = (start(element.className())
                        + ' '
                        + start(element.attr("itemprop"))
                        + ' '
                        + start(element.attr("data-role")))
                .toLowerCase(Locale.ROOT);
        return Stream.of("title", "headline", "tieude", "tieu-de", "tenbai", "ten-bai", "tentin", "ten-tin")
                .anyMatch(names::contains);
    }

    /** Names worth reading come first; some pages put whole style sheets into a class. */
    private static String start(String names) {
        return names.substring(0, Math.min(names.length(), LONGEST));
    }

    /**
     * Returns how many characters the block has in common with the beginning of a declared title; a main heading first.
     */
    private int likeness(TextBlock block) {
        String text = Folding.fold(block.text());
        int most = 0;
        for (String title : declared) {
            String whole = Folding.fold(title);
            int common = whole.contains(text) ? text.length() : commonBeginning(text, whole);
            boolean alike = common == text.length()
                    || (common >= ALIKE_FROM && 2 * common >= Math.min(text.length(), whole.length()));
            if (alike) {
                most = Math.max(most, 4 * common + (block.isTitle() ? 2 : 0) + (common == text.length() ? 1 : 0));
            }
        }
        return most;
    }

    private static int commonBeginning(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int i = 0;
        while (i < length && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    /** The title is what two declarations begin with, with whatever dashes in it. */
    private String withoutSite() {
        String first = declared.get(0);
        boolean begun =
                declared.stream().skip(1).anyMatch(other -> other.length() > first.length() && other.startsWith(first));
        return begun ? first : withoutSite(first);
    }

    /** "Title - Site" and "Title | Section | Site" without the site: the longest piece. */
    private static String withoutSite(String title) {
        return SEPARATOR
                .splitAsStream(title)
                .reduce("", (longest, piece) -> piece.length() > longest.length() ? piece : longest)
                .strip();
    }
}
