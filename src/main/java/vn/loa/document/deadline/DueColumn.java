package vn.loa.document.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.text.Folding;

/**
 * Remembers which columns the head of a table calls those of last days, so that a date that stands alone in such a cell
 * is one. A column that is only called "Thời gian" has days of events as well, and "Ngày nộp" tells what was done.
 */
final class DueColumn {
    private static final String BETWEEN = " | ";

    private static final String VERBS =
            "(?:hoan thanh|nop|gui|bao cao|xong|tra loi|giao nop|trinh|dang ky)(?: [a-z]{1,9}){0,4}";

    private static final Pattern NAME = Pattern.compile(
            "(?:thoi (?:han|gian|diem)|han|tien do|moc)(?: (?:cuoi|phai|chot|du kien))*(?: can)? " + VERBS
                    + "|ngay(?: (?:cuoi|phai|chot|du kien|can)){1,3} " + VERBS + "|ngay hoan thanh"
                    + "|(?:thoi )?han(?: cuoi| chot)?|deadline|hoan thanh(?: truoc)?(?: ngay)?|thoi han (?:thuc hien|giai quyet|xu ly)");

    /** Names of other columns that hold days. */
    private static final Pattern OTHER = Pattern.compile("(?<![a-z])(?:ngay|thoi gian|thoi diem|lich|gio)(?![a-z])");

    private static final Pattern DAY = Pattern.compile(
            "(?:truoc |cham nhat |xong )?(?:(?:\\d{1,2} ?(?:h|gio|:) ?(?:\\d{2})?(?: phut)?,? )?ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?");

    private final Set<Integer> columns = new TreeSet<>();
    private int width;
    private boolean alone;

    /** Returns a passage with the words that make a date a last day, where it is a row with one in such a column. */
    Passage told(Passage passage) {
        if (!passage.text().contains(BETWEEN.strip())) {
            columns.clear();
            return passage;
        }
        List<String> cells = cells(passage.text());
        if (cells.stream().anyMatch(DueColumn::isName)) {
            remember(cells);
            return passage;
        }
        Set<Integer> due = due(cells);
        String told = IntStream.range(0, cells.size())
                .mapToObj(i -> due.contains(i) ? "hạn: " + cells.get(i) : cells.get(i))
                .collect(Collectors.joining(BETWEEN));
        return due.isEmpty() ? passage : new Passage(told, true, false);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }

    private void remember(List<String> head) {
        columns.clear();
        width = head.size();
        alone = true;
        for (int i = 0; i < width; i++) {
            if (isName(head.get(i))) {
                columns.add(i);
            } else if (OTHER.matcher(Folding.fold(head.get(i))).find()) {
                alone = false;
            }
        }
    }

    /** In a row without its empty cells, a lone date is of the only column that holds dates. */
    private Set<Integer> due(List<String> cells) {
        Set<Integer> days = new TreeSet<>();
        IntStream.range(0, cells.size()).filter(i -> isDay(cells.get(i))).forEach(days::add);
        if (cells.size() == width) {
            days.retainAll(columns);
            return days;
        }
        if (alone && days.size() == 1 && !columns.isEmpty()) {
            return days;
        }
        days.retainAll(cells.size() < width ? columns : Set.of());
        return days;
    }

    /** Returns whether a column of this name holds last days. */
    static boolean isName(String cell) {
        return NAME.matcher(Folding.fold(cell)).matches();
    }

    /** Returns whether a column of this name may hold days. */
    static boolean isOfDays(String cell) {
        return isName(cell) || OTHER.matcher(Folding.fold(cell)).find();
    }

    /** Returns whether a cell is a day and nothing else. */
    static boolean isDay(String cell) {
        return DAY.matcher(Folding.fold(cell).strip()).matches();
    }
}
