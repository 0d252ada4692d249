package vn.loa.subscription;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.WordText;

/**
 * The fields of a Fatherland Front office's work and the phrases that indicate them:
 * {@code src/main/resources/topics.txt}. The names that people read are the phrases {@code topic.ID}.
 */
public final class Topics {
    private static final String FILE = "/topics.txt";

    private final Map<String, List<String>> phrases;

    private Topics(Map<String, List<String>> phrases) {
        this.phrases = phrases;
    }

    /** Returns the topics that come with Loa. */
    public static Topics standard() {
        try (InputStream in = Topics.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Reads lines: a topic's id stands alone, its phrases follow indented, {@code #} begins a remark. */
    static Topics read(String lines) {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                current.add(WordText.words(line));
            } else {
                current = new ArrayList<>();
                topics.put(line.strip(), current);
            }
        }
        return new Topics(topics);
    }

    /** Returns the topics' ids, in the order in which people see them. */
    public List<String> ids() {
        return List.copyOf(phrases.keySet());
    }

    /** Returns whether a text is about a topic; false for one that is not known any more. */
    boolean isAbout(String id, WordText text) {
        return phrases.getOrDefault(id, List.of()).stream().anyMatch(text::holds);
    }
}
