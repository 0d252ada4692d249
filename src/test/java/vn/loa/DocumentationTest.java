package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The front door: the README is short, and no link leads nowhere. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path SITE = Path.of("src/site/markdown");
    private static final int LONGEST_README = 8 * 1024;
    private static final int LARGEST_PICTURE = 150_000;
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)\\s\"]+)[)\"]");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");

    private static final Path MAIN = Path.of("src/main/java/vn/loa");
    private static final Pattern ELSEWHERE = Pattern.compile("/(?:bench|cli|demo|extract)/");
    /** The beginning of a thread's name, up to a number or the name of a bot. */
    private static final Pattern THREAD =
            Pattern.compile("(?:new (?:Own)?Thread|BotConnection\\.named)\\([^\";]*\"([a-z]+(?:[- ][a-z]+)*)[- ]?\"");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, Path.of("src/test/resources/README.md")));
        for (Path folder : List.of(SITE, Path.of(".github"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<String> links(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
        while (link.find()) {
            if (!link.group(1).contains("://")) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    /** The file of a link, seen from the page in which it stands. */
    private static Path target(Path page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    /** As GitHub names the anchor of a heading: lower case, without punctuation, blanks as hyphens. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new TreeSet<>();
        FENCE.matcher(Files.readString(page))
                .replaceAll("")
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.size(README)).isLessThanOrEqualTo(LONGEST_README);
    }

    @Test
    void every_link_leads_to_a_file_and_a_heading_of_it() throws IOException {
        for (Path page : pages()) {
            for (String link : links(page)) {
                assertThat(target(page, link)).as("%s in %s", link, page).exists();
                if (link.contains("#")) {
                    assertThat(anchors(target(page, link)))
                            .as("%s in %s", link, page)
                            .contains(link.replaceFirst(".*#", ""));
                }
            }
        }
    }

    @Test
    void every_page_is_found_from_the_readme() throws IOException {
        Set<Path> found = new TreeSet<>(Set.of(README));
        Deque<Path> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            Path page = open.pop();
            for (String link : links(page)) {
                Path target = target(page, link);
                if (target.toString().endsWith(".md") && found.add(target)) {
                    open.push(target);
                }
            }
        }
        try (Stream<Path> files = Files.walk(SITE)) {
            assertThat(found)
                    .containsAll(files.filter(file -> file.toString().endsWith(".md"))
                            .toList());
        }
    }

    @Test
    void the_pictures_are_small_enough_to_be_read_on_a_telephone() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/site/resources"))) {
            List<Path> pictures = files.toList();
            assertThat(pictures).isNotEmpty();
            for (Path picture : pictures) {
                assertThat(Files.size(picture)).as("%s", picture).isLessThan(LARGEST_PICTURE);
            }
        }
    }

    @Test
    void the_licence_ships_with_the_program() throws IOException {
        try (var licence = DocumentationTest.class.getResourceAsStream("/META-INF/LICENSE")) {
            assertThat(licence).isNotNull();
        }
        assertThat(Path.of("src/main/resources/META-INF/LICENSE"))
                .content()
                .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS");
    }

    /** Those that the program starts itself; what measures it, and the commands of a shell, come and go. */
    @Test
    void every_thread_is_told_of_in_the_architecture_and_where_the_program_is_put_together() throws IOException {
        String architecture = Files.readString(SITE.resolve("architecture.md"))
                .split("\n## The threads\n")[1]
                .split("\n## ")[0];
        String composition = Files.readString(MAIN.resolve("app/package-info.java"));
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ELSEWHERE.matcher(file.toString()).find())
                    .flatMap(file -> threads(file).stream())
                    .toList();
            assertThat(names)
                    .contains("telegram-updates", "send")
                    .allSatisfy(name -> assertThat(architecture).containsPattern("`" + named(name) + "`"))
                    .allSatisfy(name -> assertThat(composition).containsPattern("\\{@code " + named(name) + "\\}"));
        }
    }

    /** The name itself, or with what stands for a number or a name behind it. */
    private static String named(String thread) {
        return thread + "(?:[- ][A-Z]+)*";
    }

    private static List<String> threads(Path file) {
        try {
            return THREAD.matcher(Files.readString(file))
                    .results()
                    .map(made -> made.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
