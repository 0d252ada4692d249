package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * Finds the names of children, of households, of people told with their year of birth, and of people told together
 * with their hardship. Officials ("đồng chí …", "ông …, Chủ tịch …") are public, and so are people who give or are praised.
 */
final class PrivateNames {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String NAME = "\\p{Lu}[\\p{L}’']*+(?:[ .]\\p{Lu}[\\p{L}’']*+){0,4}+";
    private static final String SURNAME =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm"
                    + "|Mai|Trịnh|Đào|Cao|Lưu|Lương|Tạ|Hà|Quách|Chu|Thái|Vương|Trương|Tô|Tôn|Tống|Kiều|Nghiêm"
                    + "|Phùng|Lại|Khuất|Vi|Lò|Lù|Giàng|Sùng|Nông|Lường|Lục|Cầm|Quàng|Tòng|Vàng|Vừ|Thào|Triệu"
                    + "|Bàn|Hầu|Đàm|Doãn|Ninh|Đồng|Từ|Kim|Thạch|Sơn|Châu|Đậu|Điểu|Giáp|Hán|Hứa|Khổng|Khúc|La"
                    + "|Lã|Ma|Mạc|Mã|Ngọ|Nhữ|Ông|Phí|Tăng|Thân|Thiều|Tiêu|Ung|Âu|Cù|Chử|Đổng|Mùa|Ksor|Siu|Hờ"
                    + "|Lầu|Xồng|Cụt|Tưởng|Bế|Bạch|Biện|Chảo|Cháng|Chẻo|Danh|Diệp|Đèo|Điêu|Đới|Hạng|Hảng|Khưu|Lèo|Lềnh|Lữ"
                    + "|Ly|Lỳ|Mè|Mua|Ngụy|Phàn|Phừng|Rmah|Rơ|Sầm|Sần|Tẩn|Thẩm|Thèn|Tráng|Trầm|Uông|Vòng)";
    private static final String FULL_NAME = SURNAME + "(?: \\p{Lu}[\\p{L}’']*+){1,4}+";
    private static final String THREE_WORDS = SURNAME + "(?: \\p{Lu}[\\p{L}’']*+){2,4}+";
    private static final String TWO_WORDS = "\\p{Lu}[\\p{L}’']*+(?:[ .]\\p{Lu}[\\p{L}’']*+){1,4}+";
    private static final String PERSON = "(?:ông|bà|anh|chị|cụ|cô|chú|bác(?! Hồ)|em|cháu)";

    /** The office after a name that makes a person public. */
    private static final String NO_OFFICE =
            "(?!(?:\\s?\\([^)]{0,60}\\)|, \\d{2} tuổi)?\\s*[,–(-]\\s*(?:(?:nguyên|cựu|phó|đồng chí|là)\\s+){0,2}(?:chủ (?:tịch|nhiệm|doanh nghiệp|cơ sở|cửa hàng"
                    + "|trang trại|đầu tư)|bí thư|giám đốc|trưởng|phó|ủy viên|uỷ viên|tổng|cán bộ|chuyên viên|bác sĩ|y sĩ|nhân viên (?:y tế|thú y|trạm)|đại biểu|hiệu"
                    + " trưởng|đại diện|chi hội|thành viên|nhà hảo tâm|nhà tài trợ|mạnh thường quân|trụ trì|chánh"
                    + "|(?:đội|tổ|cục|vụ|viện|hạt|trạm) (?:trưởng|phó)|(?:thiếu|trung|thượng|đại) (?:úy|uý|tá|tướng)))";

    /** Many of them are given names too when they stand alone: "em Bằng", "cháu Nhi". */
    private static final String NO_CHILD =
            "Huy (?:hiệu|chương)|Bằng (?:khen|tốt nghiệp|chứng nhận)|Giấy (?:khen|chứng nhận|mời)|Cúp(?!\\p{L})"
                    + "|Học (?:bổng|viện|kỳ|phí|sinh|đường)|Nhi (?:đồng|khoa)|Việt (?:Nam|kiều)|Thiếu (?:nhi|niên)|Đoàn viên"
                    + "|Đội(?!\\p{L})|Mầm non|Bác(?! \\p{Ll})|Mặt trận"
                    + "|Hội (?:viên|đồng|thi|trại|LH|[Ll]iên|[Cc]hữ|[Kk]huyến|[Pp]hụ|[Nn]ông|[Cc]ựu|[Nn]gười)"
                    + "|Trường (?:TH|PT|[Tt]iểu|[Mm]ầm|[Mm]ẫu|[Tt]rung|[Dd]ân|[Pp]hổ|[Đđ]ại|[Cc]ao)";

