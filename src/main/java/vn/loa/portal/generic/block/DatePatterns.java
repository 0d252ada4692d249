package vn.loa.portal.generic.block;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.text.date.GluedDates;

/** Recognises lines that seem to hold a date, and parts the dates from what stands beside them. Reads none of them. */
public final class DatePatterns {
    /** A longer line is a text in which days are told. */
    public static final int LONGEST = 160;

    private static final String MONTH =
            "(?:tháng|thg\\.?|th)\\s?(?:\\d{1,2}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"
                    + "|mười(?:[ -](?:một|hai))?|chạp)";

    private static final String ENGLISH_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

    private static final String RELATIVE =
            "\\b(?:\\d{1,3}|nửa) (giây|phút|giờ|tiếng|ngày|minutes?|hours?|days?) (trước|ago)\\b|\\bhôm (?:qua|kia)\\b|\\bhôm nay,? (?:lúc )?\\d|\\bvừa xong\\b";

    private static final Pattern LOOKS_RELATIVE = pattern(RELATIVE);

    /** Texts tell of what was years ago, so the line holds nothing else, but a name before a sign. */
    private static final Pattern LONG_AGO = pattern("[(\\[]?(?:[^·|•–-]{0,60}[·|•–-]\\s?)?"
            + "(?:(?:đã|được|đăng|cập nhật|lúc|khoảng|hơn|gần|cách đây|about|over|almost|posted|published|updated|on)[ :]{1,2}){0,4}"
            + "(?:\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|an?|one) "
            + "(?:tuần|tháng|năm|weeks?|months?|years?)(?: \\d{1,2} (?:tuần|tháng|ngày|weeks?|months?|days?))?"
            + "(?: (?:trước|ago))?(?:\\s?[^\\p{L}\\d\\s,.;:].{0,60})?");

    private static final Pattern DUE = pattern(
            "(?<!\\p{L})(?:(?<!(?:giây|phút|giờ|ngày|tuần|tháng|năm) )trước|hạn|chậm nhất|nộp|báo cáo|họp|hoàn thành|đăng ký|"
                    + "tổ chức|khai mạc|bắt đầu|diễn ra)(?!\\p{L})");

    private static final Pattern AGO = pattern("\\b(?:trước|ago|cách đây)\\b");

    private static final Pattern LOOKS_LIKE_DATE =
            pattern("(?<!\\d)\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}(?!\\d)"
                    + "|(?<!\\d)\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}\\s?([/.-])\\s?[ivx]{1,4}\\s?\\1\\s?\\d{4}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}[ /.-]?" + MONTH + "[ ,/.-]+(?:năm )?\\d{4}"
                    + "|(?<!\\p{L})" + MONTH + " \\d{1,2}[ ,]+(?:năm )?\\d{4}"
                    + "|\\b" + ENGLISH_MONTH + " \\d{1,2}(st|nd|rd|th)?,? \\d{4}"
                    + "|\\b\\d{1,2}(st|nd|rd|th)?[ -]?(of )?" + ENGLISH_MONTH + ",?[ -]\\d{4}"
                    + "|\\b" + ENGLISH_MONTH + " \\d{1,2} \\d{1,2}:\\d{2}:\\d{2} (?:\\S{1,12} )?\\d{4}|" + RELATIVE);

    /** A year of two digits tells a date only where little else stands beside it. */
    private static final Pattern SHORT_DATE = Pattern.compile(
            "(?:[\\p{L}\\s:,]{0,30}[\\s:,])?(?:\\d{1,2}:\\d{2}(?::\\d{2})?[\\s,|-]{1,3})?\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}"
                    + "(?:[\\s,|-]{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[\\p{L}.]{2,4})?)?");

    private static final Pattern TIME = Pattern.compile("\\b\\d{1,2}[:h]\\d{2}(:\\d{2})?\\b( [AP]M\\b)?");

