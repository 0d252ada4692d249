package vn.loa.portal.generic;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TableDates;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.PlainText;

/** Finds the line by which an item of a list tells its day, in its text or in what is declared for machines. */
final class ItemDate {
    private static final int CLOSE = 8;

    private ItemDate() {}

    /** Returns the line, an empty string when there is none. */
    static String of(TitleLink title, PageText page) {
        for (int i = title.first(); i < title.last(); i++) {
            String date = i != title.block() || !title.isAlone() ? date(title, page, i) : "";
            if (!date.isEmpty()) {
                return date;
            }
        }
        String beside = title.linkText().date();
        String told = beside.isEmpty() ? term(page.block(title.block())) : beside;
        return told.isEmpty() && title.first() == title.item().from() ? declared(title) : told;
    }

    /** Returns the hour that an item tells below the heading of its day, an empty string when it tells none. */
    static String hour(TitleLink title, PageText page) {
        return Stream.concat(
                        Stream.of(restOfLine(page.block(title.block()))),
                        title.otherLines().map(TextBlock::text))
                .filter(DatePatterns::isTime)
                .findFirst()
                .orElse("");
    }

    /** Declared for machines, and not shown. */
    private static String declared(TitleLink title) {
        Element declared = title.item().element().selectFirst("meta[itemprop=datePublished][content]");
        return declared == null || title.item().is("body") ? "" : PlainText.tidy(declared.attr("content"));
    }

    /** In a list of definitions the date is the term that the title defines. */
    private static String term(TextBlock title) {
        Element definition = title.owner().element().closest("dd");
        Element term = definition == null ? null : definition.previousElementSibling();
        String line = term == null || !term.normalName().equals("dt") ? "" : PlainText.tidy(term.text());
        return DatePatterns.isDated(line) ? line : "";
    }

    private static String date(TitleLink title, PageText page, int at) {
        TextBlock text = page.block(at);
        if (at == title.block()) {
            return besideLink(text);
        }
        if (DatePatterns.isDated(text.text()) && !DatePatterns.isSentenceWithDay(text.text())) {
            return DateFinder.line(text);
        }
        String calendar = at + 1 < title.last() ? DatePatterns.calendarPage(page.blocks(), at) : "";
        String parts = calendar.isEmpty() ? DatePatterns.inParts(text) : calendar;
        return machineTime(text).orElseGet(() -> parts.isEmpty() ? DatePatterns.dayAndMonth(page.blocks(), at) : parts);
    }

    private static Optional<String> machineTime(TextBlock text) {
        return text.owner().element().stream()
                .limit(CLOSE)
                .filter(time -> time.normalName().equals("time") && time.hasAttr("datetime"))
                .findFirst()
                .map(time -> PlainText.tidy(time.attr("datetime")));
    }

    /** A title may tell a day of its own. */
    private static String restOfLine(TextBlock text) {
        String link = text.link() == null ? "" : PlainText.tidy(text.link().text());
        int start = text.text().indexOf(link);
        String rest = start < 0
                ? text.text()
                : text.text().substring(0, start) + ' ' + text.text().substring(start + link.length());
        return rest.strip();
    }

    /** Returns the date beside the link of a line, or in another cell of its row; an empty string when there is none. */
    static String besideLink(TextBlock text) {
        String inRow =
                text.kind() == TextBlock.Kind.ROW ? TableDates.of(text.owner().element()) : "";
        if (!inRow.isEmpty()) {
            return inRow;
        }
        String rest = restOfLine(text);
        if (!DatePatterns.isDated(rest)) {
            String day = rest.replaceAll("^[(\\[\\s]+|[)\\]\\s]+$", "");
            return DatePatterns.isDayAndMonth(day) ? day : "";
        }
        return DatePatterns.isRelative(rest) ? DateFinder.line(text) : rest;
    }
}