    /** Names that begin like a surname and are a province, a district or a union. */
    private static final String NO_PERSON =
            "(?!(?:Đoàn (?:Thanh niên|TN|[Tt]hể|[Vv]iên|[Pp]hường|[Xx]ã|[Tt]rường|[Kk]inh|[Cc]ông)|Hà (?:Nội|Giang|Nam|Tĩnh|Đông)|Thái (?:Nguyên|Bình|Thụy)|Cao (?:Bằng|Lãnh|Lộc)"
                    + "|Lâm Đồng|Ninh (?:Bình|Thuận|Giang|Hòa)|Sơn (?:La|Tây|Động)|Đồng (?:Nai|Tháp|Hới|Hỷ)|Châu (?:Đốc|Thành|Đức)|Phan (?:Thiết|Rang)|Hồ Chí Minh|Lai Châu|Mai (?:Châu|Sơn)"
                    + "|Thạch (?:Thất|Hà|Thành)|Từ (?:Liêm|Sơn)|Kim (?:Bảng|Động|Sơn|Thành)|Lý (?:Nhân|Sơn)|Lục (?:Ngạn|Nam|Yên)|Lương (?:Sơn|Tài)|Vũ (?:Thư|Quang)|Tô Hiệu)(?!\\p{L}))";

    /** In "Lê Thị Bé Năm" the word is a part of the name. */
    private static final String NOT_IN_A_NAME = "(?-i:(?<!\\p{Lu}\\p{Ll}{1,6} )|(?=\\p{Ll}))";

    private static final List<PrefilteredPattern> ALWAYS = List.of(
            word("(?<!(?:trẻ|chị|anh|con|đàn) )" + NOT_IN_A_NAME
                    + "(?:cháu|em|bé)(?: (?:bé|gái|trai|nhỏ|học sinh|sinh viên)){0,3}:? " + "(?-i:(?!" + NO_CHILD
                    + ")(?<name>" + NAME + "))"),
            word("(?<!(?:trẻ|chị|anh|con|đàn) )" + NOT_IN_A_NAME + "(?:cháu|em|bé):? (?-i:(?!" + NO_CHILD + ")"
                    + TWO_WORDS + "(?: và|,) " + NO_PERSON + "(?<name>" + FULL_NAME + "))" + NO_OFFICE),
            PrefilteredPattern.of(
                    "(?=\\p{Lu})(?<!\\p{L})(?iu:(?<!đồng chí ))" + NO_PERSON + "(?<name>" + FULL_NAME
                            + ")(?iu:(?=(?:(?:,| và) (?-i:"
                            + FULL_NAME + ")){0,5}+,? (?:là|thuộc)(?: diện)? (?:hộ|đối tượng))"
                            + "| là (?:(?:một|người) )?(?:bệnh nhân|bệnh nhi|nạn nhân|bị hại)(?!\\p{L})"
                            + "|,?\\s?\\(?\\s?(?:SN|sinh năm|sinh ngày)[\\s:.]*\\d)",
                    0));

    /** "Khởi tố …", "bắt quả tang …", "tuyên phạt …", before the name of whom. */
    private static final String LAW_ACTS_ON =
            "(?:khởi tố|bắt(?: (?:giữ|quả tang|khẩn cấp|tạm giam))?|tạm (?:giữ|giam)(?: hình sự)?|truy tố|kết án|tuyên (?:phạt|án)"
                    + "|(?:xử )?phạt(?: vi phạm hành chính)?)(?: (?:đối với|với|bị can|ông|bà|anh|chị)){0,3}";

    /** A team is beaten in a match, and whatever can be judged is judged. */
    private static final String BEATEN = "đánh(?! (?:bại|giá|thuế|đồng|dấu|bật|rơi|thức)(?!\\p{L}))";

