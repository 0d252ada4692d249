package vn.loa.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramClassPathTest {
    @Test
    void it_is_that_of_the_process() {
        assertThat(ProgramClassPath.of(ProgramClassPathTest.class)).isEqualTo(System.getProperty("java.class.path"));
    }

    @Test
    void it_is_that_of_the_loader_where_the_program_runs_in_one_of_its_own() throws Exception {
        Path own = Path.of(DocumentExtractor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path blank = Path.of("a b.jar").toAbsolutePath();
        URL[] entries = {own.toUri().toURL(), blank.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(entries, null)) {
            Class<?> loaded = loader.loadClass(DocumentType.class.getName());
            assertThat(ProgramClassPath.of(loaded)).isEqualTo(own + File.pathSeparator + blank);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
