package vn.loa.summary;

import java.util.Collections;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.pattern.PrefilteredPattern;

/** The faults that make a sentence unfit for a summary, and their costs. */
enum Penalty {
    /** A list of who was there, by name. */
    NAMES(3, line -> namesTwo(line.text())),
    ATTENDANCE(1.2, line -> Words.ATTENDANCE.begins(line.text()) || presides(line)),
    /** Names of those who were there, and not their number. */
    ATTENDANCE_UNCOUNTED(
            1.2,
            line -> (Words.ATTENDANCE.begins(line.text()) || presides(line))
                    && !line.features().contains(Feature.HOW_MANY)),
    /** Tells who came before what they came for: the lead, which said that, is missing. */
    ATTENDANCE_FIRST(
            4,
            line -> line.paragraph() == 0
                    && line.place() == 0
                    && isAttendance(line)
                    && !line.features().contains(Feature.HOW_MANY)),
    /** A line without a stop under a picture or above a section. */
    HEADING(5, (line, whole) -> isHeading(line) && !whole.leadsWith(line) && !whole.isStopless()),
    VERSE(14, (line, whole) -> whole.isVerse(line)),
    /** One of those who speak to each other at the beginning of a reportage. */
    TALK(14, (line, whole) -> whole.isTalk(line)),
    /** A line of a list of gifts, or one turn of a way: the others say as much. */
    ONE_OF_A_LIST(
            4,
            (line, whole) -> isAmount(line.withoutListMark())
                    || Words.LETTERED.begins(line.text())
                    || whole.isNumberedOne(line)),
    /** A short sentence of its own that shows people doing something is a caption with a stop. */
    UNDER_A_PICTURE(3, (line, whole) -> isPose(line) && !whole.leadsWith(line)),
    /** "Bão Maria nhìn từ vệ tinh ngày 18/9.": a short sentence that states nothing names what a picture shows. */
    NAMES_A_PICTURE(
            6,
            (line, whole) -> isCaption(line, whole)
                    && whole.emphasis() != Emphasis.LEAD_GIVEN
                    && !(whole.emphasis() == Emphasis.BRIEF && (line.isListItem() || whole.leadsWith(line)))),
    /** "Ông A (trái) và ông B tại …", "Hình ảnh …": no news begins so. */
    SHOWN_IN_A_PICTURE(12, line -> isShown(line)),
    /** The end of a sentence whose beginning stands elsewhere. */
    FRAGMENT(12, line -> isFragment(line.text()) && !line.isListItem()),
    /** The plan, the directive; the news is elsewhere. */
    GROUNDS(3, line -> Preamble.isAllOf(line.text())),
    /** "Người cao tuổi luôn được kính trọng.": before who did what. */
    BACKGROUND(4, (line, whole) -> whole.isBackground(line)),
    /** "Kính chúc các cụ sống lâu trăm tuổi.", "Xin trân trọng báo tin!". */
    WISH(4, line -> Words.WISH.begins(line.text()) && !line.states()),
    ONE_OF_A_TIMETABLE(4, (line, whole) -> whole.isOneOfATimetable(line)),
    ANNOUNCES_A_LIST(2, line -> Words.LIST_AHEAD.isIn(end(line.text()))),
    CUT(1.2, line -> line.text().endsWith("...") || line.text().endsWith("…")),
    SPEECH_WITHOUT_SPEAKER(
            6,
            line -> Words.ONLY_SPEECH.begins(line.text())
                    || (Words.I.isIn(line.text())
                            && Words.FIRST_PERSON.matcher(line.text()).lookingAt())),
    SPEECH(2, line -> isQuoting(line.text()) && Words.SPEECH.isIn(line.text())),
    /** "PV: …?", "Ông Lương Công Định: …": an interview. */
    ASKED(14, line -> Words.REPORTER.begins(line.text())),
    ANSWERED(2.5, line -> Words.PERSON_SPEAKS.begins(line.text())),
    SHOUTING(4, (line, whole) -> line.isShouted() && !whole.isShouted()),
    /** "Sương chưa tan …": how a reportage begins and ends. */
    SCENE(2.5, (line, whole) -> whole.emphasis() != Emphasis.LEAD_GIVEN && isScene(line)),
    STUB(1.5, line -> line.text().length() < 30 && line.features().isEmpty()),
    PRAISE(0.9, line -> Words.PRAISE.isIn(line.text())),
    /** Thanks, hopes and set phrases: how a text ends that has said what it had to say. */
    CLOSING(
            3,
            (line, whole) -> whole.emphasis() != Emphasis.LEAD_MISSING
                    && whole.closesWith(line)
                    && !line.holdsFact()
                    && Words.CLOSING.isIn(line.text())),
    QUESTION(4, line -> line.text().endsWith("?"));

