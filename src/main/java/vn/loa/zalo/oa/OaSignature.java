package vn.loa.zalo.oa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The signature of a webhook: SHA-256, not an HMAC, of id, raw body, time stamp and the account's secret key, in hex, with
 * or without {@code mac=} before it. Who reads the documentation finds the app's id and the time stamp of the body; some
 * have met the account's id and the time stamp of a header, so each is tried. A forger lacks the secret for all of them.
 */
final class OaSignature {
    private static final String PREFIX = "mac=";

    private final String secret;

    OaSignature(String secret) {
        this.secret = secret;
    }

    /** Returns the time stamp with which the signature is that of the body and one of the ids; empty when none is. */
    Optional<String> fitting(String signature, byte[] body, List<String> ids, List<String> timestamps) {
        byte[] told = bytes(signature);
        Optional<String> fitting = Optional.empty();
        for (String id : ids) {
            for (String timestamp : timestamps) {
                if (MessageDigest.isEqual(told, digest(id, body, timestamp))) {
                    fitting = Optional.of(timestamp);
                }
            }
        }
        return fitting;
    }

    private static byte[] bytes(String signature) {
        String hex = signature.strip().toLowerCase(Locale.ROOT);
        String digits = hex.startsWith(PREFIX) ? hex.substring(PREFIX.length()) : hex;
        return digits.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(digits) : new byte[0];
    }

    private byte[] digest(String id, byte[] body, String timestamp) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            digest.update(body);
            digest.update(timestamp.getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
