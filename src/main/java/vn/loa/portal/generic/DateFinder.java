package vn.loa.portal.generic;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.PlainText;
import vn.loa.text.date.GluedDates;

/** Collects the texts that may hold the time of publication, the most trusted first. Reads none of them. */
final class DateFinder {
    private static final int AT_MOST = 8;
    private static final int LONGEST = 160;
    private static final int SHORTEST_SENTENCE = 60;
    private static final double MOSTLY_LINKED = 0.5;
    private static final int SHORTEST_TITLE = 20;
    /** Around a date stands little else. */
    private static final int FEW = 12;
    /** Some systems print the date just before the title; further up stands the clock of the page's head. */
    private static final int BEFORE_TITLE = 2;

    private static final int AFTER_TITLE = 8;

    /** Where pages tell when the site was changed last. */
    private static final String FOOT = "footer, .footer, #footer, [class^=footer], [id^=footer]";

    /** Attributes in which a script finds the time that it shows as a relative one. */
    private static final List<String> MACHINE_TIMES =
            List.of("datetime", "data-time", "data-date", "data-timestamp", "data-datetime", "data-utime");

    private static final String[] NAMES = {
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "published_time",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "publication_date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "article:published",
        "og:published_time",
        "date",
        "datecreated",
        "release_date"
    };

    private static final String MONTH =
            "(?:tháng|thg\\.?|th)\\s?(?:\\d{1,2}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"
                    + "|mười(?:[ -](?:một|hai))?|chạp)";

    private static final String ENGLISH_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

    private static final String RELATIVE =
            "\\b\\d{1,3} (giây|phút|giờ|ngày|tuần|minutes?|hours?|days?) (trước|ago)\\b|\\bhôm (?:qua|kia)\\b|\\bhôm nay,? (?:lúc )?\\d|\\bvừa xong\\b";

    private static final Pattern LOOKS_RELATIVE = pattern(RELATIVE);

    private static final Pattern LOOKS_LIKE_DATE =
            pattern("(?<!\\d)\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}(?!\\d)"
                    + "|(?<!\\d)\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}[ /.-]" + MONTH + "[ ,/.-]+(?:năm )?\\d{4}"
                    + "|(?<!\\p{L})" + MONTH + " \\d{1,2}[ ,]+(?:năm )?\\d{4}"
                    + "|\\b" + ENGLISH_MONTH + " \\d{1,2}(st|nd|rd|th)?,? \\d{4}"
                    + "|\\b\\d{1,2}(st|nd|rd|th)?[ -](of )?" + ENGLISH_MONTH + ",?[ -]\\d{4}"
                    + "|\\b" + ENGLISH_MONTH + " \\d{1,2} \\d{1,2}:\\d{2}:\\d{2} (?:\\S{1,12} )?\\d{4}|" + RELATIVE);

    /** A year of two digits tells a date only where little else stands beside it. */
    private static final Pattern SHORT_DATE = Pattern.compile(
            "(?:[\\p{L}\\s:,]{0,30}[\\s:,])?(?:\\d{1,2}:\\d{2}(?::\\d{2})?[\\s,|-]{1,3})?\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}"
                    + "(?:[\\s,|-]{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[\\p{L}.]{2,4})?)?");

    private static final int LONGEST_TIME = 24;
    private static final Pattern TIME = pattern("\\d\\s?[:hg]\\s?\\d\\d|\\d (?:giờ|phút)");
    private static final Pattern ONLY_TIME =
            pattern("\\W{0,3}(?:lúc )?\\d{1,2}\\s?[:hg]\\s?\\d{2}(?::\\d{2})?(?:\\s?(?:[ap]m|sa|ch))?\\W{0,3}");

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

    private final Set<String> found = new LinkedHashSet<>();

    private DateFinder() {}