    /** Apart, because the constants of an enum are made before its own static fields. */
    private static final class Words {
        private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        private static final PrefilteredPattern PERSON = PrefilteredPattern.caseless(
                "(?:đồng chí|đ/c|ông|bà)[:,]?\\s(?-i:(?!(?:Phó|Trưởng|Chánh|Chủ (?:tịch|nhiệm)|Bí thư|Giám đốc|Hiệu"
                        + " trưởng|Ủy viên|Uỷ viên|Tổng|Thường trực)(?!\\p{L}))\\p{Lu}\\p{L}*+ \\p{L}++ ?(?:\\p{Lu}|-|–))");
        /** An appointment to an office is the news itself. */
        private static final PrefilteredPattern APPOINTED = PrefilteredPattern.caseless(
                "(?<!\\p{L})(?:giữ chức|bổ nhiệm|điều động|luân chuyển|trúng cử|được bầu (?:làm|giữ))(?!\\p{L})");

        private static final PrefilteredPattern ATTENDANCE = PrefilteredPattern.caseless(
                "^(?:(?:tham|tới|đến|cùng|về) )?dự(?!\\p{L}| (?:kiến|án|thảo|toán|báo|phòng))|^(?:chủ trì|chủ tọa|chủ"
                        + " toạ|có mặt|(?:cùng đi|đi cùng|tháp tùng)(?!\\p{L}))");
        private static final PrefilteredPattern AS_FOLLOWS =
                PrefilteredPattern.caseless("(?:như sau|sau đây|cụ thể)\\W*$");
        private static final Pattern AMOUNT =
                Pattern.compile("(?!(?:Tổng|Mức|Kinh phí|Lệ phí|Giá|Trị giá|Hỗ trợ)(?!\\p{L}))[\\p{Lu}][^:]{2,80}:"
                        + " ?[\\d.,]+ ?(?:triệu |tỷ )?(?:đồng|đ|VNĐ|suất|kg)[.,;]?");
        private static final PrefilteredPattern LETTERED = PrefilteredPattern.of("[a-eđ]\\) ", 0);
        private static final PrefilteredPattern PEOPLE = PrefilteredPattern.caseless(
                "^(?:các |lãnh đạo|đại diện|thành viên|đoàn viên|hội viên|lực lượng|tuổi trẻ|đồng chí|đ/c|ông|bà(?! con)|đại biểu|đoàn|tiến s[ĩỹ]|ban|btc|hội|toàn thể|cán bộ|người"
                        + " dân|nhân dân|học viên)");
        /** "Đồng chí …, Chủ tịch … chủ trì hội nghị." */
        private static final PrefilteredPattern PRESIDES = PrefilteredPattern.caseless(
                "(?:chủ trì|chủ tọa|chủ toạ|điều hành) (?:hội nghị|buổi|cuộc|lễ|đại hội|phiên|chương trình)[^,;]{0,30}$");

        private static final PrefilteredPattern POSE_END = PrefilteredPattern.caseless(
                "(?:tại (?:buổi|hội nghị|lễ|lớp|chương trình|đại hội|hội thảo|diễn đàn)|chụp ảnh)[^,;]{0,40}$");
        /** The name of a place or a body that is a number. */
        private static final Pattern NUMBERED = Pattern.compile(
                "(?<!\\p{L})(?:thôn|khu(?: phố)?|tổ|xóm|ấp|phường|quận|đội|bản|lớp|khối|trường) \\d{1,2}(?![\\d/.])",
                CASELESS);

