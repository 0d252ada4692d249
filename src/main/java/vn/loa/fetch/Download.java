package vn.loa.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import okio.BufferedSource;

/**
 * A file into which a document is fetched.
 *
 * @param file is written over
 * @param mostBytes the largest document, after decompression of the transfer
 * @param time how long one answer may take as a whole
 */
public record Download(Path file, long mostBytes, Duration time) {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Gates and error pages are smaller. */
    private static final long LARGEST_GATE = 20_000;

    public Download {
        Objects.requireNonNull(file);
        Objects.requireNonNull(time);
    }

    /**
     * Writes a body to the file; returns false, without the rest, when it is larger than it may be.
     *
     * @param announced the length that the server gives, -1 for none
     */
    boolean save(BufferedSource body, long announced) throws IOException {
        if (announced > mostBytes) {
            return false;
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                total += count;
                if (total > mostBytes) {
                    return false;
                }
                out.write(buffer, 0, count);
            }
        }
        return true;
    }

    /** Returns what was saved when it is small and begins as markup does. */
    Optional<byte[]> smallMarkup() throws IOException {
        if (Files.size(file) > LARGEST_GATE) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readAllBytes();
            String text = new String(content, StandardCharsets.ISO_8859_1).stripLeading();
            return text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<")
                    ? Optional.of(content)
                    : Optional.empty();
        }
    }
}
