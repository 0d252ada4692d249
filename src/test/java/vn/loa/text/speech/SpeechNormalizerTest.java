package vn.loa.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.waiting.CpuTime;

/** Text as announcers read it: one line of {@code forms.tsv} a form. */
@Order(2)
class SpeechNormalizerTest {
    private static final SpeechNormalizer NORMALIZER = SpeechNormalizer.standard();

    private static Stream<List<String>> forms() {
        return Stream.of(
                        "forms.tsv",
                        "forms-of-offices.tsv",
                        "forms-of-neighbours.tsv",
                        "forms-of-unions.tsv",
                        "forms-of-schools.tsv",
                        "forms-of-bureaus.tsv",
                        "forms-of-papers.tsv",
                        "forms-of-villages.tsv",
                        "forms-of-posts.tsv",
                        "forms-of-bulletins.tsv",
                        "forms-of-loudspeakers.tsv",
                        "forms-of-announcers.tsv",
                        "forms-of-communes.tsv",
                        "forms-of-reports.tsv",
                        "forms-of-clerks.tsv")
                .flatMap(SpeechNormalizerTest::forms);
    }

    private static Stream<List<String>> forms(String name) {
        return lines(name).map(line -> List.of(line.split("\t")));
    }

    private static Stream<String> lines(String name) {
        try (InputStream file =
                Objects.requireNonNull(SpeechNormalizerTest.class.getResourceAsStream("/speech/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void a_form_is_said_as_an_announcer_says_it(List<String> form) {
        assertThat(NORMALIZER.normalize(form.get(0))).isEqualTo(form.get(1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void what_was_said_is_not_changed_again(List<String> form) {
        String said = NORMALIZER.normalize(form.get(0));
        assertThat(NORMALIZER.normalize(said)).isEqualTo(said);
    }

    /** Of equal forms the first row would always win. */
    @Test
    void no_form_stands_in_two_rows_of_an_abbreviation() {
        List<String> forms = lines("senses.txt")
                .map(row -> row.split("\t"))
                .filter(row -> row.length <= 4)
                .flatMap(row -> IntStream.range(2, row.length)
                        .boxed()
                        .flatMap(column -> Stream.of(row[column].split("\\|"))
                                .filter(form -> !form.isEmpty())
                                .map(form -> row[0] + " " + column + " " + form)))
                .toList();
        assertThat(forms).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
    }

    @Test
    void no_abbreviation_is_listed_twice() {
        assertThat(lines("abbreviations.txt").map(row -> row.split("\t")[0])).doesNotHaveDuplicates();
    }

    @Test
    void lines_stay_lines() {
        assertThat(NORMALIZER.normalize("- 5 hộ\n- 6 hộ")).isEqualTo("năm hộ\nsáu hộ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.", "1/", "a.", "A&", "1-", "(", "0912 ", "1,", "15, ", "I", "http://", "x@", "K-", "1:", "\u00a0",
                "T2-", "TN ", "1t)", "5/5 "
            })
    void a_long_hostile_text_takes_no_longer_than_its_length(String part) {
        CpuTime.assertLinear(400 / part.length(), times -> NORMALIZER.normalize(part.repeat(times)));
    }
}
