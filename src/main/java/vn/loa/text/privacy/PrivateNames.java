package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names of children, of households, of people named with their year of birth, and of people named together
 * with their hardship. Officials ("đồng chí …", "ông …, Chủ tịch …") are public.
 */
final class PrivateNames {
    private static final String NAME = "\\p{Lu}[\\p{L}’']*+(?:[ .]\\p{Lu}[\\p{L}’']*+){0,4}+";
    private static final String SURNAME =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm"
                    + "|Mai|Trịnh|Đào|Cao|Lưu|Lương|Tạ|Hà|Quách|Chu|Thái|Vương|Trương|Tô|Tôn|Tống|Kiều|Nghiêm"
                    + "|Phùng|Lại|Khuất|Vi|Lò|Lù|Giàng|Sùng|Nông|Lường|Lục|Cầm|Quàng|Tòng|Vàng|Vừ|Thào|Triệu"
                    + "|Bàn|Hầu|Đàm|Doãn|Ninh|Đồng|Từ|Kim|Thạch|Sơn|Châu|Đậu|Điểu|Giáp|Hán|Hứa|Khổng|Khúc|La"
                    + "|Lã|Ma|Mạc|Mã|Ngọ|Nhữ|Ông|Phí|Tăng|Thân|Thiều|Tiêu|Ung|Âu|Cù|Chử|Đổng|Mùa|Ksor|Siu|Hờ"
                    + "|Lầu|Xồng|Cụt|Tưởng)";
    private static final String FULL_NAME = SURNAME + "(?: \\p{Lu}[\\p{L}’']*+){1,4}+";
    private static final String TWO_WORDS = "\\p{Lu}[\\p{L}’']*+(?:[ .]\\p{Lu}[\\p{L}’']*+){1,4}+";
    private static final String PERSON = "(?:ông|bà|anh|chị|cụ|cô|chú|bác(?! Hồ)|em|cháu)";

    /** The office that makes a person public. */
    private static final String OFFICE =
            "(?!\\s*[,–(-]\\s*(?:(?:nguyên|phó|đồng chí)\\s+)?(?:chủ tịch|bí thư|giám đốc|trưởng|phó|ủy viên|uỷ"
                    + " viên|tổng|cán bộ|đại biểu|hiệu trưởng|đại diện|chi hội|thành viên|chủ nhiệm))"
                    // Who gives or is praised is told by name, as the village does.
                    + "(?!(?:\\s?\\([^)]{0,60}\\))?,?[^.;:,]{0,40}(?<!được|nhận)\\s(?:hiến|ủng hộ|đóng góp|quyên"
                    + " góp|tài trợ|tặng|được (?:khen|tuyên dương|biểu dương|tặng giấy khen)|là (?:tấm"
                    + " )?gương)(?!\\p{L}))";

    private static final List<Pattern> ALWAYS = List.of(
            pattern("(?:hộ|gia đình|nhà)(?: (?:nghèo|cận nghèo|chính sách|khó khăn|gia đình))* " + PERSON
                    + " (?-i:(?<name>" + NAME + "))" + OFFICE),
            pattern("(?<!(?:ủng|bảo|phù|giám|cứu) )(?:hộ|gia đình)(?: (?:nghèo|cận nghèo|gia đình))* (?-i:(?<name>"
                    + FULL_NAME + "))"),
            pattern("(?<!(?:trẻ|chị|anh|con|đàn) )(?:cháu|em|bé)(?: (?:bé|gái|trai|nhỏ|học sinh|sinh viên))*:? "
                    + "(?-i:(?!Thiếu|Nhi|Đội|Đoàn viên|Hội|Mầm|Việt|Bác|Trường|Mặt)(?<name>" + NAME + "))"),
            pattern("(?-i:(?<name>" + FULL_NAME + "))(?=(?:(?:,| và) (?-i:" + FULL_NAME
                    + ")){0,5}+,? (?:là|thuộc)(?: diện)? (?:hộ|đối tượng))"),
            pattern("(?:hộ|gia đình)[^.;:]{0,40} (?:gồm|là):? (?-i:(?<name>" + FULL_NAME + "))" + OFFICE),
            pattern("(?:học sinh|sinh viên|bệnh nhân|nạn nhân) (?-i:(?<name>" + FULL_NAME + "))" + OFFICE),
            pattern("(?<!đồng chí )(?-i:(?<name>" + FULL_NAME
                    + ")),?\\s?\\(?\\s?(?:SN|sinh năm|sinh ngày)[\\s:.]*\\d"));

    private static final Pattern HARDSHIP =
            pattern("(?:hộ nghèo|cận nghèo|hoàn cảnh|khuyết tật|mồ côi|hiểm nghèo|neo đơn|bệnh tật|nhà tạm|dột nát|tai"
                    + " nạn|bị thương|thiệt mạng|tử vong|da cam|nhà đại đoàn kết|bạo hành|xâm hại|ung thư|mắc bệnh|bị"
                    + " bệnh|suy thận|chạy thận|tai biến|đột quỵ|bại liệt|tâm thần|nhiễm HIV|lâm bệnh|trọng bệnh|được hỗ"
                    + " trợ|ngôi nhà|xây nhà|sửa nhà|trợ cấp)");
    private static final Pattern PERSON_NAMED = pattern(PERSON + " (?-i:(?<name>" + TWO_WORDS + "))" + OFFICE);

    private PrivateNames() {}

    static List<PrivatePassage> in(String text) {
        List<PrivatePassage> found = new ArrayList<>();
        ALWAYS.forEach(pattern -> collect(pattern, text, found));
        if (HARDSHIP.matcher(text).find()) {
            collect(PERSON_NAMED, text, found);
        }
        return found;
    }

    private static void collect(Pattern pattern, String text, List<PrivatePassage> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            PrivatePassage name = new PrivatePassage(matcher.start("name"), matcher.end("name"), PrivacyKind.NAME);
            if (name.end() - name.start() > 1) { // A single initial tells nobody's name.
                into.add(name);
            }
        }
    }

    private static Pattern pattern(String body) {
        return Pattern.compile("(?<!\\p{L})" + body, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