        private static final PrefilteredPattern SPEECH = PrefilteredPattern.of("^[\"“«]|[:,] ?[\"“«].{60,}", 0);
        private static final PrefilteredPattern ONLY_SPEECH =
                PrefilteredPattern.of("^[\"“«][^\"”»]{0,600}[\"”»][.!?…]?$", 0);
        private static final PrefilteredPattern I = PrefilteredPattern.caseless("(?<!\\p{L})tôi(?!\\p{L})");
        /** Somebody speaks, and no quotation mark says who: the rest of an interview. */
        private static final Pattern FIRST_PERSON = Pattern.compile(
                "^(?:(?:với|theo|riêng|như|bản thân) )?(?:chúng )?tôi(?!\\p{L})|^[^\"“«]{0,60}(?<!\\p{L})(?:tôi|chúng"
                        + " tôi)(?!\\p{L})[^\"“”»]*$",
                CASELESS);

        private static final PrefilteredPattern LIST_AHEAD = PrefilteredPattern.caseless(
                ":\\W*$|(?<!\\p{L})(?:gồm|bao gồm|như sau|sau đây|cụ thể|trong đó|đó là|là)\\W*$"
                        + "|(?<!\\p{L})(?:cho biết|cho hay|nói)[^\\p{L}.]*$");
        /** Matches words of which nearly every sentence that states something holds one. */
        private static final PrefilteredPattern STATES = PrefilteredPattern.caseless(
                "(?<!\\p{L})(?:đã|đang|sẽ|là|bị|được|có|không(?! (?:người lái|quân|gian|khí))|chưa|phải|vừa|còn|cần|nên|muốn|thì|cho (?:biết|hay|rằng|thấy|là|phép|đến)|nói|(?<!(?:triển|công|phiếu|kê) )khai(?! h)|yêu"
                        + " cầu|khẳng định|tuyên bố|xác nhận|nhận|hiện(?! trường)|(?<!(?:trước|trong) )khi|nếu|do|vì|nhưng|gây|khiến|làm(?! nhiệm vụ| việc)|giúp|(?<!(?:xe|dòng|siêu) )tăng|giảm"
                        + "|đạt|mất|diễn ra|xảy ra|bắt|gồm|kéo dài|đến|theo|thuộc về|nằm|vẫn|cũng|rất|hãy|xin|mời|kính|về việc)(?!\\p{L})");

        /** "Căn nhà nơi nạn nhân bị nhốt.": the clause states, the sentence does not. */
        private static final Pattern WHERE_SOMETHING_WAS = Pattern.compile(
                "(?:\\p{L}{1,12} ){1,7}?nơi(?! (?:đây|này|nào))(?: (?!đã|đang|sẽ|là|vẫn|không|chưa)[\\p{L}\\d]{1,12}){2,14}[.]?$",
                CASELESS);

        /** "… trong cuộc gặp hôm nay ở Singapore.", "… trong một chuyến thị sát hồi năm 2015.": when the picture was taken. */
        private static final PrefilteredPattern DURING = PrefilteredPattern.caseless(
                "(?<!\\p{L})(?:trong|tại|ở) (?:một |các |những )?(?:cuộc|buổi|chuyến|lễ|phiên|trận|bộ phim|chương trình|sự kiện)[^,.;]{0,70}[.]?$");

        private static final PrefilteredPattern SHOWN = PrefilteredPattern.caseless(
                "\\((?:(?:ngoài cùng |ngoài cùng bên |bên |thứ \\p{L}{2,4} từ )?(?:trái|phải)(?: qua| sang)?|giữa|áo"
                        + " [^)]{1,20})\\)|^(?:hình ảnh|bức ảnh|khoảnh khắc|một (?:góc|pha|tiết mục|phần thi|màn trình diễn)|cận cảnh|bên trong)(?!\\p{L})");
        /** "… trong một cuộc họp hôm 19/6.", "… hồi tháng 8/2016.". */
        private static final PrefilteredPattern SHOT_ON = PrefilteredPattern.caseless(
                "(?<!\\p{L})(?:hôm|hồi (?:tháng|năm|đầu tháng|cuối tháng|ngày)) \\d{1,4}(?:[/-]\\d{1,4}){0,2}+[.]?$");

