package vn.loa.config.value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file with one secret, as container platforms and systemd's {@code LoadCredential=} provide them. */
public final class SecretFile {
    private static final int LARGEST = 4096;

    private SecretFile() {}

    /** Returns the content of the file, without white space around it. */
    public static String read(String name) throws Malformed {
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            byte[] content = file.readNBytes(LARGEST + 1);
            String secret = new String(content, StandardCharsets.UTF_8).strip();
            if (secret.isEmpty() || content.length > LARGEST) {
                String what = secret.isEmpty() ? "empty" : "too large for a secret";
                throw new Malformed("is " + what, "put the secret alone in it");
            }
            return secret;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Malformed("does not exist", "give the path of a file");
        } catch (IOException e) {
            throw new Malformed("cannot be read", "let Loa's user read it");
        }
    }
}
