package vn.loa.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways in which Vietnamese text is damaged when its bytes are read in the wrong encoding. It is recognised here;
 * only what is damaged as a whole and surely is repaired ({@link LegacyFont}, {@link #writtenOnce}), for a guess would
 * push wrong names.
 * Foreign names ({@code Wałęsa}, {@code Müller}) and misspelt Vietnamese are no damage; the evidence is words that are
 * no Vietnamese syllables as they stand and become some when one certain misreading is undone.
 */
public enum EncodingDamage {
    /** TCVN 3 (ABC) fonts: {@code MÆt trËn Tæ quèc}. */
    TCVN3,
    /** VNI fonts: {@code Maët traän Toå quoác}. */
    VNI,
    /** VISCII read as Western European. */
    VISCII,
    /** The code page of VPS read as Western European. */
    VPS,
    /** windows-1258 read as Western European. */
    WINDOWS_1258,
    /** UTF-8 read as Western European: {@code Máº·t tráº­n}. */
    UTF8,
    /** Letters of several code pages: {@code Thống kę}. */
    MIXED,
    /** Letters that are gone: {@code M?t tr?n}, or replacement characters. */
    LOST;

    private static final int LONGEST_LOOKED_AT = 4000;
    private static final int FEWEST_LETTERS = 5;
    /** VISCII and VPS have letters at signs that stand behind letters as well ({@code m²}). */
    private static final int FEWEST_OF_SIGNS = 8;

    private static final List<Misreading> MISREADINGS = Misreading.all();
    private static final String VIETNAMESE_LETTERS = "àáâãèéêìíòóôõùúýăđĩũơư";

    /** Detects the damage of a text; empty when there is none. Looks at the first 4,000 characters. */
    public static Optional<EncodingDamage> in(String raw) {
        String text =
                Normalizer.normalize(raw.substring(0, Math.min(raw.length(), LONGEST_LOOKED_AT)), Normalizer.Form.NFC);
        if (hasLostLetters(text)) {
            return Optional.of(LOST);
        }
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        return isUtf8Misread(text) ? Optional.of(UTF8) : misread(text);
    }

    /**
     * Returns what a text says that was UTF-8, read as Western European and written as UTF-8 again; empty for any other.
     * Every letter of it has to be a byte, and all of these together UTF-8 with Vietnamese in it, so nothing is guessed.
     */
    public static Optional<String> writtenOnce(String text) {
        boolean plain = text.chars().allMatch(c -> c < 0x80);
        return plain
                ? Optional.empty()
                : asBytes(text)
                        .map(EncodingDamage::asUtf8)
                        .filter(once ->
                                once.chars().filter(c -> isVietnamese((char) c)).count() >= FEWEST_LETTERS);
    }

    private static boolean hasLostLetters(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\ufffd') {
                return true;
            }
            marks += isLostLetter(text, i) ? 1 : 0;
        }
        return marks >= 2 && !text.contains("://");
    }

    /** A question mark in a word: a letter right before it and a small one right after it. */
    private static boolean isLostLetter(String text, int at) {
        return text.charAt(at) == '?'
                && at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLowerCase(text.charAt(at + 1));
    }

    private static boolean isUtf8Misread(String text) {
        int found = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            int length = text.charAt(i) == 'á' || text.charAt(i) == 'â' ? 3 : 2;
            if (mayBeMisreadUtf8(text, i)
                    && i + length <= text.length()
                    && isVietnamese(text.substring(i, i + length))) {
                found += length - 1;
            }
        }
        return found >= 2;
    }

    /** Looks at the first two letters only: a lead byte, and after it no letter that plain text would have there. */
    private static boolean mayBeMisreadUtf8(String text, int at) {
        char lead = text.charAt(at);
        char next = text.charAt(at + 1);
        return lead >= 0xc3 && lead <= 0xe1 && next >= 0x80 && (next < 0xc0 || next >= 0x100);
    }

    private static boolean isVietnamese(String misread) {
        return asBytes(misread).map(EncodingDamage::asUtf8).stream()
                .anyMatch(text -> text.length() == 1 && isVietnamese(text.charAt(0)));
    }

    private static boolean isVietnamese(char c) {
        boolean added = c >= '\u1ea0' && c <= '\u1ef9';
        return added || VIETNAMESE_LETTERS.indexOf(Character.toLowerCase(c)) >= 0;
    }

    private static Optional<byte[]> asBytes(String misread) {
        byte[] bytes = new byte[misread.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = byteOf(misread.charAt(i));
            if (b < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) b;
        }
        return Optional.of(bytes);
    }

    private static int byteOf(char c) {
        if (c < 0x100) {
            return c;
        }
        byte[] encoded = String.valueOf(c).getBytes(WesternEuropean.CHARSET);
        return encoded.length == 1 && encoded[0] != '?' ? encoded[0] & 0xff : -1;
    }

    private static String asUtf8(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static Optional<EncodingDamage> misread(String text) {
        List<String> words = words(text);
        Map<String, Boolean> sound = new HashMap<>();
        List<String> others = words.stream()
                .filter(word -> !sound.computeIfAbsent(word, Syllable::isVietnamese))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return MISREADINGS.stream()
                .map(misreading -> Evidence.of(misreading, words.size(), others))
                .filter(Evidence::isEnough)
                .max(Comparator.comparingInt(Evidence::healed))
                .map(evidence -> evidence.misreading().kind());
    }

    /** Returns the words among the first 4,000 characters of a text, in its own letters. */
    static List<String> words(String text) {
        return Stream.of(text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT))
                        .split("[\\s\\p{Punct}“”‘’–…0-9]+"))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
    }

    /** Named apart because an enum's constants cannot see its own static fields. */
    private static final class WesternEuropean {
        private static final Charset CHARSET = Charset.forName("windows-1252");
    }

    /**
     * The counts of words that suggest one misreading.
     *
     * @param words all words of the text
     * @param sound words that are Vietnamese as they stand
     * @param healed words that are none, and become Vietnamese when the misreading is undone
     * @param sure healed words that no slip of the pen explains
     * @param names sure words written like a name
     */
    private record Evidence(Misreading misreading, int words, int sound, int healed, int sure, int names) {
        /** @param others the words that are not Vietnamese as they stand */
        static Evidence of(Misreading misreading, int words, List<String> others) {
            int healed = 0;
            int sure = 0;
            int names = 0;
            for (String word : others) {
                if (heals(misreading, word)) {
                    healed++;
                    sure += isNoSlip(word) ? 1 : 0;
                    names += isNoSlip(word) && isNameLike(word) ? 1 : 0;
                }
            }
            return new Evidence(misreading, words, words - others.size(), healed, sure, names);
        }

        private static boolean heals(Misreading misreading, String word) {
            if (word.chars().allMatch(c -> c < 0x80)) {
                return false;
            }
            String undone = misreading.undo(word);
            return undone.chars().anyMatch(c -> c >= 0x80) && Syllable.isVietnamese(undone);
        }

        /** Returns whether most of the text is Vietnamese once healed; one word alone must not be a foreign name. */
        boolean isEnough() {
            boolean vietnamese = (sound + healed) * 10 >= words * 7;
            boolean alone = healed == 1 && sure == 1 && names == 0 && sound > 0;
            boolean several = healed >= 2 && sure >= 1 && names < healed;
            boolean many = healed >= 3 && healed * 4 >= words;
            if (misreading.kind() == VISCII || misreading.kind() == VPS) {
                return vietnamese && healed >= FEWEST_OF_SIGNS && healed * 3 >= words;
            }
            return vietnamese && (alone || several || many);
        }

        private static boolean isNoSlip(String word) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                boolean flips = i > 0 && Character.isLowerCase(word.charAt(i - 1)) && Character.isUpperCase(c);
                boolean foreign = c >= 0x80 && !isVietnamese(c);
                if (flips || foreign || (i > 0 && isMarkAfterMark(word.charAt(i - 1), c))) {
                    return true;
                }
            }
            return false;
        }

        /** Only ư and ơ stand side by side with marks on both. */
        private static boolean isMarkAfterMark(char before, char c) {
            boolean bothMarked = before >= 0x80 && c >= 0x80 && before != 'đ' && before != 'Đ';
            return bothMarked && before != 'ư' && before != 'Ư';
        }

        private static boolean isNameLike(String word) {
            return Character.isUpperCase(word.charAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT));
        }
    }
}
