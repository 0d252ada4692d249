package vn.loa.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file with one secret, as container platforms and systemd's {@code LoadCredential=} provide them. */
final class SecretFile {
    private static final int LARGEST = 4096;

    private SecretFile() {}

    /**
     * Returns a secret that stands under a key or, by its file's path, under the key with {@code -file}; both is a
     * problem.
     *
     * @param otherwise read as if it were written when neither is given
     */
    static Optional<Secret> orWritten(Section section, String key, String otherwise, ValueType<Secret> form) {
        Optional<Secret> fromFile = section.value(key + "-file", inFile(key, form));
        Optional<Secret> written = section.valueOr(key, fromFile.isPresent() ? "" : otherwise, form);
        if (written.isPresent() && fromFile.isPresent()) {
            section.problem(key + "-file", "is given besides " + key, "keep one of the two");
        }
        return written.or(() -> fromFile);
    }

    private static ValueType<Secret> inFile(String key, ValueType<Secret> form) {
        ValueType.Parser<Secret> parser = name -> {
            String text = read(name);
            try {
                return form.parser().parse(text);
            } catch (Malformed e) {
                throw new Malformed("holds what " + e.getMessage(), e.right());
            }
        };
        return new ValueType<>(parser, "write the path of a file that holds the " + key, false);
    }

    /** Returns the content of the file, without white space around it. */
    static String read(String name) throws Malformed {
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
