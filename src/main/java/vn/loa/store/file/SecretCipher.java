package vn.loa.store.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that the database keeps, by AES-256-GCM with a fresh nonce of 96 bits each (NIST SP 800-38D). What a
 * secret belongs to is authenticated with it, so that no row can be given another's. Safe for use by several threads.
 */
public final class SecretCipher {
    private static final String MARK = "v1:";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Makes a cipher whose key is the SHA-256 of a text that nobody can guess. */
    public static SecretCipher of(String secret) {
        return new SecretCipher(sha256(secret));
    }

    /** Makes a cipher whose key nobody knows; what it encrypts ends with this process. */
    public static SecretCipher ephemeral() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretCipher(key);
    }

    /** Returns the hexadecimal SHA-256 of a secret, by which it is known again. */
    public static String digest(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Tells whether a stored text was made by {@link #encrypt}; a token as platforms give it never looks so. */
    public static boolean isEncrypted(String stored) {
        return stored.startsWith(MARK);
    }

    /**
     * Encrypts a secret.
     *
     * @param owner what it belongs to, which has to be named again to read it
     */
    public String encrypt(String secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
            return MARK + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Reads what {@link #encrypt} made; empty when the key or the owner is another, or the text was changed. */
    public Optional<String> decrypt(String stored, String owner) {
        if (!isEncrypted(stored)) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getDecoder().decode(stored.substring(MARK.length()));
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] hidden = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(hidden);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
