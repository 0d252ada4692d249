package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.waiting.TestPatience;

class LegacyTlsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void a_portal_with_nothing_newer_is_read_with_the_option_and_only_with_it(String version)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OldPortal.class.getName(),
                        version,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(Files.readString(output))
                .contains("legacy: Fetched", "read over " + version)
                .containsPattern("usual: Failed.*legacy-tls of a source allows");
    }
}
