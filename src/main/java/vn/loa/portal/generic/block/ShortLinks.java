package vn.loa.portal.generic.block;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * The links of few words in rows of documents: beside the button or the number that leads to the document may stand
 * those of its type, its field and its issuer, which many rows share. Which of them it is is settled for a table as a
 * whole, so that a document keeps its address whatever rows are shown beside it.
 */
final class ShortLinks {
    private static final int LONGEST = 30;
    private static final int MOST_LINKS = 12;
    private static final Pattern SCRIPT = Pattern.compile("(?i)(?:javascript|mailto|tel):");

    private final Map<Element, List<String>> rows = new IdentityHashMap<>();
    private final Map<Integer, Integer> chosen;

    ShortLinks(List<Element> found) {
        found.forEach(row -> rows.put(row, addresses(row)));
        this.chosen = found.stream()
                .map(rows::get)
                .filter(links -> !links.isEmpty())
                .collect(Collectors.groupingBy(
                        List::size, Collectors.collectingAndThen(Collectors.toList(), ShortLinks::column)));
    }

    /** Returns the link, by its place in the row, that leads elsewhere from most of the rows; the last of several such. */
    private static int column(List<List<String>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .boxed()
                .max(Comparator.<Integer>comparingLong(at ->
                                rows.stream().map(row -> row.get(at)).distinct().count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(0);
    }

    /** Cells that hold rows are left to these, or the links of tables in tables would be read again and again. */
    private static List<String> addresses(Element row) {
        List<Element> links = row.children().stream()
                .filter(cell -> cell.selectFirst("table, tr") == null)
                .flatMap(cell -> cell.select("a[href]").stream())
                .toList();
        return links.size() <= MOST_LINKS
                        && links.stream().allMatch(link -> link.text().length() <= LONGEST)
                ? links.stream()
                        .map(link -> link.attr("href"))
                        .filter(ShortLinks::leads)
                        .toList()
                : List.of();
    }

    /** Returns whether an address as written leads to a page or a file. */
    static boolean leads(String href) {
        return !href.startsWith("#") && !SCRIPT.matcher(href).lookingAt();
    }

    /** Returns the address of the document in one of the rows, as written; empty when it has a longer link, or none. */
    Optional<String> of(Element row) {
        List<String> links = rows.getOrDefault(row, List.of());
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(chosen.getOrDefault(links.size(), 0)));
    }
}
