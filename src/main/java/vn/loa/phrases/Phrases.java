package vn.loa.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import vn.loa.model.Hearing;

/**
 * The phrase book: every sentence Loa says to officials and operators, kept in
 * {@code src/main/resources/phrases/*.properties} so that an editor can read them in one place. Values are
 * {@link MessageFormat} patterns; a single quote is doubled.
 */
public final class Phrases {
    private static final List<String> FILES = List.of("announcement", "command", "notice", "console", "mention", "web");
    private static final List<String> TRANSLATED = List.of("command", "menu", "mention", "web");
    private static final String MENTION = "mention.";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final Map<String, String> patterns;
    private final Optional<MentionWording> mentions;

    private Phrases(Map<String, String> patterns) {
        this(Map.copyOf(patterns), Optional.empty());
    }

    private Phrases(Map<String, String> patterns, Optional<MentionWording> mentions) {
        this.patterns = patterns;
        this.mentions = mentions;
    }

    /** Returns the Vietnamese phrases. */
    public static Phrases vietnamese() {
        return Vietnamese.PHRASES;
    }

    /** Returns {@link #vietnamese()}, but in English what members and administrators of a chat meet, and the web
     * pages. */
    public static Phrases english() {
        return English.PHRASES;
    }

    /** Returns the same phrases for a shared chat of a bot that hears so: none asks for what would not be heard. */
    public Phrases heardThrough(Hearing hearing) {
        return hearing.everything()
                ? this
                : new Phrases(patterns, Optional.of(new MentionWording(hearing.calledName())));
    }

    /** Holds the one book that all share, read when it is first opened. */
    private static final class Vietnamese {
        static final Phrases PHRASES = new Phrases(read(FILES, "vi", Map.of()));
    }

    private static final class English {
        static final Phrases PHRASES = new Phrases(read(TRANSLATED, "en", Vietnamese.PHRASES.patterns));
    }

    private static Map<String, String> read(List<String> files, String language, Map<String, String> unless) {
        Properties read = new Properties();
        files.forEach(file -> load(file, language, read));
        Map<String, String> all = new HashMap<>(unless);
        read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
        return all;
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
        String usual = patterns.get(key);
        if (usual == null) {
            throw new IllegalArgumentException("no phrase " + key);
        }
        return new MessageFormat(worded(key, usual), VIETNAMESE).format(arguments);
    }

    /** Phrases for groups that are heard by mention only have the key of the phrase they replace, with a prefix. */
    private String worded(String key, String usual) {
        return mentions.isEmpty() ? usual : mentions.get().reworded(key, patterns.getOrDefault(MENTION + key, usual));
    }

    /** Returns the keys of all phrases. */
    public Set<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }
}
