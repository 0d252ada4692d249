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

    private static final Pattern OPENS = Pattern.compile(
            "[^\\p{L}]{0,5}(?:xem|chi tiết|đọc tiếp|toàn văn|nội dung|view|open|read|details?)(?!\\p{L})"
                    + "(?! (?:góp ý|ý kiến|bình luận))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DOES_ELSE = Pattern.compile(
            "[^\\p{L}]{0,5}(?:tải|in|góp ý|gửi|ý kiến|bình luận|phản hồi|chia sẻ|lưu|download|print|share|comments?)"
                    + "(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private static final Comparator<List<ShortLink>> BEST = Comparator.comparingLong(ShortLinks::different)
            .thenComparingInt(ShortLinks::opening)
            .thenComparing(ShortLinks::isNumbered);

    private final Map<Element, List<ShortLink>> rows = new IdentityHashMap<>();
    private final Map<Integer, Integer> chosen;

    ShortLinks(List<Element> found) {
        found.forEach(row -> rows.put(row, links(row)));
        this.chosen = found.stream()
                .map(rows::get)
                .filter(links -> !links.isEmpty())
                .collect(Collectors.groupingBy(
                        List::size, Collectors.collectingAndThen(Collectors.toList(), ShortLinks::column)));
    }

    /**
     * Returns the link, by its place in the row, that leads elsewhere from most of the rows; of several such the one whose
     * words open the document, then one that a number tells from the others, then the first.
     */
    private static int column(List<List<ShortLink>> rows) {
        List<List<ShortLink>> columns = IntStream.range(0, rows.get(0).size())
                .mapToObj(at -> rows.stream().map(row -> row.get(at)).toList())
                .toList();
        return IntStream.range(0, columns.size())
                .boxed()
                .max(Comparator.comparing(columns::get, BEST).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    private static long different(List<ShortLink> column) {
        return column.stream().map(ShortLink::href).distinct().count();
    }

    private static int opening(List<ShortLink> column) {
        return column.stream().mapToInt(ShortLink::opening).sum();
    }

    private static boolean isNumbered(List<ShortLink> column) {
        long numbers = column.stream()
                .map(link -> NO_DIGITS.matcher(link.href()).replaceAll(" "))
                .distinct()
                .count();
        return numbers > 1 && numbers == different(column);
    }

    /** Cells that hold rows are left to these, or the links of tables in tables would be read again and again. */
    private static List<ShortLink> links(Element row) {
        List<Element> links = row.children().stream()
                .filter(cell -> cell.selectFirst("table, tr") == null)
                .flatMap(cell -> cell.select("a[href]").stream())
                .toList();
        return links.size() <= MOST_LINKS
                        && links.stream().allMatch(link -> link.text().length() <= LONGEST)
                ? links.stream()
                        .map(ShortLink::of)
                        .filter(link -> leads(link.href()))
                        .toList()
                : List.of();
    }

    /** Returns whether an address as written leads to a page or a file. */
    static boolean leads(String href) {
        return !href.startsWith("#") && !SCRIPT.matcher(href).lookingAt();
    }

    /** Returns the address of the document in one of the rows, as written; empty when it has a longer link, or none. */
    Optional<String> of(Element row) {
        List<ShortLink> links = rows.getOrDefault(row, List.of());
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(links.get(chosen.getOrDefault(links.size(), 0)).href());
    }

    private record ShortLink(String href, String text) {
        private static ShortLink of(Element link) {
            return new ShortLink(link.attr("href"), link.text().isBlank() ? link.attr("title") : link.text());
        }

        /** Returns more for words that lead to the document, and less for those that do something with it. */
        private int opening() {
            if (OPENS.matcher(text).lookingAt()) {
                return 1;
            }
            return DOES_ELSE.matcher(text).lookingAt() ? -1 : 0;
        }
    }
}
