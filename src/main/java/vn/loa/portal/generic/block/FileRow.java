package vn.loa.portal.generic.block;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/**
 * A row of a table of documents in which only the button to the file is a link, or the number of the document.
 *
 * @param title the longest words of the row
 * @param href the address of the file or of the page about the document, as written
 * @param date as written, an empty string when the row has none
 */
public record FileRow(String title, String href, String date) {
    private static final int FEWEST = 2;
    private static final int MOST_ROWS = 500;
    private static final int MOST_CELLS = 12;
    private static final int SHORTEST_TITLE = 14;
    private static final int LONGEST_TITLE = 500;
    private static final Pattern FILE =
            Pattern.compile("(?i)\\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z)(?:[?#]|$)");
    /** {@code 128/KH-UBND}, {@code Số: 12/2026/QĐ-UBND}, and as the Party and the Front write it, {@code 128-CV/ĐU}. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?:số|số hiệu|ký hiệu|số,? ký hiệu)?[:\\s]{0,3}\\d{1,6}(?:/\\d{4})?"
                    + "\\s?(?:/|-\\s?\\p{L}{1,8}\\s?/)\\s?[\\p{L}\\d-]{2,30}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String BOILERPLATE = "nav, footer, aside, .footer, #footer";

    /** Returns the rows of a page's tables that tell of a document each; none when there are fewer than two. */
    public static List<FileRow> on(Element page) {
        List<Element> found = page.select("tr").stream()
                .limit(MOST_ROWS)
                .filter(row -> row.childrenSize() <= MOST_CELLS && row.closest(BOILERPLATE) == null)
                .toList();
        ShortLinks links = new ShortLinks(found);
        List<FileRow> rows = found.stream()
                .map(row -> read(row, links))
                .flatMap(Optional::stream)
                .toList();
        return rows.size() < FEWEST ? List.of() : rows;
    }

    /** Returns whether a text is the number of a document and nothing else. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Returns whether an address as written ends in the name of a document. */
    public static boolean isFile(String href) {
        return FILE.matcher(href).find();
    }

    private static Optional<FileRow> read(Element row, ShortLinks links) {
        List<String> cells = row.children().stream()
                .filter(cell -> cell.selectFirst("table, tr") == null)
                .map(cell -> PlainText.tidy(cell.text()))
                .toList();
        Optional<String> title = cells.stream()
                .filter(cell -> cell.length() >= SHORTEST_TITLE && cell.length() <= LONGEST_TITLE)
                .filter(cell -> !DatePatterns.isDate(cell))
                .max(Comparator.comparingInt(String::length));
        String date = TableDates.of(row);
        return title.flatMap(told -> numberLink(row)
                .or(() -> file(row))
                .or(() -> date.isEmpty() ? Optional.empty() : links.of(row))
                .map(href -> new FileRow(told, href, date)));
    }

    /** A page about the document says more than its file. */
    private static Optional<String> numberLink(Element row) {
        return row.select("a[href]").stream()
                .filter(link -> isNumber(link.text()) && !isFile(link.attr("href")))
                .map(link -> link.attr("href"))
                .filter(ShortLinks::leads)
                .findFirst();
    }

    /**
     * Returns whether the words of a link fill a cell of a row in which another cell is a date: the title among author,
     * number and views.
     */
    public static boolean isTitleOfDatedRow(TextBlock text) {
        Element link = text.link();
        if (text.kind() != TextBlock.Kind.ROW || link == null || !isLong(link.text())) {
            return false;
        }
        Element cell = link.closest("td, th");
        Element row = text.owner().element();
        return cell != null
                && cell.text().equals(link.text())
                && row.childrenSize() <= MOST_CELLS
                && row.children().eachText().stream().anyMatch(DatePatterns::isDate);
    }

    private static boolean isLong(String linked) {
        return linked.length() >= SHORTEST_TITLE && !isNumber(linked);
    }

    private static Optional<String> file(Element row) {
        return row.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(FileRow::isFile)
                .findFirst();
    }
}
