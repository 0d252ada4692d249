package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine does not give is told like a mistake in the file: one line with cause, key and cure. */
@Order(1)
class MachineFaultsIT {
    private static final String TOKEN = "{token: '${TOKEN}', api-url: 'http://127.0.0.1:1'}";

    @TempDir
    private Path folder;

    private Path config(String... lines) throws IOException {
        return Files.writeString(folder.resolve("loa.yaml"), String.join("\n", lines) + "\n");
    }

    private String data() {
        return "data: '" + folder.resolve("data") + "'";
    }

    private ChildProcess loa(Map<String, String> environment, String... arguments) throws IOException {
        return ChildProcess.loa(folder, environment, arguments);
    }

    private void assertRefused(int exitCode, Path config, Map<String, String> environment, String... words)
            throws IOException {
        try (ChildProcess loa = loa(environment, "run", config.toString())) {
            assertThat(loa.awaitEnd()).as(loa.output()).isEqualTo(exitCode);
            List<String> lines = loa.output()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("Picked up"))
                    .toList();
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0)).startsWith(config.toString()).contains(words);
        }
    }

    private static final Map<String, String> WITH_TOKEN = Map.of("TOKEN", "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    @Test
    void without_a_token_and_without_a_terminal_it_names_the_variables() throws IOException {
        assertRefused(
                2, config(data()), Map.of(), "telegram.token", "LOA_TELEGRAM_TOKEN", "LOA_ZALO_TOKEN", "--terminal");
    }

    @Test
    void the_terminal_may_be_anything_when_that_is_wanted() throws IOException {
        try (ChildProcess loa =
                loa(Map.of(), "run", "--terminal", config(data()).toString())) {
            loa.awaitOutput("Loa watches 0 sources");
        }
    }

    @Test
    void a_port_in_use_may_be_free_later() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String web = "web: {port: " + taken.getLocalPort() + "}";
            Path run = config(data(), web, "telegram: " + TOKEN);
            assertRefused(1, run, WITH_TOKEN, "web.port", taken.getLocalPort() + " is in use", "write another port");
        }
    }

    @Test
    void an_address_that_is_not_of_this_machine_is_a_mistake() throws IOException {
        String web = "web: {port: 0, address: 192.0.2.1}";
        assertRefused(2, config(data(), web, "telegram: " + TOKEN), WITH_TOKEN, "web.address", "write 127.0.0.1");
    }

    @Test
    void folders_that_cannot_be_made_are_mistakes() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String data = "data: '" + file.resolve("data") + "'";
        String backup = "backup: {folder: '" + folder.resolve("backup") + "'}";
        assertRefused(2, config(data, backup, "telegram: " + TOKEN), WITH_TOKEN, "data: ", "name another folder");
    }

    @Test
    void a_database_that_is_garbage_is_a_mistake() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("loa.db"), "garbage".repeat(1000));
        assertRefused(
                2, config(data(), "telegram: " + TOKEN), WITH_TOKEN, "data: ", "loa.db is damaged", "loa restore");
    }

    @Test
    void a_library_that_does_not_load_is_told_with_the_option_that_helps() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Map<String, String> environment = Map.of(
                "TOKEN", WITH_TOKEN.get("TOKEN"), "JAVA_TOOL_OPTIONS", "-Dorg.sqlite.tmpdir=" + file.resolve("tmp"));
        assertRefused(2, config(data(), "telegram: " + TOKEN), environment, "SQLite", "-Dorg.sqlite.tmpdir=");
    }
}
