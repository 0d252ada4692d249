package vn.loa.document.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.Folding;
import vn.loa.text.ListMark;

/**
 * A sentence, an item of a list or a row of a table, with what the lines above it say of it.
 *
 * @param text its words, after the day that stands alone above it
 * @param assigned whether it is given to somebody to do: a request opens the list, or its own first words say who does it
 * @param named whether nothing but a name before a colon gives it to somebody
 */
record Passage(String text, boolean assigned, boolean named) {
    private static final int LONGEST_HEADING = 120;
    private static final int LONGEST_REQUEST = 400;

    /** A line that is only the last day of what follows it: "Trước ngày 25/11/2026:". */
    private static final Pattern HEADING = Pattern.compile(
            "[^a-z]{0,8}(?:xong )?(?:cham nhat|muon nhat|tre nhat|truoc|trong|het)"
                    + "(?:[ \\d/.,:()-]|gio|phut|ngay|thang|nam|quy|sang|trua|chieu|la|vao|het|h|[iv]++)*+(?<=: {0,9})");

    /** Opens a list of what is to be done. */
    private static final Pattern ASSIGNS =
            Pattern.compile("(?<!\\p{L})(?:phân công|giao nhiệm vụ|nhiệm vụ(?: cụ thể)?(?=:)"
                    + "|nội dung công việc|việc cần làm|yêu cầu|đề nghị|có trách nhiệm|phải|nhắc|lưu ý)(?!\\p{L})");

    /** Opens a list of what has been done or what people ask for. */
    private static final Pattern TELLS =
            Pattern.compile("(?<!\\p{L})(?:đã|kết quả|kiến nghị|cử tri|lịch sử)(?!\\p{L})");

    /** Matches those who have to do what follows the colon. */
    private static final Pattern RESPONSIBLE = Pattern.compile(
            "^[^a-z]{0,6}(?:[a-z\\d]{1,2}[.)] )?(?:giao )?(?:dong chi|d/c|dc|ban|phong|to|thon|hoi|doan|cong an|van phong|uy ban|ubnd|ubmttq|mttq"
                    + "|tram|truong(?! hop)|cac(?! (?:cong (?:trinh|viec|tac)|tuyen|du an|khoan|muc|hang muc|noi dung|chi tieu|nhiem vu|viec|moc|dot|giai doan|buoc|mon|giai|loai|mat hang|hoat dong|su kien|phan viec|truong hop|ngay|lop hoc|doan duong|cau|goi|san pham|van ban|ho so|ke hoach))|chi bo|chi hoi|trung tam|nhom|khoi|bo phan|doi|dang uy|dang bo|hdnd|thuong truc|bi thu|chu tich|pho|truong(?! hop)|ke toan|thu quy|cong chuc|can bo|xa|phuong|hop tac xa|htx|lop)(?: [^:;.|]{1,80})?: ");

    /** A cell of a row that is the last day of what the others name. */
    private static final Pattern LAST_DAY = Pattern.compile("\\| ?(?:xong |hoan thanh )?(?:cham nhat|muon nhat|truoc)"
            + "(?: (?:[\\d/.,:()h-]{1,12}|gio|phut|ngay|thang|nam|sang|trua|chieu|la)){1,12} ?(?=\\||$)");

    /** Heads the part of a plan that says who does what. */
    private static final Pattern SECTION = Pattern.compile(
            "(?:[ivx\\d]{1,4}[.)-] ?)?(?:to chuc thuc hien|phan cong (?:nhiem vu|thuc hien|to chuc)|nhiem vu cu the|trach nhiem (?:thuc hien|cua)|cong tac chuan bi|tien do thuc hien)(?![a-z])[^.;]{0,60}");

    private static final Pattern OTHER_SECTION = Pattern.compile("[IVX]{1,4}[.)] .*|(?:Nơi nhận|NƠI NHẬN).*");

    /** Returns the passages of a text in order. */
    static List<Passage> of(List<String> sentences) {
        List<Passage> passages = new ArrayList<>();
        String day = "";
        boolean list = false;
        boolean section = false;
        for (String sentence : sentences) {
            boolean item = ListMark.begins(sentence);
            list = asks(sentence) || list && item;
            section = SECTION.matcher(Folding.fold(sentence)).matches()
                    || section && !OTHER_SECTION.matcher(sentence).matches();
            if (isHeading(sentence)) {
                day = sentence;
            } else {
                String text = day.isEmpty() ? sentence : day + " " + sentence;
                boolean given = (list || section) && item || isLastDay(sentence);
                boolean named = isAssignment(sentence);
                passages.add(new Passage(text, given || named, named && !given));
                day = item ? day : "";
            }
        }
        return passages;
    }

    private static boolean isHeading(String sentence) {
        return sentence.length() <= LONGEST_HEADING
                && HEADING.matcher(Folding.fold(sentence)).matches();
    }

    private static boolean asks(String sentence) {
        if (!sentence.endsWith(":") || sentence.length() > LONGEST_REQUEST) {
            return false;
        }
        String small = Homographs.small(sentence);
        return ASSIGNS.matcher(small).find() && !TELLS.matcher(small).find();
    }

    private static boolean isAssignment(String sentence) {
        return RESPONSIBLE.matcher(Folding.fold(sentence)).find();
    }

    private static boolean isLastDay(String sentence) {
        return LAST_DAY.matcher(Folding.fold(sentence)).find();
    }
}
