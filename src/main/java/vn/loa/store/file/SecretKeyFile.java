package vn.loa.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the key with which tokens in the database are encrypted: in the environment, or in a file beside the database
 * that only Loa's user can read and that Loa makes itself. Backups of the database do not hold it.
 */
public final class SecretKeyFile {
    private static final Logger log = LoggerFactory.getLogger(SecretKeyFile.class);
    private static final String NAME = "secret.key";
    private static final int BYTES = 32;
    private static final int SHORTEST = 16;

    private SecretKeyFile() {}

    /**
     * Returns the cipher of this data.
     *
     * @param fromEnvironment a text of at least 16 characters that nobody can guess; a shorter one is refused
     * @param folder where the database lies
     * @throws IllegalArgumentException when the text is too short
     * @throws UncheckedIOException when the file cannot be read or made
     */
    public static SecretCipher cipher(Optional<String> fromEnvironment, Path folder) {
        Optional<String> given = fromEnvironment.map(String::strip).filter(text -> !text.isEmpty());
        given.filter(text -> text.length() < SHORTEST).ifPresent(text -> {
            throw new IllegalArgumentException("LOA_SECRET_KEY is shorter than " + SHORTEST
                    + " characters: write a longer one that nobody can guess");
        });
        return SecretCipher.of(given.orElseGet(() -> inFile(folder.resolve(NAME))));
    }

    private static String inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            PrivateFiles.close(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /** Puts a finished file in place, so that no half of a key is ever read. */
    private static void make(Path file) throws IOException {
        PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder"));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path written = file.resolveSibling(NAME + ".new");
        PrivateFiles.create(written);
        Files.writeString(written, Base64.getEncoder().encodeToString(key) + "\n", StandardCharsets.US_ASCII);
        PrivateFiles.replace(file, written);
        log.info("made {}, the key of the tokens in the database; keep a copy apart from backups", file);
    }
}