    /** After the name of somebody who is accused, or whom a crime or an accident has hit. */
    private static final String SUFFERS =
            "(?:(?:đã )?bị (?:khởi tố|bắt(?! (?:buộc|kịp|đầu|bài))|tạm (?:giữ|giam)|truy (?:nã|tố)|kết án|tuyên|xử phạt|phạt|lừa|cướp|giật|đâm|chém|"
                    + BEATEN + "|bạo"
                    + " hành|xâm hại|chiếm đoạt|thương|đuối nước|quay lén)|vi phạm|khai nhận|có hành vi|(?:hơn |gần )?\\d{1,2} (?:năm|tháng) tù|(?:đã )?(?:chiếm đoạt|lừa đảo|trộm"
                    + " cắp|sát hại|gây án|phạm tội|tàng trữ)|(?:lĩnh|nhận) (?:án|mức án)|(?:đã )?(?:tử"
                    + " vong|tử nạn|thiệt mạng|chết đuối|đuối nước))(?!\\p{L})";

    /** A name of two words may be that of a place or a firm, unless a word for a person stands before it. */
    private static final String CALLED = "(?<=(?iu:(?<!\\p{L})(?:" + PERSON
            + "|bị can|bị cáo|nghi phạm|đối tượng|tên|nạn nhân|bị hại|học sinh|sinh viên"
            + "|tài xế|lái xe|vợ|chồng|mẹ|bố|cha|con|con trai|con gái)) )";

    private static final List<PrefilteredPattern> UNLESS_PUBLIC = List.of(
            word("(?:hộ|gia đình|nhà)(?: (?:nghèo|cận nghèo|chính sách|khó khăn|gia đình)){0,3} " + PERSON
                    + " (?-i:(?<name>" + NAME + "))" + NO_OFFICE),
            word("(?<!(?:ủng|bảo|phù|giám|cứu) )(?:hộ|gia đình)(?: (?:nghèo|cận nghèo|gia đình)){0,3} "
                    + "(?-i:(?<name>" + FULL_NAME + "))" + NO_OFFICE),
            word("(?:hộ|gia đình)[^.;:]{0,40} (?:gồm|là):? (?-i:(?<name>" + FULL_NAME + "))" + NO_OFFICE),
            word("(?:học sinh|sinh viên|nữ sinh|nam sinh|thiếu nữ|bệnh nhân|nạn nhân|bị hại|người (?:tử nạn|tử vong|mất"
                    + " tích)) (?-i:(?<name>" + FULL_NAME + "))" + NO_OFFICE),
            word("(?:bệnh nhân|nạn nhân|bị hại|" + PrivateData.SUSPECT
                    + "|người (?:tử nạn|tử vong|mất tích|đầu thú|tự thú|bị [^,.;]{1,12}))[^,.;]{0,30} (?:là|tên|gồm):?"
                    + "(?: " + PERSON + ")? (?-i:" + NO_PERSON + "(?<name>" + FULL_NAME + "))" + NO_OFFICE),
            word("(?:các|những|\\d{1,3}) hộ(?: (?:nghèo|cận nghèo|dân))?:? (?-i:(?<name>" + FULL_NAME + "))"
                    + NO_OFFICE),
            word("(?:bị can|bị cáo|nghi phạm|nghi can|đối tượng|hung thủ|kẻ (?:gian|trộm|cướp)|phạm nhân|truy nã)"
                    + "(?: (?:tên|là)){0,2}:? (?-i:(?<name>" + TWO_WORDS + "))" + NO_OFFICE),
            word(LAW_ACTS_ON + "(?<!đối tượng) (?-i:" + NO_PERSON + "(?<name>" + FULL_NAME + "))" + NO_OFFICE),
            PrefilteredPattern.of(
                    "(?=\\p{Lu})(?<!\\p{L})" + NO_PERSON + "(?<name>" + THREE_WORDS + "|" + CALLED + FULL_NAME
                            + ")(?iu:" + NO_OFFICE + "(?=(?: \\([^)]{0,60}\\))?(?:,[^,.;]{0,40},)? " + SUFFERS + "))",
                    0),
            word("(?:bệnh nhi|bệnh nhân|nạn nhân|sản phụ|thai phụ) (?-i:(?<name>" + TWO_WORDS + "))" + NO_OFFICE));

