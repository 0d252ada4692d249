package vn.loa.text.date;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import vn.loa.text.ListMark;
import vn.loa.text.Sentences;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * Finds the day of the event that a text reports: "sáng 13/9, Ủy ban MTTQ xã tổ chức …".
 *
 * <ul>
 *   <li>Only a date with a word of time before it ("ngày", "sáng", "từ … đến …") counts, and only where {@link DateClause}
 *       does not make it the date of a document, an anniversary, a birth, a deadline or the publication itself.
 *   <li>A day told with its year may lie up to {@value #LONGEST_REPORT} days before the publication and up to
 *       {@value #LONGEST_NOTICE} after it. A day without a year gets the year that puts it nearest to the publication, and
 *       may lie up to {@value #LONGEST_GUESS} days away.
 *   <li>Of several days in a row ("12-13/9", "từ ngày 10 đến 12/9") the first one is the event's. A season that lasts
 *       more than {@value #LONGEST_EVENT} days, and a timetable where every item has its own day, have no single day.
 *   <li>Days that do not exist are ignored. When in doubt there is no event date: none is better than a wrong one.
 * </ul>
 *
 * Linear time; never throws.
 */
public final class EventDates {
    private static final int LONGEST_REPORT = 60;
    private static final int LONGEST_NOTICE = 200;
    private static final int LONGEST_GUESS = 60;
    private static final int LONGEST_EVENT = 7;
    /** So much stands beside the day in a heading that is a day; UTF-16 units. */
    private static final int LONGEST_REST = 12;
    /** A sentence with more dates than these tells no event. */
    private static final int MOST_DATES = 20;

    private static final int CENTURY = 2000;
    private static final int LATEST_YEAR = 2100;

    private static final String AND =
            "(?:\\s?[,–&-]\\s?|\\s(?:và|đến|tới)(?: hết)?(?: ngày)?\\s" + "|,?\\s(?:và\\s)?rạng sáng(?: ngày)?\\s)";
    private static final PrefilteredPattern DATE = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:(?<part>sáng|trưa|chiều|tối|đêm)(?: (?:nay|qua|mai|cùng|các|ngày)){0,4}|hôm (?:nay|qua)|^hôm(?= \\d)|ngày mai|(?:thứ"
                    + " (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?: (?:tuần )?(?:này|tới|trước|qua))?(?:, ?ngày| ngày)?|(?<from>từ)(?: ngày)?|(?:các"
                    + " )?ngày|(?:hội nghị|hội thảo|hội thi|đại hội|ngày hội|chương trình|buổi lễ|lễ hội|tọa đàm|toạ"
                    + " đàm)(?=\\s\\(\\d))[,:]?\\s?\\(?(?:(?<first>\\d{1,2})" + AND + "(?:\\d{1,2}" + AND + "){0,5})?"
                    + "(?<day>\\d{1,2})(?:\\s?/\\s?|[.-]|\\stháng\\s)(?<month>\\d{1,2})"
                    + "(?:(?:\\s?/\\s?|[.-]|,?\\snăm\\s)(?<year>\\d{4}|(?<=/)\\d{2}))?(?!\\d)(?!\\s?/\\s?\\d)");

    private static final int LONGEST_RECALL = 90;
    /**
     * Matches the words before a day that is only recalled: "nhắc lại lời kêu gọi ngày 2/10", "Trước đó, khoảng 16h
     * ngày 8/3".
     */
    private static final PrefilteredPattern RECALLED = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:nhắc lại|nhớ lại|kể lại|lời kêu gọi|trước đó|trước đây|(?:đã|được) (?:ký|ban hành|phê"
                    + " duyệt|công bố)|theo kế hoạch|(?:sau|từ|kể từ) (?:phiên|cuộc|buổi|trận|vụ|đợt|chuyến|lần|kỳ họp|(?:sự (?:việc|cố)|khi|hội nghị)(?=[^,]*$)))"
                    + "(?!\\p{L})(?:[^,;.]|,(?=\\s(?:vào|khoảng|hồi|lúc|ngày(?=\\s+\\d)|sáng|chiều|tối))){0,60}$");

    /** "Tiếp nối buổi tập huấn ngày 2/6, sáng nay 10/6, …". */
    private static final PrefilteredPattern RELATED =
            PrefilteredPattern.caseless("(?<!\\p{L})(?:tiếp nối|nối tiếp|liên quan)(?!\\p{L})[^,;.]{0,80}$");

    /** Opens a sentence that recalls, or that tells what the weather will be. */
    private static final PrefilteredPattern BEFORE_THAT = PrefilteredPattern.caseless(
            "trước (?:đó|đấy|đây),? |như [^,;.]{0,20}đã (?:đưa|thông tin|phản ánh),? |theo dự báo,? ");

    private final Optional<LocalDate> published;

    private EventDates(Optional<LocalDate> published) {
        this.published = published;
    }

    /**
     * Returns the day of the event, or empty.
     *
     * @param sentences the text as {@link Sentences} gives it, the most telling first
     * @param published the civil day of publication; without it only days told with their year count
     */
    public static Optional<LocalDate> of(List<String> sentences, Optional<LocalDate> published) {
        return new EventDates(published).event(sentences);
    }

    private Optional<LocalDate> event(List<String> sentences) {
        List<LocalDate> days = List.of();
        int at = 0;
        while (days.isEmpty() && at < sentences.size()) {
            days = daysIn(sentences.get(at++));
        }
        if (days.isEmpty() || isTimetable(days, sentences.subList(at - 1, sentences.size()))) {
            return Optional.empty();
        }
        return Optional.of(days.get(0));
    }

    /** Several items with several days: of one sentence, parted by semicolons, or of a list. */
    private boolean isTimetable(List<LocalDate> days, List<String> sentences) {
        Set<LocalDate> all = new HashSet<>(days);
        String first = sentences.get(0);
        if (all.size() > 1 && first.contains(";")) {
            return true;
        }
        if (!isItem(first)) {
            return false;
        }
        sentences.stream().filter(EventDates::isItem).forEach(item -> all.addAll(daysIn(item)));
        return all.size() > 1;
    }

    /** "Thứ Hai (20/4):" heads what happens on that day. */
    private static boolean isItem(String sentence) {
        return ListMark.begins(sentence) || sentence.endsWith(":") && isDay(sentence) || isHeadedByADay(sentence);
    }

    /** "Ngày 03/3: từ 7h30 …". */
    private static boolean isHeadedByADay(String sentence) {
        PrefilteredPattern.Search search = DATE.in(sentence);
        return search.find()
                && search.match().start() == 0
                && sentence.startsWith(":", search.match().end());
    }

    /** "Sáng 18/11, xã triển khai các nội dung sau:" tells an event. */
    private static boolean isDay(String heading) {
        PrefilteredPattern.Search search = DATE.in(heading);
        return search.find()
                && heading.length() - (search.match().end() - search.match().start()) <= LONGEST_REST;
    }

    private List<LocalDate> daysIn(String sentence) {
        List<LocalDate> days = new ArrayList<>();
        int recalled = BEFORE_THAT.begins(sentence) ? endOfClause(sentence) : 0;
        PrefilteredPattern.Search search = DATE.in(sentence);
        for (int read = 0; read < MOST_DATES && search.find(); read++) {
            Matcher date = search.match();
            day(date)
                    .filter(day -> date.start() >= recalled && tellsAnEvent(date, sentence))
                    .ifPresent(days::add);
        }
        return days;
    }

    private static int endOfClause(String sentence) {
        int semicolon = sentence.indexOf(';');
        return semicolon < 0 ? sentence.length() : semicolon;
    }

    private static boolean tellsAnEvent(Matcher date, String sentence) {
        DateClause clause = DateClause.around(sentence, date.start(), date.end());
        boolean beginsState = date.group("from") != null
                && date.group("first") == null
                && clause.until().isEmpty();
        boolean season = clause.until().filter(end -> isSeason(date, end)).isPresent();
        String before = sentence.substring(Math.max(0, date.start() - LONGEST_RECALL), date.start());
        return !beginsState
                && !season
                && !RECALLED.isIn(before)
                && !RELATED.isIn(before)
                && clause.tellsAnEvent(date.group("part") != null, date.group("year") != null);
    }

    private static boolean isSeason(Matcher date, MonthDay end) {
        int month = number(date, "month");
        int day = number(date, "day");
        if (!exists(CENTURY, month, day)) {
            return true;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.of(CENTURY, month, day), end.atYear(CENTURY));
        return days < 0 || days > LONGEST_EVENT;
    }

    private Optional<LocalDate> day(Matcher date) {
        int last = number(date, "day");
        int first = date.group("first") == null ? last : number(date, "first");
        int month = number(date, "month");
        if (first > last || last - first > LONGEST_EVENT || !exists(CENTURY, month, last)) {
            return Optional.empty();
        }
        return date.group("year") == null ? guess(month, first) : told(year(date.group("year")), month, first);
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year < 100 ? CENTURY + year : year;
    }

    private Optional<LocalDate> told(int year, int month, int day) {
        return Optional.of(year)
                .filter(known -> known >= CENTURY && known <= LATEST_YEAR && exists(known, month, day))
                .map(known -> LocalDate.of(known, month, day))
                .filter(known -> published.isEmpty() || isWithin(known, LONGEST_REPORT, LONGEST_NOTICE));
    }

    private Optional<LocalDate> guess(int month, int day) {
        return published.stream()
                .flatMap(on -> IntStream.rangeClosed(on.getYear() - 1, on.getYear() + 1)
                        .filter(year -> exists(year, month, day))
                        .mapToObj(year -> LocalDate.of(year, month, day)))
                .filter(candidate -> isWithin(candidate, LONGEST_GUESS, LONGEST_GUESS))
                .min(Comparator.comparing(candidate -> Math.abs(daysAfterPublication(candidate))));
    }

    private boolean isWithin(LocalDate day, int before, int after) {
        long distance = daysAfterPublication(day);
        return distance >= -before && distance <= after;
    }

    private long daysAfterPublication(LocalDate day) {
        return ChronoUnit.DAYS.between(published.orElseThrow(), day);
    }

    private static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }
}
