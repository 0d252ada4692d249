package vn.loa.portal.generic;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.script.ScriptState;
import vn.loa.text.PlainText;

/** Collects the times that elements and attributes of a page hold for programs and scripts, as written. */
final class MarkedDates {
    private static final int MOST_LOOKED_AT = 30;
    static final int SHORTEST_TITLE = 20;
    /** Around a date stands little else. */
    static final int FEW = 12;
    /** So many elements up from a time stands the link of the item that it belongs to. */
    static final int BESIDE_LINK = 3;

    /** Attributes in which a script finds the time that it shows as a relative one. */
    private static final List<String> MACHINE_TIMES =
            List.of("datetime", "data-time", "data-date", "data-timestamp", "data-datetime", "data-utime");

    /** Elements whose time a script fills in when the page is shown. */
    private static final String UNSHOWN =
            "span[title], time[title], abbr[title], span[data-time], span[data-date], span[data-timestamp],"
                    + " span[data-datetime], time[data-time], time[data-date]";

    private static final Pattern MACHINE_DAY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");

    private static final String DONE = "(?:publi(?:sh(?:ed|ing)?|cation)|post(?:ed|ing)?|creat(?:ed?|ion))";

    /** In the range of a search the name goes on: "ngayDangTu". */
    private static final Pattern FIELD =
            Pattern.compile("(?i)(?:(?:ngay|date|time)[-_]?(?:dang(?:[-_]?(?:tin|bai))?|xuat[-_]?ban|" + DONE + ")"
                    + "|" + DONE + "[-_]?(?:date(?:[-_]?time)?|time|at|on))(?!\\w|-)");

    private MarkedDates() {}

    /** Returns what may be the time of publication, the most trusted first. */
    static List<String> of(Document document) {
        Stream<String> declared = Stream.of(
                        "[itemprop=datePublished], [property$=:datePublished], [property=datePublished]",
                        "time[pubdate], article header time[datetime], time[datetime].published")
                .flatMap(times -> ofArticle(document, times))
                .map(MarkedDates::told);
        Stream<String> titled =
                ofArticle(document, "abbr.published[title]").map(element -> PlainText.tidy(element.attr("title")));
        Stream<String> first = ofArticle(document, "time[datetime]").limit(1).map(MarkedDates::told);
        Stream<String> filled = document.select(UNSHOWN).stream()
                .filter(element -> element.childNodeSize() == 0)
                .limit(MOST_LOOKED_AT)
                .filter(MarkedDates::isOfArticle)
                .flatMap(MarkedDates::exactTimes)
                .filter(time -> MACHINE_DAY.matcher(time).lookingAt());
        return Stream.of(declared, titled, first, filled)
                .flatMap(times -> times)
                .toList();
    }

    /**
     * Returns the times from which a script makes the date of a page that shows none: those in hidden fields beside the
     * article, and those of the state that came with the page.
     *
     * @param title the article's title as the page shows it, or as its head tells it
     */
    static List<String> unshown(Document document, String title, Body body) {
        Stream<String> fields = ofArticle(document, "input[type=hidden][value]")
                .filter(field ->
                        FIELD.matcher(field.id() + ' ' + field.attr("name")).find())
                .filter(field -> isBeside(field, title, body))
                .map(field -> PlainText.tidy(field.attr("value")))
                .filter(DatePatterns::isDated);
        return Stream.concat(fields, ScriptState.dates(document, title).stream())
                .toList();
    }

    /** The forms of a page search or take comments, but for one around the whole page. */
    private static boolean isBeside(Element field, String title, Body body) {
        Element form = field.closest("form");
        return form == null
                || (!title.isEmpty() && PlainText.tidy(form.text()).contains(title))
                || (body.element() != null && body.element().element().closest("form") == form);
    }

    private static Stream<Element> ofArticle(Document document, String times) {
        return document.select(times).stream().limit(MOST_LOOKED_AT).filter(MarkedDates::isOfArticle);
    }

    /** A time that shares its few elements with a link of a title's length is that of the article it leads to. */
    private static boolean isOfArticle(Element time) {
        Element up = time.parent();
        for (int i = 0; i < BESIDE_LINK && up != null && up.childrenSize() <= FEW; i++) {
            if (up.normalName().equals("body") || near(up).anyMatch(MarkedDates::isTitle)) {
                return true;
            }
            if (near(up).anyMatch(MarkedDates::isTitleLink)) {
                return false;
            }
            up = up.parent();
        }
        return time.closest("aside, nav, footer") == null;
    }

    /** In a list the titles of items are links. */
    private static boolean isTitle(Element near) {
        return near.normalName().equals("h1")
                || near.normalName().equals("h2")
                        && near.text().length() >= SHORTEST_TITLE
                        && near.selectFirst("a") == null
                        && near.closest("a") == null;
    }

    private static Stream<Element> near(Element around) {
        return around.stream().limit(MOST_LOOKED_AT);
    }

    private static boolean isTitleLink(Element near) {
        return near.normalName().equals("a")
                && near.hasAttr("href")
                && near.text().length() >= SHORTEST_TITLE;
    }

    private static String told(Element element) {
        String machine = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        return PlainText.tidy(machine.isBlank() ? element.text() : machine);
    }

    /** Returns the times in the tooltip of an element and in the attributes that scripts read. */
    static Stream<String> exactTimes(Element element) {
        Stream<String> tooltip = Stream.of(PlainText.tidy(element.attr("title")))
                .filter(title -> DatePatterns.isDated(title) && !DatePatterns.isRelative(title));
        Stream<String> machine =
                MACHINE_TIMES.stream().map(element::attr).map(PlainText::tidy).filter(time -> !time.isEmpty());
        return Stream.concat(tooltip, machine);
    }
}
