package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of the configuration finds what the machine does not give, as a start does ({@link MachineFaultsIT}). */
class CheckConfigTest {
    @TempDir
    private Path folder;

    private Path config(String... lines) throws IOException {
        return Files.writeString(folder.resolve("loa.yaml"), String.join("\n", lines) + "\n");
    }

    private String data() {
        return "data: '" + folder.resolve("data") + "'";
    }

    private void assertCheckFinds(Path config, String... words) {
        StringWriter err = new StringWriter();
        int code = Loa.commandLine().setErr(new PrintWriter(err)).execute("check-config", config.toString());
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains(words);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String web = "web: {port: " + taken.getLocalPort() + "}";
            assertCheckFinds(
                    config(data(), web), "web.port", taken.getLocalPort() + " is in use", "write another port");
        }
    }

    @Test
    void an_address_that_is_not_of_this_machine() throws IOException {
        Path config = config(data(), "web: {port: 0, address: 192.0.2.1}");
        assertCheckFinds(config, "web.address", "192.0.2.1", "write 127.0.0.1");
    }

    @Test
    void folders_that_cannot_be_made() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String data = "data: '" + file.resolve("data") + "'";
        String backup = "backup: {folder: '" + folder.resolve("backup") + "'}";
        assertCheckFinds(config(data, backup), "data: ", "cannot be written", file + " is no folder");
        assertCheckFinds(
                config(data(), "backup: {folder: '" + file.resolve("backup") + "'}"), "backup.folder: ", "no folder");
    }

    @Test
    void a_database_that_is_garbage() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("loa.db"), "garbage".repeat(1000));
        assertCheckFinds(config(data()), "data: ", "loa.db is damaged", "loa restore");
    }

    @Test
    void a_check_without_mistakes_sums_up_and_leaves_nothing_behind() throws IOException {
        Path config = config(data(), "web: {port: 0}");
        StringWriter out = new StringWriter();
        int code = Loa.commandLine().setOut(new PrintWriter(out)).execute("check-config", config.toString());
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("no mistakes, 0 sources")
                .containsPattern("bots +none, so Loa talks on the terminal")
                .containsPattern("sources +none")
                .containsPattern("files +PDF, Word, Excel.*; scans and pictures (by|not read: )")
                .contains(folder.resolve("data").resolve("loa.db").toString())
                .contains(folder.resolve("data-backup") + " (daily after 02:30, 14 kept, none yet)")
                .contains("http://127.0.0.1:0/health");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(config);
        }
    }
}
