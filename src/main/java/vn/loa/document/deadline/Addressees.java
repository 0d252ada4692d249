package vn.loa.document.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the units and people of a place, whom its notices address: what they have to do by a day, in whatever words,
 * is a duty, where the same words of anybody else would be news.
 */
final class Addressees {
    private static final String UNITS =
            "thon|xom|ap|ban (?:cong tac|chi huy|quan ly|van dong|dan van|thanh tra|giam sat|chap hanh|chi dao)|to (?:dan pho|cong tac|truong|lien gia|tu quan)|khu dan cu"
                    + "|chi (?:bo|hoi|doan|uy)|dang uy|dang bo|don vi|co quan|truong (?:hoc|mam non|tieu hoc|thcs|thpt|thon|ban|khu|to)|tram y te|phong|ubnd|uy ban|ubmttq|mttq|mat tran"
                    + "|hoi (?:phu nu|nong dan|cuu chien binh|lhpn|nguoi cao tuoi|khuyen hoc|chu thap do)|doan (?:thanh nien|xa|phuong)|cong an xa|cong an phuong|hop tac xa|htx|co so|hang quan|doanh nghiep";

    private static final String PEOPLE =
            "ba con|nhan dan|nguoi dan|cong dan|chi em|phu huynh|thi sinh|hoi vien|doan vien|dang vien|can bo|cong chuc|vien chuc|giao vien"
                    + "|chu (?:ho|co so|phuong tien|tau|xe|nuoi|nha|trai)|ho (?:dan|gia dinh|kinh doanh|nuoi|trong|chan nuoi)|tau (?:thuyen|ca)|phuong tien|ngu dan|khach hang|chu the|thue bao|hoc vien|hoc sinh|sinh vien|tieu thuong|t(?:ai|ww) xe|lai xe|nguoi (?:dan|lai xe|dung|mua|su dung|lao dong|nop|trung|co|tham gia|chan nuoi)";

    private static final String MANY =
            "(?:cac|moi|tung|tat ca|toan the|toan bo)(?! (?:doi|cau thu|bo |nuoc|em |chau |hang |mau |loai |cuoc |tran |nha thau|cong ty|ngan hang|cong trinh|du an))";

    /** Somebody of a place who must. */
    private static final Pattern OBLIGED = Pattern.compile(
            "(?:^[^a-z]{0,8}|[,;:.)] (?:[a-z\\d]{1,2}[.)] )?|(?<![a-z])(?:nhung|nen|thi|rieng|doi voi) )(?:[a-z]{2,12}(?: [a-z]{2,12}){0,3} nao(?![a-z])|"
                    + MANY + " (?=[a-z])|(?:" + UNITS + "|" + PEOPLE + ")(?![a-z]))[^;]{0,120} phai $");

    /** Those to whom a notice speaks; what growers and traders do in their season is news. */
    private static final Pattern UNTOLD = Pattern.compile(
            "(?:^[^a-z]{0,8}|[,;:] )(?:(?:moi|tung|tat ca(?: cac)?|toan the|cac(?= (?:thon|xom|ap|to|ho(?! (?:tr[ow]ng|nuoi|chan|san|lam|kinh doanh|ban|gieo|cay|ca the))|chi|dong chi|d/c|dc|bac|co so|don vi|co quan|truong|hoi vien|doan vien|dang vien|xa|phuong|lop|ban|chu (?:long|tau|ho|co so|xe|nha|phuong tien))(?![a-z]))) |(?:ba con|chi em|quy phu huynh) )"
                    + "(?:[a-z\\d/-]{1,12},? ){2,16}$"
                    + "|^[^a-z]{0,8}(?:hoi vien|doan vien|dang vien|phu huynh) (?:[a-z\\d/-]{1,12} ){2,16}$");

    /** Words by which the many are told of, and not told to. */
    private static final Pattern TELLS = Pattern.compile(
            "(?<![a-z])(?:(?<!gia )co|la|(?<!(?:ba|cho|cua|voi|dua|don|bao) )con|bi|duoc|nghi|thi|da|se|dang(?! (?:kiem|cai|nhap|bai|tin|ky|anh|len|tai|video|thong tin))|vua|tat bat|hoi ha|no nuc|phan khoi|tranh thu|thuong|nam|gap|dau|ve que|sinh|song|don tet|vui|mung|truoc|nao|ai|hang (?:tram|nghin|chuc|ngan|van)|ghi nhan|dat (?:giai|chuan|ket|chi tieu|ti le|ty le|danh hieu|\\d)|vuot|hy vong|mong|muon|du kien|khong|chua|thang|thua|(?<!xac )nhan(?! (?:tai lieu|giay|phieu|the|lai)(?![a-z]))|thi dau|den truong|o(?! to(?![a-z]))|dien ra|chuan bi|moi|chu dong)(?![a-z])");

    /** Opens the words for each unit; without its mark it is another word. */
    private static final Pattern EACH = Pattern.compile(
            "^[^a-z]{0,8}moi (?!.* den )(?=(?:thon|xom|ap|ban|chi (?:bo|hoi|doan)|to|don vi|co quan|xa|phuong|truong|lop|khu|cum|doan vien|hoi vien|dang vien|can bo|gia dinh|ho(?! (?:tr[ow]ng|nuoi|chan|san|kinh doanh|ban|gieo|cay)))(?![a-z]))");

    private static final Pattern CONDITION = Pattern.compile("(?<![a-z])(?:neu|khi|truong hop|gia su)(?![a-z])");

    private Addressees() {}

    /** Returns whether they are obliged in the words of a clause up to its last "phải". */
    static boolean areObliged(String before) {
        return OBLIGED.matcher(before).find();
    }

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