    /** The lower half of a page from a calendar, below the number of the day. */
    private static final Pattern MONTH_AND_YEAR =
            pattern("(?:" + MONTH + "|" + ENGLISH_MONTH + "|\\d{1,2})\\s?[ ,/.-]\\s?(?:năm )?\\d{4}");

    private static final Pattern DAY_AND_MONTH =
            pattern("\\d{1,2}\\s?" + MONTH + "|(?:0?[1-9]|[12]\\d|3[01])\\s?[/-]\\s?(?:0?[1-9]|1[0-2])");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}");

    /** The most letters left of a line that tells nothing but a date: its label and the day of the week. */
    private static final int LITTLE_ELSE = 20;

    private static final int LETTERS_OF_SENTENCE = 40;
    /** Before a day in a sentence. */
    private static final Pattern IN_SENTENCE =
            pattern("(?<!\\p{L})(?:ngày|từ|đến|trước|sau|hết|hạn|vào|và|sáng|chiều|tối|trưa|giờ|lúc|hôm)\\s?$");

    /** {@code Sáng 12/10/2026, UBND xã tổ chức …}: behind the day goes on what happened on it. */
    private static final Pattern OPENS_SENTENCE = Pattern.compile("(?:\\s?\\([^()]{1,20}\\))?,\\s[^|:]{40}");

    private static final Pattern TELLS_PUBLICATION = pattern("(?:(?:ngày|thời gian|đã) )?"
            + "(?:đăng(?: tải| tin| bài)?|cập nhật|xuất bản|posted|published|updated)[^\\p{L}]*"
            + "(?:(?:ngày|lúc|vào|on|at|thứ \\p{L}{2,4}|chủ nhật|giờ|phút|gmt|sa|ch|am|pm)[^\\p{L}]*){0,6}");
    /** Within a title such words are small, or all of them are capitals. */
    private static final Pattern LABEL =
            Pattern.compile("(?:Ngày|Lúc|Date|Thứ \\p{L}{2,4}|Chủ [Nn]hật|CN|T[2-7])[^\\p{L}]*"
                    + "(?:(?:ngày|Ngày|lúc|giờ|phút|GMT|SA|CH)[^\\p{L}]*){0,4}");

    private static final int LONGEST_DATE = 60;
    private static final int LONGEST_IN_PARTS = 20;

    private DatePatterns() {}

    private static Pattern pattern(String caseless) {
        return Pattern.compile(caseless, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns whether a line seems to hold a date; the caller has to read it. */
    public static boolean isDated(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String narrow = GluedDates.parted(Normalizer.normalize(line, Normalizer.Form.NFKC));
        return LOOKS_LIKE_DATE.matcher(narrow).find()
                || SHORT_DATE.matcher(narrow).matches()
                || isLongAgo(narrow);
    }

    /** Returns whether a line tells nothing but a date and perhaps its label. */
    public static boolean isDate(String line) {
        return line.length() <= LONGEST_DATE
                && isDated(line)
                && withoutDates(line).replaceAll("[^\\p{L}]", "").length() <= LITTLE_ELSE
                && !isDue(line);
    }

    /** Returns whether a line is a sentence that tells a day in its course, and not the day of an article before a text. */
    public static boolean isSentenceWithDay(String line) {
        Matcher day = LOOKS_LIKE_DATE.matcher(line);
        return day.find()
                && (line.substring(0, day.start())
                                        .chars()
                                        .filter(Character::isLetter)
                                        .count()
                                > LITTLE_ELSE
                        || OPENS_SENTENCE.matcher(line.substring(day.end())).lookingAt())
                && withoutDates(line).chars().filter(Character::isLetter).count() >= LETTERS_OF_SENTENCE
                && IN_SENTENCE.matcher(line.substring(0, day.start())).find()
                && !TELLS_PUBLICATION.matcher(line.substring(0, day.start())).find();
    }

    /** Returns whether a line tells nothing but a time of day. */
    public static boolean isTime(String line) {
        return TIME.matcher(line).matches();
    }

    /** Returns whether a line has a word by which something is to be done or begins, and so is no label of a date. */
    public static boolean isDue(String line) {
        return DUE.matcher(line).find();
    }

    /**
     * Returns whether a piece of a title is the day of its publication, and no day that the title tells: nothing stands
     * beside the date but a label.
     */
    public static boolean isDateOfPublication(String piece) {
        String rest = withoutDates(piece).replaceAll("^[^\\p{L}]+", "");
        return isDate(piece)
                && (rest.isEmpty()
                        || isRelative(piece)
                        || TELLS_PUBLICATION.matcher(rest).matches()
                        || LABEL.matcher(rest).matches());
    }

    /** Returns whether a line tells a day by the time of reading: {@code 3 giờ trước}. */
    public static boolean isRelative(String line) {
        return LOOKS_RELATIVE.matcher(line).find() || isLongAgo(line);
    }

    /** {@code Ban biên tập · 2 tháng trước}. */
    private static boolean isLongAgo(String line) {
        return AGO.matcher(line).find() && LONG_AGO.matcher(line.strip()).matches();
    }

    /** Returns a line without its dates and times, for the name that stands beside them. */
    public static String withoutDates(String line) {
        return TIME.matcher(LOOKS_LIKE_DATE.matcher(line).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Returns the date that begins in one of the lines and goes on in the next one or two, as on a page from a calendar:
     * {@code 24} and {@code Tháng 11/2026}; an empty string when none does.
     */
    public static String calendarPage(List<TextBlock> lines, int at) {
        String above = line(lines, at);
        String below = line(lines, at + 1);
        String third = line(lines, at + 2);
        return calendarPage(
                above, YEAR.matcher(third).matches() && !below.contains(third) ? below + ' ' + third : below);
    }

    /**
     * Returns the date whose day, month and year stand in elements of their own within one line, where only their style parts
     * them: {@code <b>16</b><i>11/2026</i>}, with the time if one stands beside them; an empty string when they tell none.
     */
    public static String inParts(TextBlock line) {
        Element owner = line.owner().element();
        int parts = owner.childrenSize();
        if (line.text().length() > LONGEST_IN_PARTS
                || parts < 2
                || parts > 3
                || !(owner.ownText().isBlank() || TIME.matcher(owner.ownText()).matches())) {
            return "";
        }
        List<String> texts = owner.children().eachText();
        String day = texts.size() < parts ? "" : calendarPage(texts.get(0), String.join(" ", texts.subList(1, parts)));
        return day.isEmpty() ? "" : (day + ' ' + owner.ownText()).strip();
    }

    /** Returns whether a line tells nothing but a day and a month, {@code 27/11}. Only a list can tell the year of these. */
    public static boolean isDayAndMonth(String line) {
        return DAY_AND_MONTH.matcher(line).matches();
    }

    /**
     * Returns the day and the month that fill one line or two, {@code 24} above {@code Tháng 11}; an empty string when they
     * do not. Only a list can tell the year of these.
     */
    public static String dayAndMonth(List<TextBlock> lines, int at) {
        return Stream.of(line(lines, at), line(lines, at) + ' ' + line(lines, at + 1))
                .filter(DatePatterns::isDayAndMonth)
                .findFirst()
                .orElse("");
    }

    private static String line(List<TextBlock> lines, int at) {
        return at < lines.size() ? lines.get(at).text() : "";
    }

    private static String calendarPage(String above, String below) {
        if (DAY.matcher(above).matches() && MONTH_AND_YEAR.matcher(below).matches()) {
            return joined(above, below);
        }
        return DAY.matcher(below).matches() && MONTH_AND_YEAR.matcher(above).matches() ? joined(below, above) : "";
    }

    private static String joined(String day, String written) {
        String rest = written.replaceAll("^(\\d{1,2})\\s?[-.,/]\\s?(\\d{4})$", "$1/$2");
        return day + (Character.isDigit(rest.charAt(0)) ? "/" : " ") + rest;
    }
}
