package vn.loa.portal.generic.block;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import vn.loa.text.PlainText;

/** The day of publication in a row of a table, whose head may tell which of its days that is. */
public final class TableDates {
    private static final Pattern OF_PUBLICATION =
            Pattern.compile("đăng|ban hành|công bố|công khai|tạo|cập nhật|phát hành|ngày bh|post|publi", caseless());
    private static final Pattern OF_OTHERS =
            Pattern.compile("đóng|mở|hết|kết thúc|hiệu lực|hạn|bắt đầu|diễn ra|họp|sinh|due|end|expire", caseless());
    private static final int MOST_CELLS = 12;

    private TableDates() {}

    private static int caseless() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
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
        Optional<Integer> chosen = dated.stream()
                .filter(at ->
                        !head.isEmpty() && OF_PUBLICATION.matcher(head.get(at)).find())
                .findFirst()
                .or(() -> dated.stream()
                        .filter(at -> head.isEmpty()
                                || !OF_OTHERS.matcher(head.get(at)).find())
                        .findFirst())
                .or(() -> dated.stream().findFirst());
        return chosen.map(cells::get).orElse("");
    }

    /** A cell that holds rows tells no day of its own, and of tables in tables each would be read again and again. */
    private static String words(Element cell) {
        return cell.selectFirst("tr") == null ? PlainText.tidy(cell.text()) : "";
    }

    /** Returns the words at the head of each column; none when the table has no head of this many columns. */
    private static List<String> head(Element row, int columns) {
        Element table = row.closest("table");
        Element first = table == null ? null : table.selectFirst("tr");
        if (first == null || first == row || first.childrenSize() != columns) {
            return List.of();
        }
        List<String> words = first.children().stream().map(TableDates::words).toList();
        return words.stream().anyMatch(DatePatterns::isDated) ? List.of() : words;
    }
}
