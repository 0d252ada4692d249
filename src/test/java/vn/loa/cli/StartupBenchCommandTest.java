package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code loa bench --startup}, which mostly waits for a process of its own, and so is not alone. */
@Order(1)
@Tag("slow")
class StartupBenchCommandTest {
    private final StringWriter out = new StringWriter();

    private int bench(String... options) {
        CommandLine line = Loa.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        return line.execute(options);
    }

    /** Looks at the lines, not at the goals: whether they are met depends on what else the machine does. */
    @Test
    void a_start_with_three_sources_is_told_with_its_time_memory_and_threads() {
        assertThat(bench("bench", "--startup=0", "--runs=1")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("(ok|MISSED) +from start to the first poll: [\\d.]+ s at worst .*"))
                .anyMatch(line -> line.matches("(ok|MISSED) +resident memory .*: \\d+ MB \\(\\d+ MiB\\) at worst .*"))
                .anyMatch(line -> line.matches("(ok|MISSED) +threads at the first poll: \\d+ at worst .*"))
                .hasSize(4);
        assertThat(bench("bench", "--startup=0", "--runs=0")).isEqualTo(2);
    }
}
