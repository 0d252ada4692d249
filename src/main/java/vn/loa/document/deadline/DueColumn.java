package vn.loa.document.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.Folding;

/**
 * Remembers that the head of a table calls a column the one of last days, so that a lone date in a row under it is one.
 * A column that is only called "Thời gian" has days of events as well, and is none.
 */
final class DueColumn {
    private static final String BETWEEN = " | ";

    private static final Pattern NAME = Pattern.compile(
            "(?:thoi (?:han|gian|diem)|han|ngay|tien do|moc)(?: (?:cuoi|phai|chot|du kien))*(?: can)? (?:hoan thanh|nop|gui|bao cao|xong|ket thuc|tra loi|giao nop|trinh)(?: [a-z]{1,9}){0,4}"
                    + "|(?:thoi )?han(?: cuoi| chot)?|deadline|hoan thanh(?: truoc| ngay)?|thoi han (?:thuc hien|giai quyet|xu ly)");

    private static final Pattern DAY = Pattern.compile(
            "(?:(?:\\d{1,2} ?(?:h|gio|:) ?(?:\\d{2})?(?: phut)?,? )?ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?");

    private boolean open;

    /** Returns a passage with the words that make its lone date a last day, where it is a row under such a column. */
    Passage told(Passage passage) {
        if (!passage.text().contains(BETWEEN)) {
            open = false;
            return passage;
        }
        List<String> cells =
                Arrays.stream(passage.text().split("\\|")).map(String::strip).toList();
        if (cells.stream().anyMatch(DueColumn::isName)) {
            open = true;
            return passage;
        }
        List<String> days = cells.stream().filter(DueColumn::isDay).toList();
        if (!open || days.size() != 1) {
            return passage;
        }
        String told = String.join(
                BETWEEN,
                cells.stream().map(cell -> isDay(cell) ? "hạn: " + cell : cell).toList());
        return new Passage(told, true);
    }

    private static boolean isName(String cell) {
        return NAME.matcher(Folding.fold(cell)).matches();
    }

    private static boolean isDay(String cell) {
        return DAY.matcher(Folding.fold(cell)).matches();
    }
}
