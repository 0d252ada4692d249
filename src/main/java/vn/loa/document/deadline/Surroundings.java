package vn.loa.document.deadline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Remembers what the sentences before a passage speak of, where that makes its last days nobody's duty: the terms that a
 * law sets for everybody, the days of a work that is described, and the aims of a plan.
 */
final class Surroundings {
    private static final int NEAR = 3;
    private static final int LONGEST = 1500;

    private static final String LAW = "(?:bộ luật|luật|nghị định|thông tư|pháp lệnh|tt|nđ)";

    /** Explains what a law says; a paper that only rests on one has "căn cứ" for it. */
    private static final Pattern EXPLAINS = Pattern.compile("(?<!\\p{L})theo(?: quy định)?(?: tại| của)?"
            + "(?: (?:điểm|khoản|điều|mục|chương) [\\p{L}\\d]{1,4},?){0,4} " + LAW + " (?!.*(?:kế hoạch|công văn))"
            + "|(?<!\\p{L})" + LAW + " [^;:]{0,80}(?:quy định|nêu rõ)(?!\\p{L})");

    /** Said of every year or of every case, not of one day. */
    private static final Pattern GENERAL = Pattern.compile(
            "(?<!\\p{L})(?:h[ằà]ng|mỗi) (?:năm|quý|tháng)(?!\\p{L})|năm sau|(?:tháng|quý) (?:sau|tiếp theo|kế tiếp)|(?:kể|tính) từ ngày");

    /** Units whose own reports a law orders. */
    private static final Pattern UNITS = Pattern.compile(
            "(?<!\\p{L})(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|mttq|mặt trận|cơ quan|đơn vị|đảng ủy|chi bộ|cấp xã|(?:các|mỗi|từng) (?:xã|phường|thôn|xóm|ấp|bản|tổ|khu|trường|lớp|trạm|hội|chi hội|chi đoàn|phòng|ban|đội)|nhà trường|trạm y tế|ban giám hiệu)(?!\\p{L})");

    private static final Pattern BEGUN = Pattern.compile("(?<!\\p{L})khởi công[^:;.]{0,20}:");
    private static final Pattern FINISHED =
            Pattern.compile("[^\\p{L}]*(?:ngày|thời gian) (?:dự kiến )?hoàn thành(?: dự kiến)?:.*");

    /** Hands in what is due, which is a duty among aims as well. */
    private static final Pattern HANDS_IN = Pattern.compile("(?<!\\p{L})(?:gửi|nộp|đăng ký)(?!\\p{L})");

    /** Lists what a plan aims at. */
    private static final Pattern AIMS = Pattern.compile("[^:]{0,200}(?<!\\p{L})(?:mục tiêu|chỉ tiêu)[^:.;]{0,60}: .*");

    private final Deque<String> before = new ArrayDeque<>();

    /** Returns whether the last days of a passage are nobody's duty; takes it as the one before the next. */
    boolean tellOf(Passage passage) {
        String small = Homographs.small(
                passage.text().substring(0, Math.min(LONGEST, passage.text().length())));
        boolean others = isWork(small)
                || !passage.assigned() && (isLawful(small) || isAim(small)) && RequestWords.end(small) < 0;
        before.addFirst(small);
        if (before.size() > NEAR) {
            before.removeLast();
        }
        return others;
    }

    private boolean isWork(String small) {
        return FINISHED.matcher(small).matches()
                && before.stream().anyMatch(each -> BEGUN.matcher(each).find());
    }

    private static boolean isAim(String small) {
        return AIMS.matcher(small).matches() && !HANDS_IN.matcher(small).find();
    }

    /** A request speaks to those who read, and ends what was explained before it. */
    private boolean isLawful(String small) {
        return GENERAL.matcher(small).find()
                && !UNITS.matcher(small).find()
                && Stream.concat(Stream.of(small), before.stream().takeWhile(each -> RequestWords.end(each) < 0))
                        .anyMatch(each -> EXPLAINS.matcher(each).find());
    }
}