        private static final PrefilteredPattern REPORTER =
                PrefilteredPattern.caseless("(?:pv|p\\.v|phóng viên|nhà báo|hỏi)\\s?:");
        private static final PrefilteredPattern PERSON_SPEAKS = PrefilteredPattern.of(
                "(?:Ông|Bà|Anh|Chị|Đồng chí|Đ/c|Em|Cô|Chú)(?: \\p{Lu}\\p{L}*+){1,4}+(?:,? [^:“\"]{1,60})?: ", 0);
        private static final PrefilteredPattern WISH = PrefilteredPattern.caseless(
                "(?:(?:xin|kính|trân trọng|nhân dịp này,?|cầu) ){0,2}(?:chúc(?! (?:thọ|tết|thư))"
                        + "|cảm ơn|cám ơn|tri ân|báo tin|tạm biệt|hẹn gặp)(?!\\p{L})");
        private static final PrefilteredPattern CLOSING = PrefilteredPattern.caseless(
                "(?<!\\p{L})(?:cảm ơn|cám ơn|tri ân|tin tưởng|rất mong|mong rằng|hy vọng|hi vọng|hứa sẽ|xin hứa|góp phần|phấn khởi"
                        + "|hân hoan|niềm vui|xúc động|thông cảm|hãy chia sẻ|để lại (?:nhiều )?(?:dấu ấn|ấn tượng)"
                        + "|(?:hoạt động|việc làm) (?:thiết thực|ý nghĩa|có ý nghĩa)|thể hiện (?:tinh thần|tình cảm|sự quan tâm)"
                        + "|(?:trong )?không khí (?:vui|phấn|ấm|trang|sôi|thân|đoàn)|thông báo để [^.;]{1,60} (?:biết|thực hiện))(?!\\p{L})");
        private static final PrefilteredPattern SCENIC = PrefilteredPattern.caseless(
                "(?<!\\p{L})(?:sương|nắng(?! nóng| hạn)|gió(?! mạnh| giật| mùa)|mây|bình minh|hoàng hôn|mặt trời|ánh (?:đèn|mắt|nắng)|sáng rực|rực rỡ|rộn"
                        + " (?:ràng|rã)|náo nức|tấp nập|xúng xính|tiếng (?:khèn|trống|hát|cười|hỏi|trẻ)|nụ cười|mái"
                        + " tóc|nước mắt|chật kín|thơm (?:lừng|ngát)|xanh mướt|vàng ươm)(?!\\p{L})");
        private static final PrefilteredPattern PRAISE = PrefilteredPattern.caseless(
                "^(?:thông qua|với (?:tinh thần|ý nghĩa)|đây là dịp|hoạt động thể hiện|những kiến thức)|biểu dương|bày"
                        + " tỏ|chúc mừng|góp phần|tin tưởng rằng|thành công tốt đẹp|phấn khởi"
                        + "|diễn ra (?:trang trọng|ấm áp|vui tươi|sôi nổi)|để lại (?:nhiều )?(?:dấu ấn|ấn tượng)");
    }

    private static final Set<Feature> TOLD = Set.of(Feature.ASKED, Feature.OUTCOME, Feature.DEADLINE);
    private static final Set<Feature> COUNTED = Set.of(Feature.HOW_MANY, Feature.OUTCOME, Feature.DEADLINE);
    private static final int SHORTEST_OPENING_OF_A_LIST = 40;
    /** Longer than the words that announce a list. */
    private static final int LONGEST_END = 40;

    private static final int LONGEST_POSE = 170;
    private static final int LONGEST_PLAIN_POSE = 110;

    private final double cost;