    private static Pattern pattern(String caseless) {
        return Pattern.compile(caseless, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns whether a line seems to hold a date; the caller has to read it. */
    static boolean looksLikeDate(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String narrow = GluedDates.parted(Normalizer.normalize(line, Normalizer.Form.NFKC));
        return LOOKS_LIKE_DATE.matcher(narrow).find()
                || SHORT_DATE.matcher(narrow).matches();
    }

    /** Returns a line without its dates and times, for the name that stands beside them. */
    static String withoutDates(String line) {
        return LOOKS_LIKE_DATE
                .matcher(line)
                .replaceAll(" ")
                .replaceAll("\\b\\d{1,2}[:h]\\d{2}(:\\d{2})?\\b( [AP]M\\b)?", " ")
                .strip();
    }

    /** @param titleBlock where the title stands, negative when unknown */
    static List<String> find(Document document, PageText page, int titleBlock, StructuredData data, MetaTags meta) {
        DateFinder dates = new DateFinder();
        dates.add(data.text("datePublished"));
        for (String name : NAMES) {
            dates.add(meta.first(name));
        }
        dates.add(data.text("dateCreated"));
        dates.addMarked(document);
        dates.addVisible(page, titleBlock);
        dates.add(data.text("dateModified"));
        dates.add(meta.first("article:modified_time"));
        return dates.found.stream().limit(AT_MOST).toList();
    }

    private void add(String date) {
        if (!date.isEmpty() && date.length() <= LONGEST) {
            found.add(date);
        }
    }

    private void addMarked(Document document) {
        for (Element element : document.select("[itemprop=datePublished]")) {
            add(told(element));
        }
        for (Element element :
                document.select("time[pubdate], article header time[datetime], time[datetime].published")) {
            add(told(element));
        }
        Element first = document.selectFirst("article time[datetime], main time[datetime], time[datetime]");
        if (first != null) {
            add(told(first));
        }
    }

    private static String told(Element element) {
        String machine = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        return PlainText.tidy(machine.isBlank() ? element.text() : machine);
    }

    private void addVisible(PageText page, int titleBlock) {
        int last = Math.min(page.blocks().size(), titleBlock + 1 + AFTER_TITLE);
        for (int i = Math.max(0, titleBlock + 1); i < last; i++) {
            addLine(page, i);
        }
        for (int i = titleBlock - 1; i >= Math.max(0, titleBlock - BEFORE_TITLE); i--) {
            if (!isClock(page.block(i), page.block(titleBlock))) {
                addLine(page, i);
            }
        }
    }

    /** The head of a page tells what day it is today, with the name of the day and apart from the title. */
    private static boolean isClock(TextBlock block, TextBlock title) {
        Container around = block.owner().parent();
        boolean together =
                around != null && !around.is("body") && around == title.owner().parent();
        return TODAY.matcher(block.text()).find()
                || (!together && WEEKDAY.matcher(block.text()).find());
    }

    private void addLine(PageText page, int at) {
        TextBlock block = page.block(at);
        boolean plain = block.prose() < LONGEST && looksLikeDate(block.text()) && !isSentence(block.text());
        if (plain
                && !isUntil(block.text())
                && !isOfAnother(block)
                && block.owner().element().closest(FOOT) == null) {
            add(line(block) + timeBeside(page, at));
        }
    }

    /** The date beside a link with the length of a title is that of the article it leads to. */
    private static boolean isOfAnother(TextBlock block) {
        Element link = block.link();
        return link != null
                && block.linkDensity() >= MOSTLY_LINKED
                && withoutDates(link.text()).length() >= SHORTEST_TITLE;
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
        return parent.childrenSize() <= FEW ? parent.children().stream() : Stream.empty();
    }

    /** Returns the date line of a block; beside a relative time many systems keep the real one in the tooltip. */
    static String line(TextBlock block) {
        if (!LOOKS_RELATIVE.matcher(block.text()).find()) {
            return block.text();
        }
        Element owner = block.owner().element();
        return Stream.concat(Stream.of(owner), few(owner).flatMap(child -> Stream.concat(Stream.of(child), few(child))))
                .flatMap(DateFinder::exactTimes)
                .findFirst()
                .orElse(block.text());
    }

    private static Stream<String> exactTimes(Element element) {
        Stream<String> tooltip = Stream.of(PlainText.tidy(element.attr("title")))
                .filter(title -> LOOKS_LIKE_DATE.matcher(title).find()
                        && !LOOKS_RELATIVE.matcher(title).find());
        Stream<String> machine =
                MACHINE_TIMES.stream().map(element::attr).map(PlainText::tidy).filter(time -> !time.isEmpty());
        return Stream.concat(tooltip, machine);
    }

    private static boolean isUntil(String text) {
        Matcher until = UNTIL.matcher(text);
        return until.find()
                && !PUBLISHING.matcher(text).find()
                && !LOOKS_LIKE_DATE.matcher(until.replaceAll(" ")).find();
    }

    /** The day in a sentence is that of what it tells. */
    private static boolean isSentence(String text) {
        return text.length() >= SHORTEST_SENTENCE
                && (text.matches("(?s).*[.!?…:;]")
                        || NEXT_SENTENCE.matcher(text).find());
    }
}
