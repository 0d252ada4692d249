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
    private static final int LONGEST_NUMBER = 30;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:/\\d{4})?/[\\p{L}\\d-]{2,30}");
    private static final Pattern SCRIPT = Pattern.compile("(?i)(?:javascript|mailto|tel):");
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
        String date = TableDates.of(row);
        return title.flatMap(told -> numberLink(row)
                .or(() -> file(row))
                .or(() -> date.isEmpty() ? Optional.empty() : shortLink(row))
                .map(href -> new FileRow(told, href, date)));
    }

    /** A page about the document says more than its file. */
    private static Optional<String> numberLink(Element row) {
        return row.select("a[href]").stream()
                .filter(link -> NUMBER.matcher(link.text()).matches() && !isFile(link.attr("href")))
                .map(link -> link.attr("href"))
                .filter(href -> !href.startsWith("#") && !SCRIPT.matcher(href).lookingAt())
                .findFirst();
    }

    /** The number of the document, or a button. */
    private static Optional<String> shortLink(Element row) {
        List<Element> links = row.select("a[href]");
        boolean shortOnes = links.stream().allMatch(link -> link.text().length() <= LONGEST_NUMBER);
        return links.stream()
                .map(link -> link.attr("href"))
                .filter(href -> shortOnes
                        && !href.startsWith("#")
                        && !SCRIPT.matcher(href).lookingAt())
                .findFirst();
    }

    /**
     * Returns whether the words of a link fill a cell of a row in which another cell is a date: the title among author,
     * number and views.
     */
    public static boolean isTitleOfDatedRow(TextBlock text) {
        Element link = text.link();
        if (text.kind() != TextBlock.Kind.ROW || link == null || text.linked() < SHORTEST_TITLE) {
            return false;
        }
        Element cell = link.closest("td, th");
        Element row = text.owner().element();
        return cell != null
                && cell.text().equals(link.text())
                && row.childrenSize() <= MOST_CELLS
                && row.children().eachText().stream().anyMatch(DatePatterns::isDate);
    }

    private static Optional<String> file(Element row) {
        return row.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(FileRow::isFile)
                .findFirst();
    }
}
