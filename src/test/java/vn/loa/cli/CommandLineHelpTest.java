package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.loa.waiting.TestPatience;

/** {@code loa help} and {@code loa completion}, and that the operators' documentation knows every command. */
class CommandLineHelpTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int loa(String... arguments) {
        return Loa.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static Set<String> subcommands() {
        return Loa.commandLine().getSubcommands().keySet();
    }

    @Test
    void help_lists_every_command() {
        assertThat(loa("help")).isZero();
        assertThat(out.toString()).contains("Usage: loa").contains(subcommands());
    }

    @Test
    void help_with_a_command_is_that_commands_own_help() {
        for (String command : subcommands()) {
            out.getBuffer().setLength(0);
            assertThat(loa("help", command)).as(command).isZero();
            assertThat(out.toString()).contains("Usage: loa " + command);
        }
    }

    @Test
    void help_with_an_unknown_command_says_so_and_is_a_mistake() {
        assertThat(loa("help", "prob")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("prob").contains("probe");
    }

    /** Most starts read the options of {@code run} alone, which is nothing that a person should notice. */
    @Test
    void a_run_that_knows_no_other_command_answers_as_one_that_does() {
        for (String argument : List.of("--help", "--version", "--unknown", folder.resolve("none.yaml") + "")) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            int code = loa("run", argument);
            String said = out + "" + err;
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            CommandLine alone = Loa.runLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            assertThat(alone.execute(argument)).as(argument).isEqualTo(code);
            assertThat(out + "" + err).isEqualTo(said).isNotEmpty();
        }
    }

    @Test
    void the_completion_script_knows_every_command() {
        assertThat(loa("completion")).isZero();
        assertThat(out.toString()).startsWith("#!/usr/bin/env bash").contains(subcommands());
    }

    @Test
    void bash_completes_a_command_with_the_script() throws IOException, InterruptedException {
        assertThat(loa("completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), out.toString());
        Path answer = folder.resolve("answer");
        String typed =
                "source " + script + "; COMP_WORDS=(loa check); COMP_CWORD=1; _complete_loa; echo ${COMPREPLY[@]}";
        Process bash = new ProcessBuilder("bash", "-c", typed)
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        assertThat(bash.waitFor(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(Files.readString(answer).strip()).isEqualTo("check-config");
    }

    @Test
    void the_operators_guide_knows_every_command() throws IOException {
        String guide = Files.readString(Path.of("src/site/markdown/operations.md"));
        assertThat(subcommands()).allSatisfy(command -> assertThat(guide).contains("| `loa " + command));
    }

    @Test
    void the_manual_page_knows_every_command() throws IOException {
        String page = Files.readString(Path.of("src/main/packaging/man/loa.1")).replace("\\-", "-");
        List<String> commands = page.substring(page.indexOf(".SH COMMANDS"), page.indexOf(".SH FILES"))
                .lines()
                .filter(line -> line.startsWith(".BR "))
                .toList();
        assertThat(subcommands())
                .allSatisfy(
                        command -> assertThat(commands).anyMatch(line -> line.matches(".*\\b" + command + "\\b.*")));
    }
}
