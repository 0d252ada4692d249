package vn.loa.portal.generic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.TitleFinder.Title;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.DocumentDetails;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.PlainText;

/** Collects the texts that may hold the time of publication, the most trusted first. Reads none of them. */
final class DateFinder {
    private static final int AT_MOST = 8;
    private static final int SHORTEST_SENTENCE = 60;
    private static final double MOSTLY_LINKED = 0.5;
    private static final int LONGEST_HEADING = 60;
    /** In blocks. */
    private static final int SMALL_ITEM = 6;
    /** Some systems print the date just before the title; further up stands the clock of the page's head. */
    private static final int BEFORE_TITLE = 2;

    private static final int AFTER_TITLE = 8;
    private static final int BELOW_TITLE = 2;

    /** Where pages tell when the site was changed last, and when a picture was taken. */
    private static final String OTHER = "footer, .footer, #footer, [class^=footer], [id^=footer], figcaption";

    private static final String[] NAMES =
            ("article:published_time og:article:published_time datepublished published_time "
                            + "publishdate publish-date publish_date pubdate publication_date "
                            + "citation_publication_date dc.date.issued dcterms.created dcterms.date dc.date "
                            + "parsely-pub-date sailthru.date article.published article:published og:published_time "
                            + "date datecreated release_date")
                    .split(" ");

    private static final int LONGEST_TIME = 24;
    private static final Pattern TIME = pattern("\\d\\s?[:hg]\\s?\\d\\d|\\d (?:giờ|phút)");
    private static final Pattern ONLY_TIME = pattern(
            "\\W{0,3}(?:(?:lúc|giờ)[ :]{1,2})?\\d{1,2}\\s?[:hg]\\s?\\d{2}(?::\\d{2})?(?:\\s?(?:[ap]m|sa|ch))?\\W{0,3}");

    private static final Pattern TODAY = pattern("(?<!\\p{L})(?:hôm nay|bây giờ|today)(?!\\p{L})");
    private static final Pattern WEEKDAY = pattern("(?<!\\p{L})(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\\p{L})");

    private static final Pattern NEXT_SENTENCE = Pattern.compile("\\p{Ll}{2}[.!?] \\p{Lu}");

    /** "Nhận đơn đến hết ngày 30/3/2026": until when something is to be done, not when it was published. */
    private static final Pattern UNTIL =
            pattern("(?<!\\p{L})(?:trước|hết|đến|tới|từ|kể từ|chậm nhất(?: là)?|muộn nhất(?: là)?"
                    + "|hạn(?: \\p{L}{1,12}){0,4})(?: vào)?(?: ngày)?:? ?\\d{1,2}[/.-]\\d");

    private static final Pattern PUBLISHING =
            pattern("(?<!\\p{L})(?:ngày đăng|đăng (?:lúc|ngày|bởi|tải)|cập nhật|xuất bản)(?!\\p{L})");

    private static final Pattern WHEN = pattern("\\W{0,3}(?:thời gian|bắt đầu|từ ngày|ngày giờ)(?! (?:đăng|xuất|cập))");
    private static final Pattern WHERE =
            pattern("(?:^|[^\\p{L}\\s]\\s{0,3})(?:địa điểm|thành phần|kết thúc|đến ngày|chủ trì)");

    private static final Pattern PUBLISHED = pattern(
            "(?<!\\p{L})(?:ngày (?:đăng|gửi|tạo|xuất bản)|đăng (?:lúc|ngày|tin|tải)|xuất bản|published|posted)(?!\\p{L})");

    /** Matches a day that a document tells of itself, or that of a change, not of publication. */
    private static final Pattern OTHER_DAY = pattern(
            "\\W{0,3}(?:ngày |lần )?"
                    + "(?:ban hành|ký|có hiệu lực|hiệu lực|văn bản|(?:cập nhật|sửa)(?: lần)?(?: cuối)?|last (?:updated|modified))(?!\\p{L})");

    /** Behind the label comes the date; in "Giấy phép xuất bản số 15/GP ngày 20/1/2025" does not. */
    private static final Pattern LABELLED = pattern(
            "(?<!phép )" + PUBLISHED
                    + "(?: tin| bài| viết){0,2}[^\\p{L}\\d]{0,4}(?:(?:lúc|ngày|vào|thứ \\p{L}{2,4}|chủ nhật|on|at)[^\\p{L}\\d]{1,4}){0,4}\\d");

    private final Set<String> found = new LinkedHashSet<>();
    /** So many of these stand above the text. */
    private int aboveText;

    private DateFinder() {}