    private static final PrefilteredPattern HARDSHIP = word(
            "(?:hộ nghèo|cận nghèo|hoàn cảnh|nợ nần|(?:không|chẳng) qua khỏi|(?:chó|rắn)(?: dại| độc)? cắn|khuyết tật|câm điếc|mồ côi|mất tích|thi thể|tử nạn|đuối nước|dương tính|cách ly|h[oỏ][ảa] hoạn|mất nhà|đục thủy tinh thể|phải mổ|phẫu thuật(?! viên)|nguy kịch|hôn mê"
                    + "|nhiễm (?:sởi|cúm|dịch|vi ?rút|virus|lao|covid|viêm|sốt)|bị (?:kẻ gian |đối tượng )?(?:lừa|chiếm"
                    + " đoạt|cướp|giật|bỏng|" + BEATEN + ")|hiểm nghèo|neo đơn|bệnh tật|nhà tạm|dột nát|tai"
                    + " nạn|bị thương|thiệt mạng|tử vong|da cam|nhà đại đoàn kết|bạo hành|xâm hại|ung thư|mắc bệnh|bị"
                    + " bệnh|suy thận|chạy thận|tai biến|đột quỵ|bại liệt|tâm thần|nhiễm HIV|lâm bệnh|trọng bệnh|được"
                    + " hỗ trợ|ngôi nhà|xây nhà|sửa nhà|trợ cấp|liệt giường|(?:được|phải|đang|viện) cấp cứu|(?:bị|do|vì|nghi) (?:ngộ|nhiễm) độc|(?<!(?:phòng|chống|ngừa|tránh|về|nguy cơ|sơ cứu|xử trí|dấu hiệu) )(?:ngộ|nhiễm) độc(?! thực phẩm(?:[,.;]|$))|nằm viện|điều trị|hen suyễn|tiểu đường"
                    + "|(?<!(?:sâu|dịch|nấm|lứa|đàn) )bệnh (?:tim|gan|phổi|thận|hiểm|nặng|máu|phong|lao)|tim bẩm sinh|u não|HIV|nạn nhân|bại não|thiểu năng|chậm phát triển|hội chứng down|(?:mẹ|bố|cha) đơn thân|thoái hóa|thoái hoá|thoát vị|parkinson|liệt (?:hai|nửa|tứ)|chạy chữa"
                    + "|bạo bệnh|(?:căn|mang|nhiều|đủ thứ) bệnh(?! (?:viện|xá|nhân|hại|đạo ôn|trên|dịch))|bị (?!(?:[^,.;]{0,12} )?(?:ngập|úng|hư|hỏng|sâu|thiệt hại|hạn|mặn|đổ|gãy đổ|sạt|lở|lún|nứt|dột|xuống cấp|ô nhiễm|xói|cháy|tàn phá|mất mùa|thất thu|lỗ|phạt|dịch|chuột|ốc|rầy)(?!\\p{L}))[^,.;]{1,24} (?:nặng|mạn tính|mãn tính|giai đoạn cuối))");
    private static final PrefilteredPattern PERSON_NAMED =
            word(NOT_IN_A_NAME + PERSON + " (?-i:(?<name>" + TWO_WORDS + "))" + NO_OFFICE);

    /** "Lê Minh Tâm, học sinh lớp 5, mồ côi cha". */
    private static final PrefilteredPattern PUPIL_NAMED = PrefilteredPattern.of(
            "(?=\\p{Lu})(?<!\\p{L})" + NO_PERSON + "(?<name>" + FULL_NAME
                    + ")(?=,? (?:là )?(?:học sinh|lớp \\d|sinh viên))",
            0);

    /** "Hai anh em Giàng A Tếnh và Giàng A Dế". */
    private static final PrefilteredPattern NAMED_TOGETHER = word(NOT_IN_A_NAME + PERSON + " (?-i:" + TWO_WORDS + " và "
            + NO_PERSON + "(?<name>" + FULL_NAME + "))" + NO_OFFICE);

    private static final String NOT_SUFFERING = "(?!\\s(?:được|nhận|bị|mắc|nhiễm)(?!\\p{L}))";

    /** Matches giving or being praised; givers and the praised are told by name, as the village does. */
    private static final Pattern GIVES = Pattern.compile(
            "(?:,(?:" + NOT_SUFFERING
                    + "[^.;:]){0,60})? được (?:biết đến|coi|xem|bình chọn|chọn) (?:là|như) (?:một |những )?(?:điển hình|tấm gương|gương)"
                    + "|(?:\\s?\\([^)]{0,60}\\))?(?:, (?:ở )?(?:thôn|ấp|xóm|khu|tổ|bản|buôn|khóm|làng) [^,.;:]{1,30})?,?(?:"
                    + NOT_SUFFERING + "[^.;:,]){0,40}?\\s(?:hiến|ủng hộ|đóng"
                    + " góp|quyên góp|tài trợ|trao tặng|tặng|đồng hành|cứu|mở|tạo (?:việc|công ăn)|(?:truyền )?dạy|dũng cảm|giành|(?:đạt|đoạt) (?:giải|huy chương|danh hiệu)|được (?:khen|tuyên dương|biểu dương|tôn vinh|vinh"
                    + " danh|tặng (?:giấy|bằng) khen)|là (?:(?:một|những) )?(?:tấm )?gương)(?!\\p{L})",
            CASELESS);

