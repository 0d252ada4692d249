package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of the configuration and of the machine in a log that is read by machine. */
class JsonMistakesIT {
    private static final String TOKEN = "12345678:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    private Path folder;

    private String output(Map<String, String> environment, String... arguments) throws IOException {
        try (ChildProcess loa = ChildProcess.loa(folder, environment, arguments)) {
            assertThat(loa.awaitEnd()).isEqualTo(2);
            return loa.output();
        }
    }

    private static void assertJson(String output, String part) {
        assertThat(output.lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(output).contains(part);
    }

    @Test
    void a_mistake_of_the_configuration_is_json_where_the_environment_asks_for_it() throws IOException {
        Path config = Files.writeString(folder.resolve("bad.yaml"), "soucres: []\n");
        Map<String, String> json = Map.of("LOA_LOG", "json");
        assertJson(output(json, "run", config.toString()), "soucres");
        assertJson(output(json, "run", "--terminal", config.toString()), "soucres");
    }

    @Test
    void a_machine_that_cannot_be_used_is_told_in_json_where_the_configuration_asks_for_it() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");
        Path config = Files.writeString(folder.resolve("loa.yaml"), """
                data: '%s'
                telegram: {token: '${TOKEN}'}
                access: open
                log: {format: json}
                sources:
                  - {id: px, name: 'Phú Xuyên', url: 'https://phuxuyen.hanoi.gov.vn/tin-tuc'}
                """.formatted(file.resolve("data")));
        assertJson(output(Map.of("TOKEN", TOKEN), "run", config.toString()), "occupied");
        assertJson(output(Map.of("TOKEN", TOKEN), "run", "--terminal", config.toString()), "occupied");
    }
}
