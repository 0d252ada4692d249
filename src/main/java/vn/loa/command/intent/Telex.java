package vn.loa.command.intent;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.Folding;

/**
 * Undoes Telex and VNI typing where the input method was off, or was switched on late: {@code theo doix}, {@code ddawng
 * kys}, {@code bosng}, {@code theo do4i}.
 */
final class Telex {
    private static final Pattern TYPED = Pattern.compile("[a-z]{2,9}");
    private static final Pattern NUMBERED = Pattern.compile("(?=[a-z]*\\d)[a-z][a-z\\d]{2,8}");
    /** A tone key after the vowel, at the end or before the final consonant. */
    private static final Pattern TONE =
            Pattern.compile("^([a-z]*[aeiouyw][a-z]{0,3}?)([sfrxj])(n?g|nh?|ch?|m|p|t|i|u|o|y)?$");

    private static final Pattern DIGIT_TONE = Pattern.compile("[1-5]");

    /** Matches a Vietnamese syllable without marks: the letters before, in and after its vowel. */
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
            + "(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ie|ye|oai|oao|oay|uay|uoi|uou|uya|uye|ieu|yeu|uyu)"
            + "(?:ch|ng|nh|[cmnpt])?");

    private static final Pattern MARKED = Pattern.compile("[âêôơưă](?![âêôơưă])");
    private static final Pattern VOWELS = Pattern.compile("(?<=^|[^aeiouy]|^qu|^gi)([aeiouy]+)([a-z]*)$");

    private static final Map<String, String> TONES = Map.of(
            "s", "\u0301", "f", "\u0300", "r", "\u0309", "x", "\u0303", "j", "\u0323", "1", "\u0301", "2", "\u0300",
            "3", "\u0309", "4", "\u0303", "5", "\u0323");

    private Telex() {}

    /** Returns the syllable that the keys stand for, in small letters with its marks; empty when they are none. */
    static Optional<String> read(String typed) {
        Optional<String> read = NUMBERED.matcher(typed).matches() ? vni(typed) : telex(typed);
        return read.filter(syllable -> !syllable.equals(typed))
                .filter(syllable -> SYLLABLE.matcher(Folding.fold(syllable)).matches());
    }

    private static Optional<String> telex(String typed) {
        if (!TYPED.matcher(typed).matches()) {
            return Optional.empty();
        }
        Matcher tone = TONE.matcher(typed);
        boolean toned = tone.matches();
        String bare = toned ? tone.group(1) + (tone.group(3) == null ? "" : tone.group(3)) : typed;
        String letters = bare.replace("dd", "đ")
                .replace("aa", "â")
                .replace("ee", "ê")
                .replace("oo", "ô")
                .replace("uow", "ươ")
                .replace("aw", "ă")
                .replace("ow", "ơ")
                .replace("uw", "ư")
                .replaceFirst("^([^w]*[aeiouy][a-z]*)w$", "$1");
        return Optional.of(toned ? toned(letters, tone.group(2)) : letters);
    }

    private static Optional<String> vni(String typed) {
        Matcher tone = DIGIT_TONE.matcher(typed);
        String key = tone.find() ? tone.group() : "";
        String bare = typed.replaceAll("[1-5]", "")
                .replaceAll("a([a-z]*)6", "â$1")
                .replaceAll("e([a-z]*)6", "ê$1")
                .replaceAll("o([a-z]*)6", "ô$1")
                .replaceAll("uo([a-z]*)7", "ươ$1")
                .replaceAll("o([a-z]*)7", "ơ$1")
                .replaceAll("u([a-z]*)7", "ư$1")
                .replaceAll("a([a-z]*)8", "ă$1")
                .replaceAll("d([a-z]*)9", "đ$1");
        boolean left = bare.chars().anyMatch(Character::isDigit);
        return left ? Optional.empty() : Optional.of(key.isEmpty() ? bare : toned(bare, key));
    }

    /** Puts the tone on the vowel that bears it: the marked one, else the last but one of an open group. */
    private static String toned(String letters, String key) {
        Matcher marked = MARKED.matcher(letters);
        Matcher group = VOWELS.matcher(letters);
        int at = -1;
        while (marked.find()) {
            at = marked.start();
        }
        if (at < 0 && group.find()) {
            int vowels = group.group(1).length();
            boolean closed = !group.group(2).isEmpty();
            at = group.start(1) + (vowels == 1 || vowels == 2 && !closed ? 0 : vowels - (closed ? 1 : 2));
        }
        return at < 0
                ? letters
                : Normalizer.normalize(
                        letters.substring(0, at + 1) + TONES.get(key) + letters.substring(at + 1), Normalizer.Form.NFC);
    }
}
