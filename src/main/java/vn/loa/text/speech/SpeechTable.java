package vn.loa.text.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the shipped lists under {@code speech/}: columns by tabs, comments after {@code #} at a line's start. */
final class SpeechTable {
    private SpeechTable() {}

    static List<List<String>> read(String name) {
        try (InputStream file =
                Objects.requireNonNull(SpeechTable.class.getResourceAsStream("/speech/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
