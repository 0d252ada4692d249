package vn.loa.portal.generic;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.OwnLink;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.ShortText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;

/**
 * Finds the title of an article among the lines before its text, on pages that do not mark it as a heading: a line that
 * stands above a date, is set large or bold, is called a title, or says what the page's address says.
 */
final class TitleLines {
    /** Enough where the page calls itself by the name of its site. */
    static final int LIKELY = 2;
    /** Wanted where the page's own title may be that of the article. */
    static final int SURE = 4;

    private static final int WINDOW = 14;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 260;
    private static final int FEWEST_WORDS = 3;
    private static final int LINES_TO_DATE = 2;
    private static final int LEVELS = 4;
    private static final int FEWEST_SLUG_WORDS = 3;
    private static final double MOST = 0.6;
    private static final double SOMEWHAT_LINKED = 0.5;
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(title|headline|tieu-?_?de|(ten|name)[_-]?(tin|bai)|(tin|bai|news|post)[_-]?(ten|name)|subject|heading)");
    /** The head of a section, or of a part of the page, is called a title as well. */
    private static final Pattern OF_SECTION = Pattern.compile(
            "(?i)(chuyen-?_?muc|danh-?_?muc|category|(^|[\\s_-])cate?([\\s_-]|$)|portlet|module|widget|box-?_?title|title-?_?box)");

    private static final Pattern BOLD = Pattern.compile(
            "(?i)font-weight:\\s*(bold|[6-9]00)|font-size:\\s*(1[6-9]|[2-4]\\d)(px|pt)|font-size:\\s*(x-?)?large");

    private final PageText page;
    private final String location;
    private final Set<String> slug;
    private final Predicate<TextBlock> wanted;

    private TitleLines(PageText page, URI location, Predicate<TextBlock> wanted) {
        this.page = page;
        this.wanted = wanted;
        this.location = location.toString();
        this.slug = slug(location);
    }

    /**
     * Returns the number of the block that is most like a title.
     *
     * @param wanted what else must be true of it
     * @param bodyStart the number of the first block of the text
     * @param least how much must speak for it: {@link #LIKELY} or {@link #SURE}
     * @return -1 when nothing is like one
     */
    static int find(PageText page, URI location, Predicate<TextBlock> wanted, int bodyStart, int least) {
        return new TitleLines(page, location, wanted).find(bodyStart, least);
    }

    /** Returns the number of the block that is probably the title, before the text is known; -1 when none is. */
    static int anchor(PageText page, URI location) {
        if (page.titleBlock() >= 0) {
            return page.titleBlock();
        }
        TitleLines lines = new TitleLines(page, location, block -> !TitleFinder.isSection(block.text()));
        int sure = lines.best(0, page.blocks().size() - 1, SURE);
        return sure >= 0 ? sure : lines.onlyHeading();
    }

    /** The one heading of the first or second rank with running text right below it. */
    private int onlyHeading() {
        for (String rank : List.of("h1", "h2")) {
            List<TextBlock> headings = page.blocks().stream()
                    .filter(block -> block.owner().is(rank) && isLine(block) && isAboveText(block.number()))
                    .toList();
            if (!headings.isEmpty()) {
                return headings.size() == 1 ? headings.get(0).number() : -1;
            }
        }
        return -1;
    }

    private boolean isAboveText(int at) {
        int to = Math.min(at + 1 + LINES_TO_DATE, page.blocks().size());
        return page.blocks().subList(at + 1, to).stream().anyMatch(block -> block.prose() > 0);
    }

    private int find(int bodyStart, int least) {
        return best(
                Math.max(0, bodyStart - WINDOW),
                Math.min(bodyStart, page.blocks().size() - 1),
                least);
    }

    private int best(int from, int to, int least) {
        int best = -1;
        int most = least - 1;
        for (int i = from; i <= to; i++) {
            int score = isLine(page.block(i)) && wanted.test(page.block(i)) ? score(i) : 0;
            if (score > most) {
                best = i;
                most = score;
            }
        }
        return best;
    }

    private int score(int at) {
        TextBlock block = page.block(at);
        Element owner = block.owner().element();
        return (isInAddress(block.text()) ? SURE : 0)
                + (isSet(owner, block.text(), TitleLines::isNamed) ? SURE - 1 : 0)
                + (isSet(owner, block.text(), TitleLines::isBold) ? LIKELY : 0)
                + (isAboveDate(at) ? LIKELY : 0);
    }

    private boolean isLine(TextBlock block) {
        String text = block.text();
        return block.letters() >= SHORTEST
                && text.length() <= LONGEST
                && text.split(" ", FEWEST_WORDS + 1).length >= FEWEST_WORDS
                && (block.linkDensity() < SOMEWHAT_LINKED || OwnLink.is(block.href(), location))
                && !block.isBoilerplate()
                && !isSentence(text)
                && !LinePatterns.isRelatedHeading(text)
                && (!DatePatterns.isDated(text)
                        || !TitleFinder.dateIn(page, block.number()).isEmpty())
                && !isInMenu(block.owner());
    }

    private static boolean isInMenu(Container owner) {
        return owner.says(Hint.NAVIGATION)
                || (owner.is("li") && owner.parent() != null && owner.parent().says(Hint.NAVIGATION));
    }

    private static boolean isSentence(String text) {
        return text.endsWith(".") && !text.endsWith("...")
                || text.endsWith(";")
                || text.endsWith(":")
                || text.endsWith(",");
    }

    private boolean isAboveDate(int at) {
        for (int i = at + 1; i <= at + LINES_TO_DATE && i < page.blocks().size(); i++) {
            TextBlock next = page.block(i);
            if (next.prose() == 0 && DatePatterns.isDated(next.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean isInAddress(String text) {
        if (slug.isEmpty()) {
            return false;
        }
        Set<String> words = words(text);
        long shared = slug.stream().filter(words::contains).count();
        return shared >= MOST * slug.size() && shared >= MOST * MOST * words.size();
    }

    private static Set<String> slug(URI location) {
        String path = Optional.ofNullable(location.getPath()).orElse("").replaceFirst("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = last.replaceFirst("\\.[A-Za-z]{2,5}$", "").replaceAll("[-_]", " ");
        Set<String> words = words(name);
        return words.size() >= FEWEST_SLUG_WORDS && !TitleFinder.isSection(name) ? words : Set.of();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Folding.fold(text).split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Returns whether the element with the whole of a text, or one of the few around it, is set so. */
    private static boolean isSet(Element owner, String text, Predicate<Element> how) {
        Element element = owner;
        for (int i = 0; i < LEVELS && element != null; i++) {
            if (how.test(element)) {
                return true;
            }
            element = wholly(element, text);
        }
        return false;
    }

    private static @Nullable Element wholly(Element element, String text) {
        Element child = element.firstElementChild();
        for (int i = 0; i < LEVELS && child != null; i++) {
            if (child.childNodeSize() <= LEVELS && ShortText.of(child, LONGEST).equals(text)) {
                return child;
            }
            child = child.nextElementSibling();
        }
        return null;
    }

    private static boolean isNamed(Element element) {
        String names = element.className() + ' ' + element.id();
        String start = names.substring(0, Math.min(names.length(), LONGEST));
        return NAMED.matcher(start).find() && !OF_SECTION.matcher(start).find();
    }

    private static boolean isBold(Element element) {
        String tag = element.normalName().toLowerCase(Locale.ROOT);
        return tag.equals("b")
                || tag.equals("strong")
                || tag.matches("h[1-6]")
                || BOLD.matcher(element.attr("style")).find();
    }
}
