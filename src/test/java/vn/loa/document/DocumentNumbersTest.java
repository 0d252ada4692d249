package vn.loa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that articles issue, and that names of files tell. */
class DocumentNumbersTest {
    private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2026, 11, 10));

    static Stream<String> issued() {
        return Stream.of(
                        "issued.txt",
                        "issued-in-articles.txt",
                        "issued-by-neighbours.txt",
                        "issued-by-portals.txt",
                        "issued-by-provinces.txt",
                        "issued-in-words.txt",
                        "issued-by-councils.txt")
                .flatMap(DocumentNumbersTest::lines);
    }

    static Stream<String> names() {
        return Stream.of(
                        "file-names.txt",
                        "file-names-of-offices.txt",
                        "file-names-of-neighbours.txt",
                        "file-names-of-unions.txt",
                        "file-names-of-desks.txt",
                        "file-names-of-sheets.txt",
                        "file-names-of-portals.txt",
                        "file-names-of-columns.txt")
                .flatMap(DocumentNumbersTest::lines);
    }

    private static Stream<String> lines(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DocumentNumbersTest.class.getResourceAsStream("/document/" + name)),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(List<DocumentCard> cards) {
        return cards.stream()
                .map(card -> card.number().map(DocumentNumber::text).orElse("-") + " "
                        + card.kind().map(DocumentKind::sign).orElse("-") + " "
                        + card.date().map(LocalDate::toString).orElse("-"))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("issued")
    void an_article_tells_what_it_issues_and_not_what_it_cites(String line) {
        String[] parts = line.split("\\|", -1);
        assertThat(told(DocumentReader.read(parts[0].strip(), parts[1].strip(), PUBLISHED)
                        .cards()))
                .isEqualTo(parts[2].strip());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_file_name_tells_number_kind_and_day(String line) {
        String[] parts = line.split("\\|", -1);
        assertThat(told(DocumentReader.ofFileName(parts[0].strip()).stream().toList()))
                .isEqualTo(parts[1].strip());
    }
}
