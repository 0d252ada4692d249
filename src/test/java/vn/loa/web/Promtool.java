package vn.loa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Prometheus' own checker, of Debian's package {@code prometheus}; where it is not there, its tests are skipped. */
public final class Promtool {
    private static final String NAME = "promtool";

    private Promtool() {}

    /** Checks the text of {@code /metrics}, to which it says nothing when all is well. */
    public static void checkMetrics(String text) throws IOException, InterruptedException {
        assertThat(said(text, "check", "metrics")).isEmpty();
    }

    /** Checks a file of alert rules. */
    public static void checkRules(Path file) throws IOException, InterruptedException {
        assertThat(said("", "check", "rules", file.toString())).contains("SUCCESS");
    }

    private static String said(String input, String... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere(), "promtool is not there");
        List<String> command = new ArrayList<>(List.of(NAME));
        command.addAll(List.of(arguments));
        Path text = Files.createTempFile("metrics", ".txt");
        try {
            Files.writeString(text, input);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(text.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } finally {
            Files.delete(text);
        }
    }

    private static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    }
}
