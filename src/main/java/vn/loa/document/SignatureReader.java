package vn.loa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;
import vn.loa.text.Folding;

/** Reads the end of a document: who signed it, and to whom it is sent. */
final class SignatureReader {
    /** The end of a document; UTF-16 units. */
    private static final int LONGEST = 3000;

    /** The most that stands above the recipients where a page gives its columns one after the other; UTF-16 units. */
    private static final int LONGEST_SIGNATURE = 200;

    private static final int MOST_RECIPIENTS = 20;
    private static final int LONGEST_RECIPIENT = 120;
    private static final Pattern COLUMNS = Pattern.compile(" {3,}");
    private static final String COLUMN = "      ";
    /** Ends a recipient, or the label above them. */
    private static final Pattern LISTED = Pattern.compile("\\s{0,40}(?:[-–+•*] ?\\S|(?iu:nơi nhận))");

    private static final Pattern ITEM = Pattern.compile("[:;.](?= \\p{Lu})");

    private static final Pattern LABEL = Pattern.compile("(?:^|\\n| {2}) *noi nhan *[:.]?");
    private static final Pattern OFFICE = Pattern.compile(
            "(?:t/?m|kt|tl|tuq|t[.]m|k[.]t|q)[.] ?.*|(?:pho )?(?:chu tich|bi thu|truong ban|chanh van phong"
                    + "|giam doc|hieu"
                    + " truong|truong phong|tong giam doc|chu nhiem|cuc truong|chi cuc truong|vien truong|truong cong"
                    + " an|thu truong|bo truong|tong thu ky|truong doan|truong (?:tram|thon|khu|xom|to|hat|diem|cum)|to truong|doi truong|tram truong)(?: .*)?|uy vien.*|pho .*");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}{0,6}(?: \\p{Lu}\\p{Ll}{0,6}){1,4}");
    private static final Pattern CAPITAL_NAME =
            Pattern.compile("(?!(?:XÃ|PHƯỜNG|TỈNH|THÀNH|ĐẶC) )\\p{Lu}{1,7}(?: \\p{Lu}{1,7}){1,3}");
    private static final Pattern DEGREE = Pattern.compile("^(?:(?:TS|ThS|PGS|GS|BS|Ths|KS|CN)[.] ?(?:TS[.] ?)?"
            + "|(?:(?:Thiếu|Trung|Thượng|Đại) (?:úy|uý|tá|tướng)|Bác sĩ|Linh mục|Đại đức|Hòa thượng)[.:]? )");

    private SignatureReader() {}

    /** The signer, an empty string when it is not clear, and the recipients. */
    record Signature(String signer, List<String> recipients) {}

    static Signature read(String document) {
        String end = document.length() <= LONGEST ? document : document.substring(document.length() - LONGEST);
        FoldedText text = FoldedText.of(apart(end), 2 * LONGEST);
        Matcher label = LABEL.matcher(text.folded());
        int from = -1;
        int after = -1;
        while (label.find()) {
            from = label.start();
            after = label.end();
        }
        if (from < 0) {
            return new Signature(signer(text.text()), List.of());
        }
        String below = signer(text.text().substring(from));
        String above = text.text().substring(Math.max(0, from - LONGEST_SIGNATURE), from);
        return new Signature(
                below.isEmpty() ? signer(above) : below, recipients(text.text().substring(after)));
    }

    /** Parts the columns again where a file gives the lines of both with one blank between. */
    private static String apart(String end) {
        StringBuilder text = new StringBuilder();
        for (String line : (Iterable<String>) end.lines()::iterator) {
            text.append(apartInLine(line)).append('\n');
        }
        return text.toString();
    }

    private static String apartInLine(String line) {
        Matcher item = ITEM.matcher(line);
        boolean listed =
                line.length() <= 2 * LONGEST_RECIPIENT && LISTED.matcher(line).lookingAt() && item.find();
        for (boolean found = listed; found; found = item.find()) {
            String right = line.substring(item.end()).strip();
            boolean kept = Folding.fold(line.substring(0, item.end())).contains("luu");
            if (isOffice(right) || kept && NAME.matcher(right).matches()) {
                return line.substring(0, item.end()) + COLUMN + right;
            }
        }
        return line;
    }

    /** The name that follows the last line with an office in its column. */
    private static String signer(String end) {
        boolean office = false;
        String name = "";
        for (String line : (Iterable<String>) end.lines()::iterator) {
            String[] columns = COLUMNS.split(line.strip());
            String right = columns[columns.length - 1].strip();
            if (isOffice(right)) {
                office = true;
                name = "";
            } else if (office && name.isEmpty() && !right.startsWith("-")) {
                name = name(right);
            }
        }
        return name;
    }

    private static boolean isOffice(String line) {
        return HeadLines.isCapitals(line) && OFFICE.matcher(Folding.fold(line)).matches();
    }

    private static String name(String line) {
        String bare = DEGREE.matcher(line).replaceFirst("").strip();
        boolean person =
                NAME.matcher(bare).matches() || CAPITAL_NAME.matcher(bare).matches();
        boolean heading = DocumentKind.beginning(Folding.fold(bare)).isPresent();
        return person && !heading && bare.length() >= 5 ? bare : "";
    }

    private static List<String> recipients(String below) {
        List<String> found = new ArrayList<>();
        for (String line : (Iterable<String>) below.lines()::iterator) {
            String left = COLUMNS.split(line.strip())[0].strip();
            if (left.matches("[-–+•*] ?\\S.*")) {
                String item = left.substring(1).replaceAll("[;.,\\s]+$", "").strip();
                if (!item.isEmpty() && item.length() <= LONGEST_RECIPIENT && found.size() < MOST_RECIPIENTS) {
                    found.add(item);
                }
            } else if (!found.isEmpty() && isOffice(left)) {
                break;
            }
        }
        return found;
    }
}
