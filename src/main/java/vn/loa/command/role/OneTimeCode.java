package vn.loa.command.role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Represents a code of nearly 50 random bits that people can read out and type.
 *
 * @param text ten characters, letters and digits that do not look alike
 */
public record OneTimeCode(String text) {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int MOST_WORDS = 20;

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
     * Returns the code among words of courtesy, in whatever case: {@code "cháu gửi mã q7rt2k9xpb ạ"}; empty when there is
     * none or more than one, or more is said than goes with a code.
     */
    public static Optional<OneTimeCode> within(String words) {
        List<String> said = Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "")
                        .toUpperCase(Locale.ROOT))
                .toList();
        List<OneTimeCode> codes = said.stream()
                .filter(word -> word.length() == LENGTH && unlikeWords(word))
                .filter(word -> word.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0))
                .map(OneTimeCode::new)
                .toList();
        return codes.size() == 1 && said.size() <= MOST_WORDS ? Optional.of(codes.get(0)) : Optional.empty();
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
