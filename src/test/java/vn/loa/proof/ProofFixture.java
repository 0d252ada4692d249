package vn.loa.proof;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A proving ground for each test. */
abstract class ProofFixture {
    @TempDir
    private Path folder;

    Ground ground;

    @BeforeEach
    final void open(TestInfo test) throws IOException {
        ground = new Ground(test.getTestMethod().orElseThrow().getName(), folder);
    }

    @AfterEach
    final void close() throws IOException {
        ground.close();
    }
}
