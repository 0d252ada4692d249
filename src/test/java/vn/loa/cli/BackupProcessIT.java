package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.Person;
import vn.loa.store.DatabaseFiles;

/** A database is backed up beside a running Loa, lost, missed, and brought back, as an administrator does it. */
@Order(1)
class BackupProcessIT {
    @TempDir
    private Path folder;

    private BotApiEmulator telegram;
    private Person operator;
    private EmulatedChat desk;
    private Path config;
    private Path database;
    private int port;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start();
        operator = telegram.person("Vận hành");
        desk = telegram.privateChat(operator);
        database = folder.resolve("data").resolve("loa.db");
        port = FreePort.find();
        config = Files.writeString(
                folder.resolve("loa.yaml"), """
            data: '%s'
            telegram: {token: '${TOKEN}', api-url: '%s', poll-timeout: 1s}
            web: {port: %d}
            access: open
            operators: ['telegram:%d']
            """.formatted(database.getParent(), telegram.url(), port, operator.id()));
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    private ChildProcess loa(String... arguments) throws IOException {
        return ChildProcess.loa(folder, Map.of("TOKEN", telegram.token()), arguments);
    }

    private String ended(int exitCode, String... arguments) throws IOException {
        try (ChildProcess loa = loa(arguments)) {
            assertThat(loa.awaitEnd()).as(loa.output()).isEqualTo(exitCode);
            return loa.output();
        }
    }

    private void says(ChildProcess loa, String text, String answer) {
        desk.says(operator, text);
        loa.await(() -> desk.awaitMessage(shown -> shown.text().contains(answer)));
    }

    @Test
    void what_was_backed_up_beside_a_running_loa_is_there_again_after_the_loss() throws IOException {
        Path copy = folder.resolve("copy.db");
        String file = config.toString();
        try (ChildProcess loa = loa("run", file)) {
            says(loa, "/theodoi tất cả", "Đã theo dõi");
            assertThat(ended(0, "backup", "--config", file, copy.toString())).contains(copy.toString());
            assertThat(ended(1, "restore", "--config", file, copy.toString()))
                    .contains("is in use by another Loa; stop that one first")
                    .doesNotContain("Exception");
        }
        Files.move(database.getParent(), folder.resolve("unmounted"));
        String refused = ended(2, "run", file);
        assertThat(refused).contains("loa.yaml: data: there is no " + database, "loa restore", "--new");
        assertThat(refused.strip().lines()).hasSize(1);

        assertThat(ended(0, "restore", "--config", file, copy.toString())).contains("restored " + database);

        try (ChildProcess loa = loa("run", file)) {
            loa.awaitOutput("Loa watches");
            says(loa, "/danhsach", "Đang theo dõi");
        }
    }

    @Test
    void damage_that_shows_while_loa_runs_is_told_to_operators_and_in_health() throws Exception {
        try (ChildProcess loa = loa("run", config.toString())) {
            says(loa, "/theodoi tất cả", "Đã theo dõi");
            loa.terminate();
            loa.awaitEnd();
        }
        String backup = ended(0, "backup", "--config", config.toString()).strip();
        try (ChildProcess loa = loa("run", config.toString())) {
            loa.awaitOutput("Loa watches");
            says(loa, "/danhsach", "Đang theo dõi");
            DatabaseFiles.damage(database);
            loa.await(() -> desk.awaitMessage(
                    shown -> shown.text().contains("bị hỏng") && shown.text().contains("loa restore " + backup)));
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains(database + " is damaged", "loa restore " + backup);
        }
    }
}
