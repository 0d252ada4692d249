package vn.loa.text.speech;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.Syllable;

/** Lowers titles in capitals, whose words would be taken for abbreviations. */
public final class Capitals {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]++(?:[-/&.][\\p{L}\\p{M}\\d]++){0,9}+");
    private static final Pattern JOINTS = Pattern.compile("[-/&.]");
    private static final Pattern NUMERAL = Pattern.compile("[IVX]{1,5}");

    /** Words before a numeral that is a syllable too: {@code LẦN THỨ XI}, not {@code XI MĂNG}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<!\\p{L})(?:THỨ|LẦN|KHÓA|KHOÁ|QUÝ|HỘI|KỲ|CHƯƠNG|PHẦN|MỤC|HẠNG|CẤP|LOẠI|KỶ|^) ?$");

    private static final int LOOKED_BACK = 8;

    private Capitals() {}

    /**
     * Returns a title of several words, all in capitals, in small letters but for the first letter, abbreviations, signs
     * of documents and numerals; another title as it is.
     */
    public static String lowered(String title) {
        boolean shouted = title.equals(title.toUpperCase(Locale.ROOT)) && title.indexOf(' ') > 0;
        if (!shouted) {
            return title;
        }
        String low = WORD.matcher(title)
                .replaceAll(word -> Matcher.quoteReplacement(
                        isSign(word, title) ? word.group() : word.group().toLowerCase(Locale.ROOT)));
        return title.substring(0, 1) + low.substring(1);
    }

    private static boolean isSign(MatchResult word, String title) {
        String before = title.substring(Math.max(0, word.start() - LOOKED_BACK), word.start());
        boolean numeral = NUMERAL.matcher(word.group()).matches()
                && NUMBERED.matcher(before).find();
        return numeral || !Stream.of(JOINTS.split(word.group(), -1)).allMatch(Syllable::isVietnamese);
    }
}
