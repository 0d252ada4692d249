package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** {@code loa bench} with the smallest sizes: what it tells, not how fast this machine is. */
@Isolated("it measures")
@Tag("slow")
class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String... options) {
        CommandLine line = Loa.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] words = new String[options.length + 1];
        words[0] = "bench";
        System.arraycopy(options, 0, words, 1, options.length);
        return line.execute(words);
    }

    @Test
    void it_tells_one_figure_a_line_with_its_goal() {
        assertThat(bench("--messages", "40", "--limited", "35", "--chats", "200", "--settled", "400"))
                .isZero();
        assertThat(out.toString().lines())
                .hasSize(8)
                .allMatch(line -> line.matches("(ok|MISSED) +\\S.*: [\\d.]+.* \\(goal: .+\\)"))
                .anyMatch(line -> line.matches(".* summarizing to folding the same text: [\\d.]+ .*"))
                .anyMatch(line -> line.matches("ok +refusals by a strict limiter during it: 0 .*"));
    }

    /** One message cannot make a thousand a second: it takes more than a millisecond. */
    @Test
    void a_missed_goal_is_told_and_fails_only_when_strictness_is_asked_for() {
        String[] one = {"--messages", "1", "--limited", "1", "--chats", "1", "--settled", "1"};
        assertThat(bench(one)).isZero();
        assertThat(out.toString()).startsWith("MISSED durable deliveries");
        assertThat(bench("--messages", "1", "--limited", "1", "--chats", "1", "--settled", "1", "--strict"))
                .isEqualTo(1);
    }

    @Test
    void documents_of_a_folder_are_read_and_timed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "Kế hoạch số 27");
        Files.write(folder.resolve("noise"), new byte[] {1, 0, 2});
        assertThat(bench("--documents", folder.toString())).isZero();
        assertThat(out.toString()).contains("documents: UNKNOWN_TYPE 1, read 1", "the longest");
        assertThat(bench("--documents", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no folder");
    }

    @Test
    void documents_are_made_and_read() {
        assertThat(bench("--attachments", "2")).isZero();
        assertThat(out.toString()).contains("documents: read 2", "heap of this process");
        assertThat(bench("--attachments", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("a number from 1 to");
    }

    @Test
    void nothing_is_no_size() {
        assertThat(bench("--messages", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("less than one");
    }
}