    private static final Pattern OFFICE_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:chủ (?:tịch|nhiệm)|bí thư|giám đốc|trưởng (?:ban|thôn|khu|xóm|ấp|bản|phòng|công an)|hiệu"
                    + " trưởng|nhà hảo tâm|nhà tài trợ|mạnh thường quân)[^.;:]{0,50}$",
            CASELESS);
    private static final Pattern PRAISED_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:tuyên dương|biểu dương|khen(?: thưởng| ngợi)?|vinh danh|tôn vinh)(?!\\p{L})[^.;:]{0,50}$",
            CASELESS);
    /** Gives an office to somebody, who is told by name, born when they may be; a gang and a doctor assign as well. */
    private static final Pattern APPOINTED_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:bổ nhiệm(?: lại)?|điều động|luân chuyển|(?<!(?:bà|mẹ|mang|có) )bầu|tín nhiệm giới thiệu"
                    + "|phê chuẩn)(?: và [\\p{Ll} ]{2,30})?(?: (?:đồng chí|đ/c|ông|bà|anh|chị))? $",
            CASELESS);

    /** Gives an office only where its name follows. */
    private static final Pattern ASSIGNED_BEFORE =
            Pattern.compile("(?<!\\p{L})(?:chỉ định|phân công)(?: (?:đồng chí|đ/c|ông|bà|anh|chị))? $", CASELESS);

    private static final Pattern TO_OFFICE = Pattern.compile(
            "[^.;:]{0,60}? (?:giữ chức|làm (?:phó|bí thư|chủ (?:tịch|nhiệm)|trưởng|giám đốc|hiệu trưởng)|tham gia (?:ban|cấp))(?!\\p{L})",
            CASELESS);

    /** Between whoever acts and whoever is helped; a name after it is not that of the one who acts. */
    private static final Pattern HELPS = Pattern.compile(
            "(?<!\\p{L})(?:thăm|tặng|trao|cho|hỗ trợ|giúp|động viên|bàn giao|chia buồn|gặp|nhận|với|của|và|cùng|xây|sửa|về"
                    + "|(?:đến|tới|tại) (?:nhà|gia đình|tận))(?!\\p{L})",
            CASELESS);

    /**
     * One more of those who are told together: "…, Lù A Páo", "… và bà Giàng Thị Súa". Two words after a comma alone are
     * where somebody lives: "…, Hoàng Mai".
     */
    private static final Pattern NEXT = Pattern.compile("(?:\\s?\\([^)]{0,60}\\))?(?:[,;] (?=(?iu:" + PERSON + ") |"
            + THREE_WORDS + ")| và )(?:(?iu:" + PERSON + ") )?" + NO_PERSON + "(?<name>" + FULL_NAME + ")(?iu:"
            + NO_OFFICE + ")");

    /** Stands before a place, a road, a firm or a team that bears somebody's name. */
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:ở|tại|quê|xã|phường|tỉnh|huyện|quận|thành phố|tp\\.?|thị (?:trấn|xã)|thôn|xóm|ấp|làng|clb|câu lạc bộ"
                    + "|(?<!bộ )đội|công ty|cty|doanh nghiệp|tập đoàn|nhà (?:máy|hàng|xe)|hãng|ngân hàng|cửa hàng|siêu thị|bệnh viện"
                    + "|trường|thpt|thcs|tiểu học|mầm non|đường|phố|ngõ|cầu|chợ|sông|quốc lộ|tuyến|sân)"
                    + "(?: (?:bóng đá|bóng chuyền|tnhh|cổ phần|cp|một thành viên|mtv|xây dựng|thương mại|vận tải|thpt|thcs|tiểu học|mầm"
                    + " non|tư nhân)){0,3} $",
            CASELESS);

    private static final int MOST_TOGETHER = 10;

    /** "N.V.P" tells no grown-up's name. */
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(?:[. ]\\p{Lu})*");

    private static final Pattern GOES_ON = Pattern.compile("[,;)]| \\(| \\p{Ll}");

    private static final int NEAR = 80;

    private PrivateNames() {}

    static List<PrivatePassage> in(String text) {
        List<PrivatePassage> found = new ArrayList<>();
        ALWAYS.forEach(pattern -> collect(pattern, text, name -> !isAppointed(text, name), found));
        UNLESS_PUBLIC.forEach(pattern -> collect(pattern, text, name -> !isPublic(text, name), found));
        List<PrivatePassage> people = new ArrayList<>();
        collect(PERSON_NAMED, text, name -> !isPublic(text, name), people);
        collect(PUPIL_NAMED, text, name -> !isPublic(text, name), people);
        collect(NAMED_TOGETHER, text, name -> !isPublic(text, name), people);
        if (!people.isEmpty() && HARDSHIP.isIn(text)) {
            found.addAll(people);
        }
        return found;
    }

    private static void collect(
            PrefilteredPattern pattern, String text, Predicate<PrivatePassage> wanted, List<PrivatePassage> into) {
        PrefilteredPattern.Search search = pattern.in(text);
        while (search.find()) {
            Matcher match = search.match();
            int end = withStopOfInitial(text, match.start("name"), match.end("name"));
            PrivatePassage name = new PrivatePassage(match.start("name"), end, PrivacyKind.NAME);
            if (name.end() - name.start() > 1
                    && !isOfAPlace(text, name)
                    && wanted.test(name)) { // A single initial tells nobody's name.
                into.add(name);
                addNext(text, name, into);
            }
        }
    }

    private static void addNext(String text, PrivatePassage first, List<PrivatePassage> into) {
        Matcher next = NEXT.matcher(text);
        int end = first.end();
        boolean full = text.substring(first.start(), end).indexOf(' ') > 0;
        for (int count = 0; full && count < MOST_TOGETHER; count++) {
            if (!next.region(end, text.length()).lookingAt()) {
                return;
            }
            PrivatePassage name = new PrivatePassage(next.start("name"), next.end("name"), PrivacyKind.NAME);
            if (!isPublic(text, name)) {
                into.add(name);
            }
            end = name.end();
        }
    }

    /** "Nông Văn D., hộ nghèo", "Lý Văn Th., SN 1985": the stop after an initial ends no sentence where the sentence goes on. */
    private static int withStopOfInitial(String text, int start, int end) {
        boolean initial =
                end - start > 3 && text.substring(end - 3, end).indexOf(' ') >= 0 && text.startsWith(".", end);
        return initial && GOES_ON.matcher(text).region(end + 1, text.length()).lookingAt() ? end + 1 : end;
    }

    private static boolean isOfAPlace(String text, PrivatePassage name) {
        return PLACE_BEFORE
                .matcher(text.substring(Math.max(0, name.start() - NEAR), name.start()))
                .find();
    }

    private static boolean isAppointed(String text, PrivatePassage name) {
        String before = text.substring(Math.max(0, name.start() - NEAR), name.start());
        return APPOINTED_BEFORE.matcher(before).find()
                || ASSIGNED_BEFORE.matcher(before).find()
                        && TO_OFFICE
                                .matcher(text)
                                .region(name.end(), text.length())
                                .lookingAt();
    }

    private static boolean isPublic(String text, PrivatePassage name) {
        if (INITIALS.matcher(text).region(name.start(), name.end()).matches()) {
            return true;
        }
        String before = clauseBefore(text, name.start());
        Matcher office = OFFICE_BEFORE.matcher(before);
        if (office.find() && !HELPS.matcher(office.group()).find()) {
            return true;
        }
        Matcher praised = PRAISED_BEFORE.matcher(before);
        if (praised.find() && !HELPS.matcher(praised.group()).find()) {
            return true;
        }
        Matcher gives = GIVES.matcher(text).region(name.end(), Math.min(text.length(), name.end() + 2 * NEAR));
        return gives.lookingAt() && !HELPS.matcher(before).find();
    }

    private static String clauseBefore(String text, int end) {
        String near = text.substring(Math.max(0, end - NEAR), end);
        return near.substring(Math.max(near.lastIndexOf(". "), near.lastIndexOf(';')) + 1);
    }

    /** Compiles a pattern that begins with a word. */
    private static PrefilteredPattern word(String body) {
        return PrefilteredPattern.caseless("(?<!\\p{L})" + body);
    }
}
