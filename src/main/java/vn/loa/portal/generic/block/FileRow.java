package vn.loa.portal.generic.block;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/**
 * A row of a table of documents in which only the button to the file is a link.
 *
 * @param title the longest words of the row
 * @param href the address of the file, as written
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
    private static final String BOILERPLATE = "nav, footer, aside, .footer, #footer";

    /** Returns the rows of a page's tables that tell of a document each; none when there are fewer than two. */
    public static List<FileRow> on(Element page) {
        List<FileRow> rows = page.select("tr").stream()
                .limit(MOST_ROWS)
                .filter(row -> row.childrenSize() <= MOST_CELLS && row.closest(BOILERPLATE) == null)
                .map(FileRow::read)
                .flatMap(Optional::stream)
                .toList();
        return rows.size() < FEWEST ? List.of() : rows;
    }

    /** Returns whether an address as written ends in the name of a document. */
    public static boolean isFile(String href) {
        return FILE.matcher(href).find();
    }

    private static Optional<FileRow> read(Element row) {
        List<String> cells = row.children().stream()
                .filter(cell -> cell.selectFirst("table, tr") == null)
                .map(cell -> PlainText.tidy(cell.text()))
                .toList();
        Optional<String> title = cells.stream()
                .filter(cell -> cell.length() >= SHORTEST_TITLE && cell.length() <= LONGEST_TITLE)
                .filter(cell -> !DatePatterns.isDate(cell))
                .max(Comparator.comparingInt(String::length));
        String date = cells.stream().filter(DatePatterns::isDate).findFirst().orElse("");
        return title.flatMap(told -> file(row).map(href -> new FileRow(told, href, date)));
    }

    private static Optional<String> file(Element row) {
        return row.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(FileRow::isFile)
                .findFirst();
    }
}
