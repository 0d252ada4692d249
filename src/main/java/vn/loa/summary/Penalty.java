package vn.loa.summary;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The faults that make a sentence unfit for a summary, and their costs. */
enum Penalty {
    /** A list of who was there, by name. */
    NAMES(3, line -> Words.PERSON.matcher(line.text()).results().limit(2).count() > 1),
    ATTENDANCE(1.2, line -> Words.ATTENDANCE.matcher(line.text()).find()),
    /** A line without a stop under a picture or above a section. */
    HEADING(5, (line, whole) -> isHeading(line) && !whole.leadsWith(line) && !whole.isStopless()),
    /** A short sentence of its own that shows people doing something is a caption with a stop. */
    UNDER_A_PICTURE(3, (line, whole) -> isPose(line) && !whole.leadsWith(line)),
    /** "Bão Maria nhìn từ vệ tinh ngày 18/9.": a short sentence that states nothing names what a picture shows. */
    NAMES_A_PICTURE(5, (line, whole) -> isCaption(line) && whole.emphasis() == Emphasis.LEAD_MISSING),
    /** The plan, the directive; the news is elsewhere. */
    GROUNDS(3, line -> Preamble.isAllOf(line.text())),
    ONE_OF_A_TIMETABLE(4, (line, whole) -> whole.isOneOfATimetable(line)),
    ANNOUNCES_A_LIST(2, line -> Words.LIST_AHEAD.matcher(line.text()).find()),
    CUT(1.2, line -> line.text().endsWith("...") || line.text().endsWith("…")),
    SPEECH_WITHOUT_SPEAKER(
            6,
            line -> Words.ONLY_SPEECH.matcher(line.text()).find()
                    || Words.FIRST_PERSON.matcher(line.text()).find()),
    SPEECH(2, line -> Words.SPEECH.matcher(line.text()).find()),
    SHOUTING(4, (line, whole) -> line.isShouted() && !whole.isShouted()),
    STUB(1.5, line -> line.text().length() < 30 && Feature.of(line.text()).isEmpty()),
    PRAISE(0.9, line -> Words.PRAISE.matcher(line.text()).find()),
    QUESTION(0.6, line -> line.text().endsWith("?"));

    /** Apart, because the constants of an enum are made before its own static fields. */
    private static final class Words {
        private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        private static final Pattern PERSON = Pattern.compile(
                "(?:đồng chí|đ/c|ông|bà)[:,]?\\s(?-i:\\p{Lu}\\p{L}*+ \\p{L}++ ?(?:\\p{Lu}|-|–))", CASELESS);
        private static final Pattern ATTENDANCE = Pattern.compile(
                "^(?:(?:tham|tới|đến|cùng|về) )?dự(?!\\p{L}| (?:kiến|án|thảo|toán|báo|phòng))|^(?:chủ trì|chủ tọa|chủ"
                        + " toạ|có mặt)",
                CASELESS);
        private static final Pattern PEOPLE = Pattern.compile(
                "^(?:các |lãnh đạo|đại diện|thành viên|đoàn viên|hội viên|lực lượng|tuổi trẻ|đồng chí|đ/c|ông|bà(?! con)|đại biểu|đoàn|tiến s[ĩỹ]|ban|hội|toàn thể|cán bộ|người"
                        + " dân|nhân dân|học viên)",
                CASELESS);
        private static final Pattern POSE_END = Pattern.compile(
                "(?:tại (?:buổi|hội nghị|lễ|lớp|chương trình|đại hội|hội thảo|diễn đàn)|chụp ảnh)[^,;]{0,40}$",
                CASELESS);
        private static final Pattern DIGIT = Pattern.compile("\\d");
        private static final Pattern SPEECH = Pattern.compile("^[\"“«]|[:,] ?[\"“«].{60,}");
        private static final Pattern ONLY_SPEECH = Pattern.compile("^[\"“«][^\"”»]{0,600}[\"”»][.!?…]?$");
        /** Somebody speaks, and no quotation mark says who: the rest of an interview. */
        private static final Pattern FIRST_PERSON = Pattern.compile(
                "^(?:(?:với|theo|riêng|như|bản thân) )?(?:chúng )?tôi(?!\\p{L})|^[^\"“«]{0,60}(?<!\\p{L})(?:tôi|chúng"
                        + " tôi)(?!\\p{L})[^\"“”»]*$",
                CASELESS);

        private static final Pattern LIST_AHEAD = Pattern.compile(
                ":\\W*$|(?<!\\p{L})(?:gồm|bao gồm|như sau|sau đây|cụ thể|cho biết|cho hay|nói|trong đó|đó là|là)\\W*$",
                CASELESS);
        /** Matches words of which nearly every sentence that states something holds one. */
        private static final Pattern STATES = Pattern.compile(
                "(?<!\\p{L})(?:đã|đang|sẽ|là|bị|được|có|không|chưa|phải|vừa|còn|cần|nên|muốn|thì|cho|nói|khai|yêu"
                        + " cầu|khẳng định|tuyên bố|xác nhận|nhận|hiện|khi|nếu|để|do|vì|nhưng|gây|khiến|làm|giúp|tăng|giảm"
                        + "|đạt|mất|diễn ra|xảy ra|bắt|gồm|kéo dài|đến|theo|thuộc|nằm|vẫn|cũng|rất|hãy|xin|mời|kính|về việc)(?!\\p{L})",
                CASELESS);

        private static final Pattern PRAISE = Pattern.compile(
                "^(?:thông qua|với (?:tinh thần|ý nghĩa)|đây là dịp|hoạt động thể hiện|những kiến thức)|biểu dương|bày"
                        + " tỏ|chúc mừng|góp phần|tin tưởng rằng|thành công tốt đẹp|phấn khởi",
                CASELESS);
    }

    private static final int LONGEST_POSE = 170;
    private static final int LONGEST_PLAIN_POSE = 110;

    private final double cost;

    @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
    private final BiPredicate<SummarySentence, SummaryInput> marks;

    Penalty(double cost, Predicate<SummarySentence> marks) {
        this(cost, (line, whole) -> marks.test(line));
    }

    Penalty(double cost, BiPredicate<SummarySentence, SummaryInput> marks) {
        this.cost = cost;
        this.marks = marks;
    }

    double cost() {
        return cost;
    }

    static Stream<Penalty> of(SummarySentence line, SummaryInput whole) {
        return Stream.of(values()).filter(penalty -> penalty.marks.test(line, whole));
    }

    private static boolean isHeading(SummarySentence line) {
        return !line.isFinished() && !line.isListItem() && (line.isAlone() || !line.isLastOfParagraph());
    }

    private static boolean isCaption(SummarySentence line) {
        String text = line.text();
        return line.isAlone()
                && text.length() <= LONGEST_PLAIN_POSE
                && text.indexOf(':') < 0
                && !Words.STATES.matcher(text).find()
                && Feature.STATED.stream().noneMatch(feature -> feature.isIn(text));
    }

    private static boolean isPose(SummarySentence line) {
        String text = line.text();
        boolean tells = Feature.ASKED.isIn(text) || Feature.OUTCOME.isIn(text) || Feature.DEADLINE.isIn(text);
        if (!line.isAlone() || tells || !Words.PEOPLE.matcher(text).find()) {
            return false;
        }
        boolean plain = text.length() <= LONGEST_PLAIN_POSE
                && !Words.DIGIT.matcher(text).find();
        return plain
                || (text.length() <= LONGEST_POSE
                        && Words.POSE_END.matcher(text).find());
    }
}
