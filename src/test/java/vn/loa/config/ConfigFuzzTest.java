package vn.loa.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.waiting.TestPatience;

/** Whatever is in the file: either a configuration comes out, or lines a person can read. */
class ConfigFuzzTest {
    private static final List<String> PIECES = List.of(
            "\t",
            "\n",
            "\r",
            ":",
            ": ",
            "- ",
            "#",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "!!binary ",
            "!x ",
            "|",
            ">",
            "? ",
            "<<: ",
            "%",
            "---\n",
            "...",
            "${",
            "${A:",
            "$${",
            "\0",
            "\uD800",
            "\uFEFF",
            "đồng chí",
            "0x1F",
            "1e999999",
            "~",
            "null",
            "2026-01-01",
            "1:30",
            "99999999999999999999",
            "  ",
            "\u0085",
            "\u2028",
            "@",
            "`");

    private final Configs configs = new Configs();

    @Test
    void a_damaged_file_is_read_or_refused_in_sentences() throws Exception {
        String shipped = Files.readString(Path.of("config/loa.yaml"));
        Random random = new Random(20261123);
        int refused = 0;
        for (int round = 0; round < 1000; round++) {
            StringBuilder yaml = new StringBuilder(shipped);
            for (int cuts = random.nextInt(4); cuts >= 0; cuts--) {
                int from = random.nextInt(yaml.length());
                int to = Math.min(yaml.length(), from + random.nextInt(8));
                yaml.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
            }
            List<String> complaints = configs.complaints(yaml.toString());
            assertThat(complaints)
                    .allMatch(
                            line -> line.startsWith("loa.yaml") && line.lines().count() == 1);
            refused += complaints.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(300, 999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a:\n ", "\"", "&x *x ", "${A:"})
    void nothing_makes_it_hang_or_overflow(String piece) {
        Assertions.assertTimeoutPreemptively(
                TestPatience.LIMIT,
                () -> assertThat(configs.complaints("data: " + piece.repeat(20_000)))
                        .isNotEmpty());
    }
}
