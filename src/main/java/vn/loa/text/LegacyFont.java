package vn.loa.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encodings from before Unicode, in which Vietnamese letters take the places of Western European ones: TCVN 3 of
 * the ABC fonts ({@code .VnTime}; TCVN 5712:1993, VN3), VNI for Windows ({@code VNI-Times}), VISCII (RFC 1456) and the
 * fonts of VPS. Text in them is turned into Unicode where it cannot be anything else; a single odd word is left alone, for it may be a name.
 */
public enum LegacyFont {
    TCVN3(EncodingDamage.TCVN3, Misreading.tcvn3()),
    VNI(EncodingDamage.VNI, Misreading.vni()),
    VISCII(EncodingDamage.VISCII, Misreading.viscii()),
    VPS(EncodingDamage.VPS, Misreading.vps());

    private static final Pattern LINE = Pattern.compile("[^\n]+|\n");
    private static final Pattern WORD = Pattern.compile("[^\\s]+");
    private static final int FEWEST_CAPITALS = 4;

    private final EncodingDamage damage;
    private final Misreading misreading;

    LegacyFont(EncodingDamage damage, Misreading misreading) {
        this.damage = damage;
        this.misreading = misreading;
    }

    /** Returns the font encoding that a text is in as a whole, judged by its first 4,000 characters. */
    public static Optional<LegacyFont> of(String text) {
        return mayBe(text)
                ? EncodingDamage.in(text).flatMap(LegacyFont::of).filter(font -> font.mends(text) && font.isSure(text))
                : Optional.empty();
    }

    private static Optional<LegacyFont> of(EncodingDamage damage) {
        return Arrays.stream(values()).filter(font -> font.damage == damage).findFirst();
    }

    /** Returns false for text that no font encoding gives: plain ASCII, and text with letters of Unicode's Vietnamese. */
    public static boolean mayBe(String text) {
        boolean western = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'ă' || c == 'đ' || c == 'ơ' || c == 'ư' || (c >= '\u1ea0' && c <= '\u1ef9')) {
                return false;
            }
            western |= isWestern(c);
        }
        return western;
    }

    /** Returns a text in Unicode: as it is, or converted when it is in one of these encodings as a whole. */
    public static String toUnicode(String text) {
        return of(text).map(font -> font.convert(text)).orElse(text);
    }

    /** Returns whether its letters are also bytes to which windows-1252 gives no sign, or control characters. */
    public boolean needsAllBytes() {
        return this == VISCII || this == VPS;
    }

    /**
     * Returns the text with every letter converted, composed (NFC). Letters with marks have no capitals in the fonts of
     * TCVN 3 but for a few: those of a line or word in capitals become capitals.
     */
    public String convert(String text) {
        if (needsAllBytes()) {
            return misreading.undo(text);
        }
        StringBuilder converted = new StringBuilder(text.length());
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            boolean capitals = isCapitals(line.group(), FEWEST_CAPITALS);
            converted.append(capitals ? capitals(line.group()) : words(line.group()));
        }
        return converted.toString();
    }

    private String words(String line) {
        return WORD.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isCapitals(found.group(), 2) ? capitals(found.group()) : misreading.undo(found.group())));
    }

    private String capitals(String text) {
        return misreading.undo(text).toUpperCase(Locale.ROOT);
    }

    private static boolean isCapitals(String text, int least) {
        boolean small = text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        return !small
                && text.chars().filter(c -> c >= 'A' && c <= 'Z').limit(least).count() == least;
    }

    /** Returns true when more than half of the words with Western European letters become Vietnamese syllables. */
    public boolean mends(String text) {
        List<String> words = westernWords(text);
        long mended = words.stream().filter(this::isMended).count();
        return mended * 2 > words.size();
    }

    private boolean isSure(String text) {
        return westernWords(text).stream().filter(this::isMended).limit(2).count() == 2;
    }

    private boolean isMended(String word) {
        return Syllable.isVietnamese(misreading.undo(word));
    }

    private static List<String> westernWords(String text) {
        return EncodingDamage.words(text).stream()
                .filter(word -> word.chars().anyMatch(c -> isWestern((char) c)))
                .toList();
    }

    private static boolean isWestern(char c) {
        return c > '\u00a0' && c <= '\u00ff';
    }
}
