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

    /** Two or more words with capitals within a sentence: {@code xã Phú Xuyên}. */
    private static final Pattern NAME =
            Pattern.compile("(?<=\\p{L} )\\p{Lu}\\p{Ll}{0,6}+(?: \\p{Lu}\\p{Ll}{0,6}+){1,4}+");

    private static final int MOST_NAMES = 50;
    private static final int LOOKED_BACK = 8;
    /** One letter in so many may be small: {@code V/v HỌP BAN CHỈ ĐẠO}. */
    private static final int LEAST_PART = 10;

    private Capitals() {}

    /**
     * Returns a title of several words in capitals in small letters but for the first letter, abbreviations, signs of
     * documents, numerals, and the names that its text has; another title as it is.
     *
     * @param text what stands under the title
     */
    public static String lowered(String title, String text) {
        long small = title.chars().filter(Character::isLowerCase).count();
        long letters = title.chars().filter(Character::isLetter).count();
        return small * LEAST_PART > letters || title.indexOf(' ') < 0 ? title : named(lowered(title), text);
    }

    private static String named(String title, String text) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_NAMES)
                .reduce(
                        title,
                        (named, name) -> Pattern.compile("(?iu)(?<![\\p{L}\\d])"
                                        + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\d])")
                                .matcher(named)
                                .replaceAll(Matcher.quoteReplacement(name)));
    }

    private static String lowered(String title) {
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
