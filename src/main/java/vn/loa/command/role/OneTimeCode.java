package vn.loa.command.role;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Represents a code of nearly 50 random bits that people can read out and type.
 *
 * @param text ten characters, letters and digits that do not look alike
 */
public record OneTimeCode(String text) {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int MOST_WORDS = 20;
    /** Whatever else is said, a text this long is not a code; UTF-16 units. */
    private static final int LONGEST = 2_000;
    /** A link that brings no code; the address of an article may have a part that looks like one. */
    private static final Pattern OTHER_LINK =
            Pattern.compile("https?://(?!\\S{0,200}start(?:group)?=)\\S+", Pattern.CASE_INSENSITIVE);
    /** Stands before a code without a blank when somebody types a deep link's words by hand. */
    private static final String START = "START";
    /** A part of a code that somebody wrote in two parts is no shorter. */
    private static final int LEAST_PART = 4;

    /** Words that go with a code written in two parts. */
    private static final Set<String> AROUND =
            Set.of("MÃ", "MA", "MỜI", "MOI", "CODE", START, "LÀ", "LA", "Ạ", "A", "DẠ");

    /** Makes a new code; {@code random} must not be guessable. */
    public static OneTimeCode random(RandomGenerator random) {
        OneTimeCode code = new OneTimeCode(letters(random));
        return unlikeWords(code.text()) ? code : random(random);
    }

    private static String letters(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code has letters and digits, so that it is known among words without anything before it. */
    private static boolean unlikeWords(String text) {
        return text.matches(".*[0-9].*") && text.matches(".*[A-Z].*");
    }

    /**
     * Returns the code among words of courtesy, in whatever case and width: {@code "cháu gửi mã q7rt2k9xpb ạ"}, {@code
     * "mã:Q7RT2K9XPB"}, {@code "Q7RT2-K9XPB"}; empty when there is none or more than one, or more is said than goes with a
     * code, unless it begins with the code, as a letter that is passed on whole does.
     */
    public static Optional<OneTimeCode> within(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        String normal = Normalizer.normalize(words, Normalizer.Form.NFKC);
        String plain = OTHER_LINK.matcher(normal).replaceAll(" ").strip();
        List<String> parts = parts(plain, "[^A-Z0-9]+");
        List<String> codes =
                parts.stream().filter(OneTimeCode::isCode).distinct().toList();
        boolean brief = plain.split("\\s+").length <= MOST_WORDS;
        if (codes.size() == 1 && (brief || isCode(parts.get(0)))) {
            return Optional.of(new OneTimeCode(codes.get(0)));
        }
        return codes.isEmpty() && brief ? inParts(plain) : Optional.empty();
    }

    private static List<String> parts(String plain, String between) {
        return Arrays.stream(plain.toUpperCase(Locale.ROOT).split(between))
                .filter(part -> !part.isEmpty())
                .map(OneTimeCode::withoutStart)
                .toList();
    }

    private static String withoutStart(String part) {
        return part.length() == START.length() + LENGTH && part.startsWith(START)
                ? part.substring(START.length())
                : part;
    }

    /** A code of several parts: two long ones, or more in capitals or joined by hyphens, for short words may spell one. */
    private static Optional<OneTimeCode> inParts(String plain) {
        List<String> left = parts(plain, "[^\\p{L}\\p{M}\\p{N}]+").stream()
                .filter(part -> !AROUND.contains(part))
                .toList();
        boolean two = left.size() == 2 && left.stream().allMatch(part -> part.length() >= LEAST_PART);
        boolean spelt = plain.equals(plain.toUpperCase(Locale.ROOT)) || !plain.contains(" ");
        return Optional.of(String.join("", left))
                .filter(joined -> (two || spelt) && isCode(joined))
                .map(OneTimeCode::new);
    }

    private static boolean isCode(String text) {
        return text.length() == LENGTH && unlikeWords(text) && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** Tells whether words are a code and nothing else, written as it was given. */
    public static boolean isAlone(String words) {
        return isCode(words.strip());
    }

    /** Tells whether words look like a code, perhaps one with a character too many or too few; a greeting does not. */
    public static boolean resembledBy(String words) {
        return words.strip().matches("[A-Za-z0-9]{8,12}");
    }

    /** Returns the code as somebody typed it: case and blanks around it make no difference. */
    public static OneTimeCode typed(String words) {
        return new OneTimeCode(words.strip().toUpperCase(Locale.ROOT));
    }

    /** Returns the digest, the only part that may be stored. */
    public String digest() {
        return SecretDigest.of(text);
    }
}
