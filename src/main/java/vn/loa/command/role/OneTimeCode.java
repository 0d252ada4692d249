package vn.loa.command.role;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Represents a code of 50 random bits that people can read out and type.
 *
 * @param text ten characters, letters and digits that do not look alike
 */
public record OneTimeCode(String text) {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    /** Makes a new code; {@code random} must not be guessable. */
    public static OneTimeCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new OneTimeCode(code.toString());
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
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
