package vn.loa.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder in which fetched files lie while they are read.
 *
 * @param folder is made when it is missing
 * @param mostBytes the largest file
 * @param kept whether files stay there after the reading, under the hash of their content
 */
public record AttachmentFiles(Path folder, long mostBytes, boolean kept) {
    private static final String FETCHED = "fetched-";
    private static final int BUFFER_BYTES = 64 * 1024;

    public AttachmentFiles {
        Objects.requireNonNull(folder);
    }

    /** Makes the folder, and deletes what a run that was killed has left there. */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.filter(file -> file.getFileName().toString().startsWith(FETCHED))
                    .toList();
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path fresh() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder), FETCHED, ".part");
    }

    /** Deletes a file that was read, or keeps it. */
    void done(Path file, String sha256) throws IOException {
        if (kept && !sha256.isEmpty()) {
            Files.move(file, folder.resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(file);
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
