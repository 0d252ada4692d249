package vn.loa.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.config.value.Malformed;

class VariablesTest {
    private final Variables variables =
            new Variables(Map.of("HOST", "example.vn", "EMPTY", "", "LOOK", "${HOST}", "HOST_FILE", "/nowhere"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    https://${HOST}/tin      | https://example.vn/tin
                    ${HOST}${HOST}           | example.vnexample.vn
                    ${PORT:8080}             | 8080
                    ${URL:https://a.vn:1/b}  | https://a.vn:1/b
                    ${HOST:other}            | example.vn
                    ${EMPTY:default}         | default
                    [${EMPTY:}]              | []
                    $${HOST} costs $5        | ${HOST} costs $5
                    $${HOST}${HOST}          | ${HOST}example.vn
                    ${LOOK}                  | ${HOST}
                    a$b}c{d                  | a$b}c{d
                    """)
    void values_are_filled(String text, String expected) throws Exception {
        assertThat(variables.fill(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${MISSING}     | needs the environment variable MISSING, which is not set
                    ${EMPTY}       | needs the environment variable EMPTY, which is not set
                    a ${HOST       | has a ${ without a }
                    ${}            | has a ${} without a proper name in it
                    ${two words}   | has a ${} without a proper name in it
                    """)
    void what_cannot_be_filled_is_told(String text, String what) {
        assertThatThrownBy(() -> variables.fill(text))
                .isInstanceOf(Malformed.class)
                .hasMessage(what);
    }

    @Test
    void a_variable_may_come_from_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\r\n");
        Variables fromFile = new Variables(Map.of("PASS_FILE", file.toString(), "PASS", ""));

        assertThat(fromFile.fill("${PASS}")).isEqualTo("s3cret");
        assertThat(fromFile.fill("${PASS:default}")).isEqualTo("s3cret");
    }

    @Test
    void a_file_that_cannot_be_read_is_named(@TempDir Path folder) throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5000));

        assertThatThrownBy(() -> fileVariable(folder.resolve("none")))
                .hasMessage("takes PASS from the file " + folder + "/none, which does not exist");
        assertThatThrownBy(() -> fileVariable(folder))
                .hasMessage("takes PASS from the file " + folder + ", which cannot be read");
        assertThatThrownBy(() -> fileVariable(empty))
                .hasMessage("takes PASS from the file " + empty + ", which is empty");
        assertThatThrownBy(() -> fileVariable(large))
                .hasMessage("takes PASS from the file " + large + ", which is too large for a secret");
    }

    private static String fileVariable(Path file) throws Malformed {
        return new Variables(Map.of("PASS_FILE", file.toString())).fill("${PASS:}");
    }
}
