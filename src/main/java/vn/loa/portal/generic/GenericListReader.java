package vn.loa.portal.generic;

import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.FileRow;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/**
 * Finds the list of a page: links that look like titles are gathered by the shape of the elements around them, the
 * gathering that says most is the list, and titles of another shape beside it, such as a large first item, join it.
 */
final class GenericListReader {
    private static final Set<String> FEED_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json");
    /** A teaser has one paragraph, or two. */
    private static final int MOST_PARAGRAPHS = 2;

    private static final int LONGEST_TEASER = 700;
    private static final int A_PARAGRAPH = 200;
    private static final int ITEMS_AT_MOST = 500;
    /** More items, longer titles than this say nothing more about which list is the main one. */
    static final int ITEMS_THAT_COUNT = 30;

    static final int LETTERS_THAT_COUNT = 90;

    private static final int LETTERS_OF_NAME = 25;
    private static final double MOSTLY = 0.5;
    private static final Pattern COUNTED = Pattern.compile("\\(\\d{1,6}\\)$");
    /** In blocks before the list that stands beside the empty one, its heading among them. */
    private static final int EMPTY_WITHIN = 4;

    private static final Pattern OWN_HEADING =
            Pattern.compile("(?:mới|nổi bật)(?:\\s|$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern EMPTY = Pattern.compile(
            "\\W{0,3}(?:(?:nội dung|thông tin|dữ liệu|chuyên mục|danh mục|trang|tin tức|tin bài|bài viết|mục này|hiện)\\s+){0,4}"
                    + "(?:(?:này|đang|hiện|tạm thời|đang được|sẽ được)\\s+){0,3}"
                    + "(?:(?<updated>cập nhật)|(?:chưa|không) có (?:tin|bài|dữ liệu|nội dung|bản ghi|thông tin|kết quả|văn bản|mục)"
                    + "(?: \\p{L}{1,9}){0,6}|no (?:data|records?|items?|posts?|results?)(?: found)?)[ .…!]{0,6}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Document document;
    private final PageText page;
    private final Links links;
    private final ListHeadings headings;

    GenericListReader(Document document, PageText page, Links links) {
        this.document = document;
        this.page = page;
        this.links = links;
        this.headings = new ListHeadings(page);
    }

    GenericListing read() {
        List<TitleLink> titles = titles();
        List<GenericListing.Item> items = titles.isEmpty() ? unlinked() : items(titles);
        boolean bare = !titles.isEmpty() && titles.stream().noneMatch(TitleLink::isDated);
        List<GenericListing.Item> documents = bare ? documents() : List.of();
        return new GenericListing(documents.isEmpty() ? items : main(items, titles, documents), feeds());
    }

    /** Nothing displaces links that may be the news of the page, and a larger table joins them. */
    private List<GenericListing.Item> main(
            List<GenericListing.Item> items, List<TitleLink> titles, List<GenericListing.Item> documents) {
        DocumentTable table = new DocumentTable(page, documents);
        if (titles.stream().allMatch(TitleLink::isInBoilerplate)) {
            return documents;
        }
        if (!table.outweighs(titles, weight(titles))) {
            return items;
        }
        if (table.isBesideBoxOf(titles)) {
            return documents;
        }
        return table.isBelow(titles) ? both(items, documents) : both(documents, items);
    }

    private static List<GenericListing.Item> both(List<GenericListing.Item> one, List<GenericListing.Item> other) {
        Map<URI, GenericListing.Item> both = new LinkedHashMap<>();
        Stream.concat(one.stream(), other.stream()).forEach(item -> both.putIfAbsent(item.href(), item));
        return List.copyOf(both.values());
    }

    /** Returns whether the page has a list of links, and it stands in a menu or beside the page's own content. */
    boolean isBoilerplate() {
        List<TitleLink> titles = titles();
        return !titles.isEmpty() && titles.stream().allMatch(TitleLink::isInBoilerplate);
    }

    /**
     * Returns the blocks of the page that belong to teasers of its list; longer ones are articles with a linked title.
     */
    BitSet teaserBlocks() {
        BitSet blocks = new BitSet();
        for (TitleLink title : titles()) {
            if (title.lettersOfItem() <= LONGEST_TEASER
                    && proseBefore(title) <= A_PARAGRAPH
                    && paragraphs(title) <= MOST_PARAGRAPHS
                    && !holdsHeadline(title)) {
                blocks.set(title.first(), title.last());
            }
        }
        return blocks;
    }

    /** Another title, of the page or as a list has told it, is that of an article below the link to its section. */
    private boolean holdsHeadline(TitleLink title) {
        return page.blocks().subList(title.block() + 1, Math.max(title.block() + 1, title.last())).stream()
                .filter(block -> block.linked() == 0)
                .anyMatch(block -> block.isTitle() || block.number() == page.told());
    }

    /** Below the link to a section stands an article. */
    private long paragraphs(TitleLink title) {
        return page.blocks().subList(title.first(), title.last()).stream()
                .filter(block -> block.prose() > 0 && block.linked() == 0)
                .count();
    }

    /** A teaser stands below its title; a text above a single link is an article with a pointer at its end. */
    private int proseBefore(TitleLink title) {
        return page.blocks().subList(title.first(), Math.max(title.first(), title.block())).stream()
                .mapToInt(TextBlock::prose)
                .sum();
    }

    /** Returns the items of a list in which no title is a link. */
    private List<GenericListing.Item> unlinked() {
        List<GenericListing.Item> documents = documents();
        boolean dated = !documents.isEmpty()
                && documents.stream().noneMatch(row -> row.date().isEmpty());
        if (!dated && saysEmpty(0, page.blocks().size(), false)) {
            return List.of();
        }
        return documents.isEmpty() ? pictured() : documents;
    }

    private List<GenericListing.Item> documents() {
        return FileRow.on(document).stream()
                .flatMap(row -> links.resolve(row.href()).filter(links::isOwn).stream()
                        .map(url -> new GenericListing.Item(url, row.title(), row.date(), "", Optional.empty())))
                .toList();
    }

    private List<GenericListing.Item> pictured() {
        Enclosures enclosures = new Enclosures(links);
        return PictureTitles.on(document, links).stream()
                .map(title -> new GenericListing.Item(
                        title.url(), title.text(), title.date(), title.teaser(), enclosures.picture(title.item())))
                .toList();
    }

    /** Beside a list that says it is empty stand others, of what is popular or of another section. */
    private boolean saysEmpty(int from, int to, boolean mayComeSoon) {
        return page.blocks().subList(Math.max(0, from), Math.max(from, to)).stream()
                .map(block -> EMPTY.matcher(block.text()))
                .anyMatch(empty -> empty.matches() && (mayComeSoon || empty.group("updated") == null));
    }

    private boolean isBesideEmptyList(List<TitleLink> main, boolean only) {
        if (main.isEmpty()) {
            return saysEmpty(0, page.blocks().size(), true);
        }
        int first = main.get(0).block();
        return main.stream().allMatch(TitleLink::isInBoilerplate) && saysEmpty(0, first, true)
                || isUnderOtherHeading(first, only) && saysEmpty(first - EMPTY_WITHIN, first, false);
    }

    /** The newest items are what a page of one list is for. */
    private boolean isUnderOtherHeading(int first, boolean only) {
        String heading = first > 0 && page.block(first - 1).isHeading()
                ? page.block(first - 1).text()
                : "";
        return LinePatterns.isRelatedHeading(heading)
                && !(only && OWN_HEADING.matcher(heading).find());
    }

    private List<TitleLink> titles() {
        List<TitleLink> titles = withoutPopular(TitleLink.on(page, links));
        List<List<TitleLink>> lists = lists(titles);
        List<TitleLink> main = lists.stream()
                .max(Comparator.comparingDouble(GenericListReader::weight))
                .orElse(List.of());
        if (main.stream().allMatch(TitleLink::isInFoot) || isBesideEmptyList(main, lists.size() == 1)) {
            return List.of();
        }
        TitleLink.agreeOnItems(main);
        return main.isEmpty() ? main : joined(main, titles);
    }

    /** Returns the titles without those in a box of what is read most; all of them when there are no others. */
    private List<TitleLink> withoutPopular(List<TitleLink> titles) {
        PopularBoxes popular = new PopularBoxes(titles.stream()
                .filter(title -> !title.isInFoot())
                .flatMap(this::link)
                .toList());
        List<TitleLink> others = titles.stream()
                .filter(title -> link(title).noneMatch(popular::hold))
                .toList();
        return others.isEmpty() ? titles : others;
    }

    private Stream<Element> link(TitleLink title) {
        return Stream.ofNullable(page.block(title.block()).link());
    }

    private static List<List<TitleLink>> lists(List<TitleLink> titles) {
        return shapes(titles).values().stream()
                .filter(GenericListReader::isList)
                .toList();
    }

    private static Map<String, List<TitleLink>> shapes(List<TitleLink> titles) {
        return titles.stream()
                .collect(Collectors.groupingBy(TitleLink::shape, LinkedHashMap::new, Collectors.toList()));
    }

    /** Three links make a list; two, or one, only with dates. */
    private static boolean isList(List<TitleLink> titles) {
        long different = titles.stream().map(TitleLink::href).distinct().count();
        long texts = titles.stream().map(TitleLink::text).distinct().count();
        return (2 * texts >= different && different > 2 && !isMenu(titles))
                || titles.stream().allMatch(title -> title.isDated() && title.isHeading() && !title.isOfPage());
    }

    private static boolean isMenu(List<TitleLink> titles) {
        return titles.stream().noneMatch(TitleLink::isHeading) && areNames(titles);
    }

    /** Names of units and sections, with or without the number of what is in them, are short and tell no more. */
    private static boolean areNames(List<TitleLink> titles) {
        boolean counted =
                titles.stream().allMatch(title -> COUNTED.matcher(title.text()).find());
        boolean bare = titles.stream()
                .noneMatch(title ->
                        title.isDated() || title.hasPicture() || !title.teaser().isEmpty());
        double letters = titles.stream().mapToInt(TitleLink::letters).average().orElse(0);
        boolean named = letters < LETTERS_OF_NAME && part(titles, GenericListReader::isNumbered) < MOSTLY;
        return bare && (counted || named);
    }

    /** {@code Lịch công tác tuần 48/2026}: sections have no numbers. */
    private static boolean isNumbered(TitleLink title) {
        return title.text().chars().anyMatch(Character::isDigit);
    }

    private static double weight(List<TitleLink> titles) {
        long items = titles.stream().map(TitleLink::href).distinct().count();
        double letters = titles.stream()
                .mapToInt(title -> Math.min(title.letters(), LETTERS_THAT_COUNT))
                .average()
                .orElse(0);
        double dated = part(titles, title -> title.isDated() || title.isAboveDate());
        double headed = part(titles, TitleLink::isHeading);
        double told = part(titles, title -> !title.teaser().isEmpty());
        double boilerplate = part(titles, TitleLink::isInBoilerplate);
        double pictured = part(titles, TitleLink::hasPicture);
        return Math.min(items, ITEMS_THAT_COUNT)
                * letters
                * (1 + dated + told + 0.5 * headed + 0.3 * pictured)
                * (1 - 0.9 * boilerplate);
    }

    private static double part(List<TitleLink> titles, Predicate<TitleLink> is) {
        return (double) titles.stream().filter(is).count() / titles.size();
    }

    /** The list with the other sections of a front page, and the titles of other shapes that are stories like these. */
    private List<TitleLink> joined(List<TitleLink> main, List<TitleLink> all) {
        boolean front = GenericListing.isOfFront(links.location());
        List<List<TitleLink>> others = shapes(all).values().stream()
                .filter(titles -> !areNames(titles))
                .toList();
        FurtherStories beside = new FurtherStories(page, main, front);
        List<TitleLink> sections =
                inOrder(main.stream(), others.stream().filter(beside::holdAll).flatMap(List::stream));
        FurtherStories further = new FurtherStories(page, sections, front);
        return inOrder(sections.stream(), others.stream().flatMap(List::stream).filter(further::hold));
    }

    private static List<TitleLink> inOrder(Stream<TitleLink> some, Stream<TitleLink> others) {
        return Stream.concat(some, others)
                .distinct()
                .sorted(Comparator.comparingInt(TitleLink::block))
                .toList();
    }

    private List<GenericListing.Item> items(List<TitleLink> titles) {
        Enclosures enclosures = new Enclosures(links);
        TitleLink.partLines(titles);
        Map<Integer, String> days = titles.stream().anyMatch(TitleLink::isDated)
                ? Map.of()
                : headings.days(titles.stream().map(TitleLink::block).collect(Collectors.toSet()));
        Map<URI, GenericListing.Item> items = new LinkedHashMap<>();
        for (TitleLink title : titles) {
            if (items.size() < ITEMS_AT_MOST) {
                String date = date(title, days.getOrDefault(title.block(), ""));
                GenericListing.Item item = new GenericListing.Item(
                        title.href(),
                        title.text(),
                        date,
                        title.teaser(),
                        enclosures.picture(title.item().element()));
                items.merge(title.href(), item, GenericListReader::fuller);
            }
        }
        return new ArrayList<>(items.values());
    }

    /** {@code day} stands in a heading above the item, for one that tells none itself. */
    private String date(TitleLink title, String day) {
        return day.isEmpty() ? title.date() : (day + ' ' + ItemDate.hour(title, page)).strip();
    }

    private static GenericListing.Item fuller(GenericListing.Item one, GenericListing.Item other) {
        GenericListing.Item best = other.title().length() > one.title().length()
                        && other.teaser().length() >= one.teaser().length()
                ? other
                : one;
        String date = one.date().isEmpty() ? other.date() : one.date();
        return new GenericListing.Item(best.href(), best.title(), date, best.teaser(), best.image());
    }

    private List<URI> feeds() {
        return document.select("link[rel~=(?i)\\balternate\\b][href]").stream()
                .filter(link -> FEED_TYPES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT)))
                .map((Element link) -> links.resolve(link.attr("href")))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
