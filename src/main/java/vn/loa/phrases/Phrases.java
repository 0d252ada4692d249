package vn.loa.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The phrase book: every sentence Loa says to officials and operators, kept in
 * {@code src/main/resources/phrases/*.properties} so that an editor can read them in one place. Values are
 * {@link MessageFormat} patterns; a single quote is doubled.
 */
public final class Phrases {
    private static final List<String> FILES = List.of("announcement", "command", "notice", "console");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final Properties patterns;

    private Phrases(Properties patterns) {
        this.patterns = patterns;
    }

    /** Returns the Vietnamese phrases. */
    public static Phrases vietnamese() {
        Properties all = new Properties();
        for (String file : FILES) {
            load(file, "vi", all);
        }
        return new Phrases(all);
    }

    /** Returns {@link #vietnamese()}, but in English what members and administrators of a chat meet. */
    public static Phrases english() {
        Phrases phrases = vietnamese();
        load("command", "en", phrases.patterns);
        load("menu", "en", phrases.patterns);
        return phrases;
    }

    private static void load(String file, String language, Properties into) {
        String path = "/phrases/" + file + "_" + language + ".properties";
        try (InputStream in = Phrases.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /**
     * Returns the phrase with its places filled.
     *
     * @throws IllegalArgumentException when there is no such phrase
     */
    public String say(String key, Object... arguments) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no phrase " + key);
        }
        return new MessageFormat(pattern, VIETNAMESE).format(arguments);
    }

    /** Returns the keys of all phrases. */
    public Set<String> keys() {
        return new TreeSet<>(patterns.stringPropertyNames());
    }
}
