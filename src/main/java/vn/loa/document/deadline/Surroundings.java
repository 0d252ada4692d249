package vn.loa.document.deadline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Remembers what the sentences before a passage speak of, where that makes its last days nobody's duty: the terms that a
 * law sets for everybody, the days of a work that is described, and the aims of a plan.
 */
final class Surroundings {
    private static final int NEAR = 3;

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
            "(?<!\\p{L})(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|mttq|mặt trận|cơ quan|đơn vị|đảng ủy|chi bộ|các xã|cấp xã)(?!\\p{L})");

    private static final Pattern BEGUN = Pattern.compile("[^\\p{L}]*(?:ngày |thời gian )?khởi công(?!\\p{L}).*");
    private static final Pattern FINISHED =
            Pattern.compile("[^\\p{L}]*(?:ngày|thời gian) (?:dự kiến )?hoàn thành(?: dự kiến)?:.*");

    /** Lists what a plan aims at. */
    private static final Pattern AIMS = Pattern.compile("[^:]{0,200}(?<!\\p{L})(?:mục tiêu|chỉ tiêu)[^:.;]{0,60}: .*");

    private final Deque<String> before = new ArrayDeque<>();

    /** Returns whether the last days of a passage are nobody's duty; takes it as the one before the next. */
    boolean tellOf(Passage passage) {
        String small = Homographs.small(passage.text());
        boolean asked = passage.assigned() || RequestWords.end(small) >= 0;
        boolean lawful = GENERAL.matcher(small).find()
                && !UNITS.matcher(small).find()
                && (EXPLAINS.matcher(small).find()
                        || before.stream()
                                .anyMatch(each -> EXPLAINS.matcher(each).find()));
        boolean work = FINISHED.matcher(small).matches()
                && before.stream().anyMatch(each -> BEGUN.matcher(each).matches());
        remember(asked, small);
        return !asked && (lawful || AIMS.matcher(small).matches()) || work;
    }

    /** A request speaks to those who read, and ends what was explained. */
    private void remember(boolean asked, String small) {
        if (asked) {
            before.clear();
        }
        before.addLast(small);
        if (before.size() > NEAR) {
            before.removeFirst();
        }
    }
}
