package vn.loa.proof;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A proving ground for each test. */
abstract class ProofFixture {
    @TempDir
    private Path folder;

    Ground ground;

    @BeforeEach
    final void open() throws IOException {
        ground = new Ground(folder);
    }

    @AfterEach
    final void close() {
        ground.close();
    }
}
