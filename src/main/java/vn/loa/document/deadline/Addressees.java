package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the units and people of a place, whom its notices address: what they have to do by a day, in whatever words,
 * is a duty, where the same words of anybody else would be news.
 */
final class Addressees {
    /** Those to whom a notice speaks; what growers and traders do in their season is news. */
    private static final Pattern UNTOLD = Pattern.compile(
            "(?:^[^a-z]{0,8}|[,;:] )(?:(?:moi|tung|tat ca(?: cac)?|toan the|cac(?= (?:thon|xom|ap|to|ho(?! (?:tr[ow]ng|nuoi|chan|san|lam|kinh doanh|ban|gieo|cay|ca the))|chi|dong chi|d/c|dc|bac|co so|don vi|co quan|truong|hoi vien|doan vien|dang vien|xa|phuong|lop|ban|chu (?:long|tau|ho|co so|xe|nha|phuong tien))(?![a-z]))) |(?:ba con|chi em|quy phu huynh) )"
                    + "(?:[a-z\\d/-]{1,12},? ){2,16}$"
                    + "|^[^a-z]{0,8}(?:hoi vien|doan vien|dang vien|phu huynh) (?:[a-z\\d/-]{1,12} ){2,16}$");

    /** Words by which the many are told of, and not told to. */
    private static final Pattern TELLS = Pattern.compile(
            "(?<![a-z])(?:(?<!gia )co|la|bi|duoc|nghi|thi|da|se|vua|tat bat|hoi ha|no nuc|phan khoi|tranh thu|thuong|nam|gap|dau|ve que|(?<!(?:ve|hoc|giao|thi|moi|hoa) )sinh|song|don tet|vui|mung|truoc|nao|ai|ghi nhan|vuot|hy vong|mong|muon|du kien|khong|chua|thang|thua|(?<!xac )nhan(?! (?:tai lieu|giay|phieu|the|lai)(?![a-z]))|thi dau|den truong|o(?! to(?![a-z]))|dien ra|chuan bi|moi|chu dong)(?![a-z])");

    /** Opens the words for each unit; without its mark it is another word. */
    private static final Pattern EACH = Pattern.compile("^[^a-z]{0,8}moi (?!.* den )");

    private static final Pattern CONDITION = Pattern.compile("(?<![a-z])(?:neu|khi|truong hop|gia su)(?![a-z])");

    private Addressees() {}

    /** Returns whether they do something by a day, though nobody says that they must; of the folded words before it. */
    static boolean act(String before) {
        if (CONDITION.matcher(before).find()) {
            return false;
        }
        Matcher many = UNTOLD.matcher(before);
        int from = 0;
        boolean act = false;
        while (!act && from <= before.length() && many.find(from)) {
            act = !TELLS.matcher(EACH.matcher(many.group()).replaceFirst("")).find();
            from = many.start() + 1;
        }
        return act;
    }
}
