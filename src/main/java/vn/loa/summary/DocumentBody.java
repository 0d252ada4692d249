package vn.loa.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the body of an official document in its text: without the head (issuer, motto, number, place and date), the
 * recitals ("Căn cứ …;"), the recipients and the signature. The layout is that of Decree 30/2020/NĐ-CP.
 */
public final class DocumentBody {
    /** In UTF-16 units; a summary needs no more. */
    private static final int LONGEST = 50_000;

    private static final Pattern HEAD = Pattern.compile(
            "(?iu)^(?:số\\s?:.{0,60}|độc lập\\s?[-–—].{0,40}|kính gửi\\s?:.{0,300}|.{0,60}, ngày .{0,12}tháng .{0,8}năm .{0,8}"
                    + "|v/v .{0,200}|căn cứ .{0,500}|xét .{0,300}|theo đề nghị .{0,300}|[-–—_=*.\\s]{3,200})$");
    private static final Pattern TAIL = Pattern.compile("(?iu)^nơi nhận\\s?:.{0,200}$");
    private static final Pattern SIGNATURE = Pattern.compile("^(?:TM|KT|TL|TUQ|Q)\\.\\s.{0,80}$");

    private DocumentBody() {}

    /**
     * Returns the paragraphs of the body, their lines as in the document.
     *
     * @param text has an empty line between its paragraphs
     */
    public static List<String> paragraphs(String text) {
        List<String> body = new ArrayList<>();
        for (String paragraph :
                text.substring(0, Math.min(text.length(), LONGEST)).split("\n\n+")) {
            List<String> lines = new ArrayList<>();
            for (String line : paragraph.lines().map(String::strip).toList()) {
                if (TAIL.matcher(line).matches()) {
                    add(lines, body);
                    return body;
                }
                if (saysSomething(line)) {
                    lines.add(line);
                }
            }
            add(lines, body);
        }
        return body;
    }

    private static void add(List<String> lines, List<String> body) {
        if (!lines.isEmpty()) {
            body.add(String.join("\n", lines));
        }
    }

    /** A line in capitals is the issuer, the motto, the kind or a signature. */
    private static boolean saysSomething(String line) {
        return line.chars().anyMatch(Character::isLowerCase)
                && !HEAD.matcher(line).matches()
                && !SIGNATURE.matcher(line).matches();
    }
}
