package vn.loa.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Pattern SAID =
            Pattern.compile("(?:say|plain|toast)\\(\\s*\"([a-z]+\\.[a-zA-Z.-]*[a-zA-Z-])\"");
    private static final Pattern NAMED = Pattern.compile("\"([a-zA-Z-]+\\.[a-zA-Z.-]*)\"");

    private final Phrases phrases = Phrases.vietnamese();

    @Test
    void every_phrase_that_the_code_says_exists() throws IOException {
        Set<String> said = new TreeSet<>();
        Matcher matcher = SAID.matcher(sources());
        while (matcher.find()) {
            said.add(matcher.group(1));
        }
        assertThat(said).hasSizeGreaterThan(50);
        assertThat(phrases.keys()).containsAll(said);
    }

    @Test
    void every_phrase_that_exists_is_said_or_its_family_is() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(sources());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(phrases.keys())
                .allSatisfy(key -> assertThat(named)
                        .as(key)
                        .anyMatch(name -> name.equals(key) || (name.endsWith(".") && key.startsWith(name))));
    }

    @Test
    void every_phrase_is_composed_vietnamese_and_a_sound_pattern() {
        assertThat(phrases.keys()).allSatisfy(key -> {
            String said = phrases.say(key, "1", "2", "3", "4", "5");
            assertThat(said).isEqualTo(Normalizer.normalize(said, Normalizer.Form.NFC));
            assertThat(said).doesNotContainIgnoringCase("bạn ").doesNotContain("{");
        });
    }

    private static Properties read(String... files) throws IOException {
        Properties all = new Properties();
        for (String file : files) {
            all.load(Files.newBufferedReader(Path.of("src/main/resources/phrases", file + ".properties")));
        }
        return all;
    }

    private static String group(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    /** A group that is mostly English is one that people read in English; a key of it without a twin was forgotten. */
    @Test
    void a_group_of_phrases_that_is_mostly_english_is_so_whole() throws IOException {
        Set<String> english =
                read("command_en", "menu_en", "web_en", "mention_en").stringPropertyNames();
        Map<String, List<String>> groups =
                read("command_vi", "notice_vi", "web_vi", "mention_vi").stringPropertyNames().stream()
                        .collect(Collectors.groupingBy(PhrasesTest::group));
        assertThat(groups.values().stream()
                        .filter(keys ->
                                2 * keys.stream().filter(english::contains).count() > keys.size())
                        .flatMap(List::stream)
                        .filter(key -> !english.contains(key)))
                .isEmpty();
        assertThat(english)
                .contains(
                        "talk.button.PAUSE.until",
                        "talk.button.PAUSE.for",
                        "menu.one",
                        "menu.one.of",
                        "menu.numbers.of");
    }

    @Test
    void every_english_phrase_has_a_vietnamese_one_with_the_same_places() throws IOException {
        for (String file : List.of("command_en", "menu_en", "web_en")) {
            Properties english = read(file);
            Properties vietnamese = read("command_vi", "notice_vi", "web_vi");
            assertThat(english.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
                assertThat(vietnamese.stringPropertyNames()).contains(key);
                assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(vietnamese.getProperty(key)));
            });
        }
    }

    private static Set<String> places(String pattern) {
        return new TreeSet<>(Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(found -> found.group())
                .toList());
    }

    @Test
    void what_is_put_into_a_phrase_is_not_read_as_a_pattern() {
        assertThat(phrases.say("search.none", "{0} '")).contains("\"{0} '\"");
        assertThatThrownBy(() -> phrases.say("no.such")).hasMessageContaining("no.such");
        assertThat(new MessageFormat("{0}").format(new Object[] {"x"})).isEqualTo("x");
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path file :
                    Stream.concat(java, templates).filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
