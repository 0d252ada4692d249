package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

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

    /** Opens the words for each unit, as it is written; with other marks it is another word. */
    private static final Pattern EACH = Pattern.compile("^[^\\p{L}]{0,8}(?:mỗi|mọi(?! người)|moi) (?!.* (?:đến|den) )");

    /** Whom each of them is: of days, goods and journeys news is told. */
    private static final Pattern UNIT = Pattern.compile(
            "(?:thon|xom|ap|ban|chi (?:bo|hoi|doan)|to|don vi|co quan|xa|phuong|truong|lop|khu|cum|doan vien|hoi vien|dang vien|can bo|gia dinh|hoc sinh|nguoi|em|chau|ho(?! (?:tr[ow]ng|nuoi|chan|san|kinh doanh|ban|gieo|cay)))(?![a-z])");

    private static final Pattern CONDITION = Pattern.compile("(?<![a-z])(?:neu|khi|truong hop|gia su)(?![a-z])");

    private Addressees() {}

    /** Returns whether they do something by a day, though nobody says that they must; of the words before it. */
    static boolean act(FoldedText words) {
        String before = words.folded();
        if (CONDITION.matcher(before).find()) {
            return false;
        }
        Matcher many = UNTOLD.matcher(before);
        int from = 0;
        boolean act = false;
        while (!act && from <= before.length() && many.find(from)) {
            int start = many.start() + each(words.part(many.start(), many.end()));
            act = !TELLS.matcher(before.substring(start, many.end())).find();
            from = many.start() + 1;
        }
        return act;
    }

    /** Returns how long the word for each unit is, which else would tell something. */
    private static int each(FoldedText words) {
        Matcher each = EACH.matcher(Homographs.small(words.text()));
        return each.find()
                        && UNIT.matcher(words.folded())
                                .region(each.end(), words.folded().length())
                                .lookingAt()
                ? each.end()
                : 0;
    }
}
