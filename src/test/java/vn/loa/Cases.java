package vn.loa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The shared pages, and the shared pairs of input and expected output, from {@code src/test/resources/shared}. */
public final class Cases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cases() {}

    /** One line of a case file. */
    public record Case(JsonNode fields) {
        public String text(String name) {
            return fields.get(name).asText();
        }

        public boolean isNull(String name) {
            return fields.get(name).isNull();
        }

        @Override
        public String toString() {
            return fields.toString();
        }
    }

    /** The lines of {@code shared/cases/name}. */
    public static Stream<Case> read(String name) {
        return bytesAsText("shared/cases/" + name)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Cases::parse);
    }

    /** The text of {@code shared/pages/name}, read as UTF-8. */
    public static String page(String name) {
        return bytesAsText("shared/pages/" + name);
    }

    /** The text of a test resource, read as UTF-8 with a byte order mark left where it is. */
    public static String bytesAsText(String path) {
        try (InputStream in = Cases.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static Case parse(String line) {
        return new Case(json(line));
    }

    /** One line of JSON. */
    public static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
