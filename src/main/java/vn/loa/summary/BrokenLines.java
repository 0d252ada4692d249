package vn.loa.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.Sentences;

/**
 * Joins paragraphs that are lines of one: a text that was typed or scanned with its lines broken goes on in a small letter,
 * after no stop or after an initial.
 */
final class BrokenLines {
    private static final int SHORTEST = 30;
    private static final Pattern GOES_ON = Pattern.compile("[^.!?:;…\"”’)»]$");
    private static final Pattern INITIAL = Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{Ll}?\\.$");
    /** "Theo bà T." ¦ "- trưởng thôn - …". */
    private static final Pattern AFTER_AN_INITIAL = Pattern.compile("(?:[-–(] ?)?\\p{Ll}");

    /** "… quận Bình Thạnh, TP." ¦ "HCM với …". */
    private static final Pattern PLACE = Pattern.compile("(?<!\\p{L})(?:TP|TX|Q|P)\\.$");

    /** "Đồng chí NGUYỄN VĂN MẪU" ¦ "Sinh năm 1941; …": an obituary. */
    private static final Pattern NAME_ALONE =
            Pattern.compile("(?:Đồng chí|Đ/c|Ông|Bà|Cụ(?: ông| bà)?):?(?: \\p{Lu}[\\p{L}’']*+){2,5}+,?");

    private static final Pattern WHO_THAT_IS =
            Pattern.compile("(?:Sinh (?:năm|ngày)|Nguyên(?: là)?|Quê(?: quán)?|Chức vụ|Là)(?!\\p{L})");

    private static final int LONGEST_HEAD = 40;

    /** A list in letters goes on with its next item: "b) …". */
    private static final Pattern GOES_ON_SMALL = Pattern.compile("\\p{Ll}(?![).]|\\p{L}?[).])[\\p{L} ,]");

    private BrokenLines() {}

    /** Returns the paragraphs with the lines of each in one. */
    static List<String> joined(List<String> paragraphs) {
        List<String> joined = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String before = joined.isEmpty() ? "" : joined.get(joined.size() - 1);
            if (NAME_ALONE.matcher(before).matches()
                    && WHO_THAT_IS.matcher(paragraph).lookingAt()) {
                String comma = before.endsWith(",") ? " " : ", ";
                joined.set(joined.size() - 1, before + comma + inSmall(paragraph));
            } else if (goesOn(before, paragraph)) {
                joined.set(joined.size() - 1, before + " " + paragraph);
            } else {
                joined.add(paragraph);
            }
        }
        return joined;
    }

    private static String inSmall(String paragraph) {
        return Character.toLowerCase(paragraph.charAt(0)) + paragraph.substring(1);
    }

    private static boolean goesOn(String before, String paragraph) {
        String end = before.substring(Math.max(0, before.length() - 4));
        return PLACE.matcher(end).find() && isOne(end + " " + head(paragraph), end.length())
                || INITIAL.matcher(end).find()
                        && AFTER_AN_INITIAL.matcher(paragraph).lookingAt()
                || before.length() >= SHORTEST
                        && GOES_ON.matcher(end).find()
                        && GOES_ON_SMALL.matcher(paragraph).lookingAt();
    }

    private static String head(String paragraph) {
        return paragraph.substring(0, Math.min(paragraph.length(), LONGEST_HEAD));
    }

    /** Returns whether no sentence ends after so many UTF-16 units. */
    private static boolean isOne(String joined, int end) {
        return Sentences.of(joined).get(0).length() > end;
    }
}