    private final BiPredicate<SummarySentence, SummaryInput> marks;

    Penalty(double cost, Predicate<SummarySentence> marks) {
        this(cost, (line, whole) -> marks.test(line));
    }

    Penalty(double cost, BiPredicate<SummarySentence, SummaryInput> marks) {
        this.cost = cost;
        this.marks = marks;
    }

    /** Returns whether the line names who was there. */
    static boolean isAttendance(SummarySentence line) {
        return Words.ATTENDANCE.begins(line.text());
    }

    double cost() {
        return cost;
    }

    static Stream<Penalty> of(SummarySentence line, SummaryInput whole) {
        return Stream.of(values()).filter(penalty -> penalty.marks.test(line, whole));
    }

    private static boolean namesTwo(String text) {
        PrefilteredPattern.Search person = Words.PERSON.in(text);
        boolean one = person.find();
        return one && person.find() && !Words.APPOINTED.isIn(text);
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST_END));
    }

    private static boolean isQuoting(String text) {
        return text.indexOf('“') >= 0 || text.indexOf('"') >= 0 || text.indexOf('«') >= 0;
    }

    private static boolean isFragment(String text) {
        int first = text.codePointAt(text.startsWith("(") && text.length() > 1 ? 1 : 0);
        return Character.isLowerCase(first) || (text.startsWith("(") && Character.isDigit(first));
    }

    private static boolean isScene(SummarySentence line) {
        return Collections.disjoint(Feature.STATED, line.features()) && Words.SCENIC.isIn(line.text());
    }

    private static boolean presides(SummarySentence line) {
        return Words.PEOPLE.begins(line.text())
                && Collections.disjoint(Feature.STATED, line.features())
                && Words.PRESIDES.isIn(line.text());
    }

    private static boolean isAmount(String text) {
        return text.length() <= LONGEST_PLAIN_POSE
                && text.indexOf(':') > 0
                && Words.AMOUNT.matcher(text).matches();
    }

    private static boolean isHeading(SummarySentence line) {
        return !line.isFinished()
                && !line.isListItem()
                && !(line.text().length() >= SHORTEST_OPENING_OF_A_LIST && Words.AS_FOLLOWS.isIn(line.text()))
                && (line.isAlone() || !line.isLastOfParagraph());
    }

    /** The press praises, asks and acts under its pictures, too. */
    private static boolean isCaption(SummarySentence line, SummaryInput whole) {
        String text = line.text();
        Set<Feature> stated = whole.emphasis() == Emphasis.LEAD_MISSING ? COUNTED : Feature.STATED;
        return line.isAlone()
                && (text.length() <= LONGEST_PLAIN_POSE || text.length() <= LONGEST_POSE && Words.DURING.isIn(text))
                && text.indexOf(':') < 0
                && text.indexOf(';') < 0
                && (!Words.STATES.isIn(text)
                        || Words.WHERE_SOMETHING_WAS.matcher(text).lookingAt())
                && Collections.disjoint(stated, line.features());
    }

    private static boolean isShown(SummarySentence line) {
        String text = line.text();
        boolean dated = text.length() <= LONGEST_POSE
                && Words.SHOT_ON.isIn(text)
                && !Words.STATES.isIn(text)
                && line.features().stream().noneMatch(TOLD::contains);
        return line.isAlone()
                && (dated && (text.indexOf(',') < 0 || text.startsWith("Một "))
                        || text.length() <= LONGEST_POSE && Words.SHOWN.isIn(text));
    }

    private static boolean isPose(SummarySentence line) {
        String text = line.text();
        if (!line.isAlone()
                || !Words.PEOPLE.begins(text)
                || line.features().stream().anyMatch(TOLD::contains)) {
            return false;
        }
        boolean plain = text.length() <= LONGEST_PLAIN_POSE
                && Words.NUMBERED.matcher(text).replaceAll("").chars().noneMatch(c -> c >= '0' && c <= '9');
        return plain || (text.length() <= LONGEST_POSE && Words.POSE_END.isIn(text));
    }
}
