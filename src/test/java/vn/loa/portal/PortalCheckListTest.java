package vn.loa.portal;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check-list "A portal system" of {@code contributing.md}: no step can be forgotten. */
class PortalCheckListTest {
    private static final Path RULES = Path.of("src/main/resources/portals");
    private static final Path PAGES = Path.of("src/test/resources/portals");

    static List<String> indexed() throws IOException {
        return Files.readAllLines(RULES.resolve("index")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(toCollection(TreeSet::new));
        }
    }

    @Test
    void every_file_of_rules_stands_in_the_index_once() throws IOException {
        Set<String> files = names(RULES);
        files.removeAll(List.of("index", "common.yaml"));
        assertThat(indexed())
                .extracting(name -> name + ".yaml")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void every_system_has_its_pages_and_what_they_say(String system) throws IOException {
        assertThat(names(PAGES.resolve(system))).contains("list.html", "article.html", "expected.json");
    }

    @Test
    void no_pages_are_left_of_a_system_that_is_gone() throws IOException {
        assertThat(indexed()).containsAll(names(PAGES));
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void the_origin_of_its_pages_is_told(String system) throws IOException {
        assertThat(Path.of("src/test/resources/README.md")).content().contains("\n| " + system + " |");
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void whoever_adds_a_source_finds_its_name(String system) throws IOException {
        String name = "(?s).*\\b" + system + "\\b.*";
        String configuration = Files.readString(Path.of("config/loa.yaml"));
        int portal = configuration.indexOf("#   portal ");
        int every = configuration.indexOf("#   every ", portal);
        assertThat(configuration.substring(portal, every)).matches(name);
        assertThat(Path.of("src/site/markdown/operations.md")).content().matches(name);
    }
}
