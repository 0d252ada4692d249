package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks how patterns are written. */
class PatternsTest {
    /**
     * RE2/J nests as deep as something may be repeated, and the program runs with small stacks: a thousand are too many. It
     * needs no such bounds, for it reads in linear time.
     */
    @Test
    void no_pattern_of_the_linear_kind_repeats_anything_more_than_299_times() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .filteredOn(PatternsTest::isLinear)
                    .hasSizeGreaterThan(20)
                    .noneMatch(PatternsTest::repeatsOften);
        }
    }

    private static boolean isLinear(Path source) {
        return text(source).contains("import com.google.re2j.Pattern;");
    }

    private static boolean repeatsOften(Path source) {
        return text(source).matches("(?s).*\\{\\d*,?(?:[3-9]\\d\\d|\\d{4,})\\}.*");
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
