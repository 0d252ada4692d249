package vn.loa.portal.generic.block;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/** The day of publication in a row of a table, whose head may tell which of its days that is. */
public final class TableDates {
    private static final Pattern OF_PUBLICATION =
            words("đăng|ban hành|công bố|công khai|(?<!đào )tạo|cập nhật|phát hành|bh|post(?:ed)?|publi[a-z]{1,10}");
    private static final Pattern OF_OTHERS =
            words("đăng k[ýí]|đóng|mở|hết|kết thúc|hiệu lực|hạn|bắt đầu|diễn ra|họp|sinh"
                    + "|due|end(?:s|ed|ing)?|expir[a-z]{1,6}|deadline");
    private static final int MOST_CELLS = 12;
    /** Of a table, before its first row. */
    private static final int MOST_PARTS = 8;
    /** Of letters: what heads a column is told at its beginning. */
    private static final int HEAD = 80;

    private TableDates() {}

    private static Pattern words(String any) {
        return Pattern.compile("(?<!\\p{L})(?:" + any + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns the day that a row tells, as written; an empty string when it tells none. */
    public static String of(Element row) {
        List<String> cells =
                row.children().stream().limit(MOST_CELLS).map(TableDates::words).toList();
        List<Integer> dated = IntStream.range(0, cells.size())
                .filter(at -> DatePatterns.isDate(cells.get(at)))
                .boxed()
                .toList();
        List<String> head = dated.size() > 1 ? head(row, cells.size()) : List.of();
        return published(dated, head).map(cells::get).orElse("");
    }

    /** A head such as "Hạn đăng ký" has words of both kinds and is that of another day. */
    private static Optional<Integer> published(List<Integer> dated, List<String> head) {
        List<Integer> open = dated.stream()
                .filter(at -> head.isEmpty() || !OF_OTHERS.matcher(head.get(at)).find())
                .toList();
        return open.stream()
                .filter(at ->
                        !head.isEmpty() && OF_PUBLICATION.matcher(head.get(at)).find())
                .findFirst()
                .or(() -> open.stream().findFirst())
                .or(() -> dated.stream().findFirst());
    }

    /** A cell that holds rows tells no day of its own, and of tables in tables each would be read again and again. */
    private static String words(Element cell) {
        return cell.selectFirst("tr") == null ? PlainText.tidy(cell.text()) : "";
    }

    /** Returns the words at the head of each column; none when the table has no head of this many columns. */
    private static List<String> head(Element row, int columns) {
        Element first = Optional.ofNullable(row.closest("table"))
                .flatMap(TableDates::firstRow)
                .orElse(row);
        if (first == row || first.childrenSize() != columns) {
            return List.of();
        }
        List<String> words = first.children().stream()
                .map(cell -> ShortText.beginning(cell, HEAD))
                .toList();
        return words.stream().anyMatch(DatePatterns::isDated) ? List.of() : words;
    }

    /** Looks at few elements, as it is asked for each row. */
    private static Optional<Element> firstRow(Element table) {
        return Stream.concat(Stream.of(table), children(table))
                .flatMap(TableDates::children)
                .filter(part -> part.normalName().equals("tr"))
                .findFirst();
    }

    private static Stream<Element> children(Element parent) {
        return Stream.iterate(parent.firstElementChild(), child -> child != null, Element::nextElementSibling)
                .limit(MOST_PARTS);
    }
}
