package vn.loa.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that are kept, each through the fuzz test that it belongs to. */
@Tag("slow")
class KeptInputsTest {
    private static final Path KEPT = Path.of("src/test/resources/vn/loa/fuzz/ReadingFuzzInputs");
    private static final ReadingFuzz READING = new ReadingFuzz();
    private static final Map<String, Consumer<byte[]>> TESTS = Map.of(
            "an_address_has_one_identity_however_it_is_decorated",
            READING::an_address_has_one_identity_however_it_is_decorated,
            "a_date_is_read_or_it_is_none_and_marks_make_no_difference",
            READING::a_date_is_read_or_it_is_none_and_marks_make_no_difference,
            "a_list_or_feed_gives_valid_headlines",
            READING::a_list_or_feed_gives_valid_headlines,
            "an_article_gives_valid_text",
            READING::an_article_gives_valid_text,
            "bytes_in_any_charset_become_text",
            READING::bytes_in_any_charset_become_text,
            "what_is_repeated_is_read_in_linear_time",
            READING::what_is_repeated_is_read_in_linear_time);

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(KEPT)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void a_kept_input_is_read_well(Path input) throws IOException {
        TESTS.get(input.getParent().getFileName().toString()).accept(Files.readAllBytes(input));
    }

    @Test
    void each_fuzz_test_has_inputs() throws IOException {
        assertThat(inputs().map(input -> input.getParent().getFileName().toString()))
                .containsAll(TESTS.keySet());
    }
}