    private static Pattern pattern(String caseless) {
        return Pattern.compile(caseless, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static List<String> find(
            Document document, PageText page, Title title, Body body, StructuredData data, MetaTags meta) {
        int titleBlock = title.block();
        DateFinder dates = new DateFinder();
        dates.add(data.text("datePublished"));
        for (String name : NAMES) {
            dates.add(meta.first(name));
        }
        dates.add(data.text("dateCreated"));
        MarkedDates.of(document).forEach(dates::add);
        dates.add(titleBlock < 0 ? "" : TitleFinder.dateIn(page, titleBlock));
        Set<String> declared = Set.copyOf(dates.found);
        dates.addVisible(page, titleBlock, body);
        dates.putPublishedFirst(declared, page);
        dates.add(data.onlyDate());
        if (dates.found.stream().noneMatch(DatePatterns::isDated)) {
            String shown =
                    titleBlock < 0 ? title.text() : page.block(titleBlock).text();
            MarkedDates.unshown(document, shown, body).forEach(dates::add);
            dates.add(data.text("dateModified"));
            dates.add(meta.first("article:modified_time"));
        }
        return dates.found.stream().limit(AT_MOST).toList();
    }

    private void add(String date) {
        if (!date.isEmpty() && date.length() <= DatePatterns.LONGEST) {
            found.add(date);
        }
    }

    private void addVisible(PageText page, int titleBlock, Body body) {
        int last = Math.min(page.blocks().size(), titleBlock + 1 + AFTER_TITLE);
        for (int i = Math.max(0, titleBlock + 1); i < last && !isHeadingOfOthers(page.block(i)); i++) {
            if (aboveText == 0 && page.block(i).prose() > 0) {
                aboveText = found.size();
            }
            if (!isBeyond(page, i, titleBlock, body)) {
                addLine(page, i, i <= titleBlock + BELOW_TITLE);
            }
        }
        for (int i = titleBlock - 1; i >= Math.max(0, titleBlock - BEFORE_TITLE); i--) {
            if (!isClock(page.block(i), page.block(titleBlock))) {
                addLine(page, i, false);
            }
        }
        addBelow(page, last);
        DocumentDetails.in(page)
                .filter(card -> card.titleBlock() == titleBlock)
                .ifPresent(card -> IntStream.range(card.from(), card.to()).forEach(at -> addLine(page, at, false)));
    }

    /** Below the text, what stands in no element with it and its title is of the site or of a box, but for a label. */
    private static boolean isBeyond(PageText page, int at, int titleBlock, Body body) {
        int end = body.isEmpty()
                ? at
                : body.blocks().get(body.blocks().size() - 1).number();
        if (titleBlock < 0
                || at <= end + 1
                || PUBLISHED.matcher(page.block(at).text()).find()) {
            return false;
        }
        Container around = page.block(titleBlock).owner();
        while (around.parent() != null && !around.holds(end)) {
            around = around.parent();
        }
        return around.is("body") || !around.holds(at);
    }

    /**
     * Days with other words above the text are those of a document or of an event; where one is that of a change, the day
     * of publication has a label wherever it stands.
     */
    private void putPublishedFirst(Set<String> declared, PageText page) {
        List<String> visible =
                found.stream().filter(date -> !declared.contains(date)).toList();
        boolean changed =
                visible.stream().anyMatch(line -> OTHER_DAY.matcher(line).lookingAt());
        List<String> labelled = (changed
                        ? visible.stream()
                        : found.stream()
                                .limit(isFirstBare(visible, page) ? 0 : aboveText)
                                .filter(visible::contains))
                .filter(line -> LABELLED.matcher(line).find())
                .toList();
        visible.forEach(found::remove);
        found.addAll(labelled);
        found.addAll(visible);
    }

    /** Below the label of another day it is bare only in its own block. */
    private static boolean isFirstBare(List<String> lines, PageText page) {
        return !lines.isEmpty()
                && DatePatterns.withoutDates(lines.get(0)).chars().noneMatch(Character::isLetter)
                && IntStream.range(1, page.blocks().size())
                        .filter(at -> lines.get(0).startsWith(page.block(at).text()))
                        .limit(1)
                        .noneMatch(at -> isOtherLabel(page.block(at - 1).text()));
    }

    private static boolean isOtherLabel(String line) {
        return !PUBLISHED.matcher(line).find()
                && (line.endsWith(":") || OTHER_DAY.matcher(line).lookingAt());
    }

    /** Some systems print the day of publication, with its label, below the text; the lists of other articles follow. */
    private void addBelow(PageText page, int from) {
        for (int i = from; i < page.blocks().size(); i++) {
            TextBlock block = page.block(i);
            if (isHeadingOfOthers(block)) {
                return;
            }
            if (DatePatterns.isDate(block.text())
                    && (PUBLISHED.matcher(block.text()).find() || isBelowLabel(page, i))) {
                addLine(page, i, false);
            }
        }
    }

    private static boolean isHeadingOfOthers(TextBlock block) {
        return block.letters() <= LONGEST_HEADING && LinePatterns.isRelatedHeading(block.text());
    }

    private static boolean isBelowLabel(PageText page, int at) {
        String above = at == 0 ? "" : page.block(at - 1).text();
        return above.length() <= LONGEST_TIME && PUBLISHING.matcher(above).find();
    }

    /** In one small element with the link of a title's length stands the date of what it leads to. */
    private static boolean isBesideLink(PageText page, int at) {
        return Stream.of(at - 1, at + 1)
                .filter(place -> place >= 0 && place < page.blocks().size())
                .map(page::block)
                .filter(block -> block.linkDensity() >= MOSTLY_LINKED && block.letters() >= MarkedDates.SHORTEST_TITLE)
                .anyMatch(link -> isTogether(page.block(at).owner(), link.number()));
    }

    private static boolean isTogether(Container owner, int link) {
        Container up = owner;
        for (int i = 0; i < MarkedDates.BESIDE_LINK && up.parent() != null && !up.holds(link); i++) {
            up = up.parent();
        }
        return up.holds(link) && up.to() - up.from() <= SMALL_ITEM && !up.is("body");
    }

    /** "Thời gian: …" before or above "Địa điểm: …" is when something is held. */
    private static boolean isEvent(PageText page, int at) {
        return WHEN.matcher(page.block(at).text()).lookingAt()
                && IntStream.range(at, Math.min(at + 3, page.blocks().size()))
                        .anyMatch(
                                place -> WHERE.matcher(page.block(place).text()).find());
    }

    /** The head of a page tells what day it is today, with the name of the day and apart from the title. */
    private static boolean isClock(TextBlock block, TextBlock title) {
        Container around = block.owner().parent();
        Container box = title.owner().parent();
        boolean together = box != null && !box.is("body") && (around == box || block.owner() == box);
        return TODAY.matcher(block.text()).find()
                || (!together && WEEKDAY.matcher(block.text()).find());
    }

    /** @param isNext whether it stands right below the title, where a link leads to the section of the article */
    private void addLine(PageText page, int at, boolean isNext) {
        TextBlock block = page.block(at);
        boolean plain = block.prose() < DatePatterns.LONGEST && DatePatterns.isDated(block.text());
        if (!plain || isSentence(block.text())) {
            add(DatePatterns.calendarPage(page.blocks(), at));
            add(DatePatterns.inParts(block));
            few(block.owner().element())
                    .map(child -> PlainText.tidy(child.text()))
                    .filter(DatePatterns::isRelative)
                    .forEach(this::add);
        } else if (!isUntil(block.text()) && (isNext || !isOfLink(page, at)) && !isOfOtherText(page, at)) {
            add(line(block) + timeBeside(page, at));
        }
    }

    private static boolean isOfLink(PageText page, int at) {
        return isOfAnother(page.block(at)) || isBesideLink(page, at);
    }

    private static boolean isOfOtherText(PageText page, int at) {
        TextBlock block = page.block(at);
        return isEvent(page, at)
                || block.isOfReaders()
                || block.owner().element().closest(OTHER) != null;
    }

    /** The date beside a link with the length of a title is that of the article it leads to. */
    private static boolean isOfAnother(TextBlock block) {
        Element link = block.link();
        return link != null
                && block.linkDensity() >= MOSTLY_LINKED
                && DatePatterns.withoutDates(link.text()).length() >= MarkedDates.SHORTEST_TITLE;
    }

    /** Where the day and the time of day stand in two elements, one after the other. */
    private static String timeBeside(PageText page, int at) {
        if (TIME.matcher(page.block(at).text()).find()) {
            return "";
        }
        return Stream.of(at + 1, at - 1)
                .filter(place -> place >= 0 && place < page.blocks().size())
                .map(place -> page.block(place).text())
                .filter(text ->
                        text.length() <= LONGEST_TIME && ONLY_TIME.matcher(text).matches())
                .findFirst()
                .map(time -> " " + time)
                .orElse("");
    }

    private static Stream<Element> few(Element parent) {
        return parent.childrenSize() <= MarkedDates.FEW ? parent.children().stream() : Stream.empty();
    }

    /** Returns the date line of a block; beside a relative time many systems keep the real one in the tooltip. */
    static String line(TextBlock block) {
        if (!DatePatterns.isRelative(block.text())) {
            return block.text();
        }
        Element owner = block.owner().element();
        return Stream.concat(Stream.of(owner), few(owner).flatMap(child -> Stream.concat(Stream.of(child), few(child))))
                .flatMap(MarkedDates::exactTimes)
                .findFirst()
                .orElse(block.text());
    }

    private static boolean isUntil(String text) {
        Matcher until = UNTIL.matcher(text);
        return until.find() && !PUBLISHING.matcher(text).find() && !DatePatterns.isDated(until.replaceAll(" "));
    }

    /** The day in a sentence is that of what it tells. */
    private static boolean isSentence(String text) {
        return text.length() >= SHORTEST_SENTENCE
                        && (text.matches("(?s).*[.!?…:;]")
                                || NEXT_SENTENCE.matcher(text).find())
                || isShortSentence(text);
    }

    private static boolean isShortSentence(String text) {
        return text.matches("(?s).*\\p{Ll}{2}[.!?]")
                && DatePatterns.withoutDates(text).length() >= MarkedDates.SHORTEST_TITLE
                && !PUBLISHED.matcher(text).find()
                && !PUBLISHING.matcher(text).find();
    }
}
