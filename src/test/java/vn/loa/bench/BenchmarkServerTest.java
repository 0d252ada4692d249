package vn.loa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.TestServer;

/** The measurement on both databases with the smallest sizes: what it tells, not how fast this machine is. */
@EnabledIfSystemProperty(named = "loa.test.database", matches = "postgresql")
class BenchmarkServerTest {
    @TempDir
    private Path folder;

    @Test
    void each_figure_says_on_which_database_it_was_measured() throws IOException {
        List<Figure> figures = new ArrayList<>();
        List<BenchDatabase> both =
                List.of(BenchDatabase.embedded(folder), BenchDatabase.on(TestServer.empty(folder.resolve("server"))));
        new Benchmark(both, new Sizes(12, 1, 20, 40), InstantSource.system(), figures::add).run();
        assertThat(figures)
                .extracting(Figure::name)
                .filteredOn(name -> name.contains("durable") || name.contains("the same by"))
                .containsExactly(
                        "SQLite: durable deliveries with the limits lifted, 12 chats",
                        "PostgreSQL: durable deliveries with the limits lifted, 12 chats",
                        "PostgreSQL: the same by 2 bots, each on a node of its own on this machine",
                        "PostgreSQL: the same by 3 bots, each on a node of its own on this machine");
        assertThat(figures).hasSize(16);
    }
}
