package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.waiting.TestPatience;

/** Checks rules that hold for the tests as they do for the program ({@link HouseTest}). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestsHouseTest {
    /** Waits with a limit of their own; Awaitility's is ten seconds where none is named. */
    private static final List<Pattern> IMPATIENT = List.of(
            Pattern.compile("\\.atMost\\(\\s*Duration\\."),
            Pattern.compile("\\bawait\\((?:(?!atMost|;).)*?\\.until\\w*\\((?!\\(\\) -> true)", Pattern.DOTALL),
            Pattern.compile("\\.(?:await|awaitTermination|get|orTimeout|waitFor)\\(\\s*\\d[\\d_]*, "),
            Pattern.compile("succeedsWithin\\(\\s*Duration\\."));

    /** Waits with a constant, which may be a limit of its own. */
    private static final Pattern BY_A_CONSTANT = Pattern.compile(
            "(?:\\.(?:atMost|await|awaitTermination|get|join|orTimeout|timeout|waitFor|waiting)|succeedsWithin)\\(\\s*([A-Z][A-Z0-9_]*)\\b");

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("vn.loa");

    @Test
    void work_that_may_wait_names_its_threads() {
        HouseTest.NAMES_ITS_THREADS.check(house);
    }

    /** A busy machine takes longer than anybody thinks; {@link TestPatience} says how much longer it may. */
    @Test
    void tests_wait_for_others_as_long_as_the_patience_of_the_run_allows() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(impatient(Files.readString(file)))
                            .as("%s", file)
                            .isEmpty());
        }
    }

    /** A tilde keeps the rule from finding these forms here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duration LONGEST = Duration.ofSeconds(2); await().at~Most(LONGEST)",
                "Duration LIMIT_2S = Duration.ofSeconds(2); await().at~Most(LIMIT_2S)",
                "Duration LONGEST =\n  Duration.ofSeconds(2); process.wait~For(\n  LONGEST)",
                "Duration LONGEST =\n  Duration\n.ofSeconds(2); future.jo~in(LONGEST)",
                "await().at~Most(Duration.ofSeconds(2))",
                "latch.aw~ait(2, TimeUnit.SECONDS)"
            })
    void limits_of_their_own_are_seen_in_all_forms(String source) {
        assertThat(impatient(source.replace("~", ""))).isNotEmpty();
    }

    private static List<String> impatient(String source) {
        Stream<MatchResult> constants = BY_A_CONSTANT
                .matcher(source)
                .results()
                .filter(wait -> source.matches("(?s).*\\b" + wait.group(1) + "\\s*=\\s*Duration\\s*\\..*"));
        return Stream.concat(
                        IMPATIENT.stream().flatMap(each -> each.matcher(source).results()), constants)
                .map(MatchResult::group)
                .toList();
    }
}
