package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.PortalEmulator;
import vn.loa.waiting.LogTimes;

/** Loa as its administrator meets it: a process with arguments, output, signals and an exit code. */
@Order(1)
class ProcessIT {
    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private BotApiEmulator telegram;
    private Person operator;

    @BeforeEach
    void start() throws IOException {
        telegram = BotApiEmulator.start();
        operator = telegram.person("Vận hành");
        portal.publish(1, "Tin một");
    }

    @AfterEach
    void stop() {
        telegram.close();
        portal.close();
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("loa.yaml"), """
            data: '%s'
            telegram: {token: '${TOKEN}', api-url: '%s', poll-timeout: 1s}
            access: open
            operators: ['telegram:%d']
            fetch: {allow-private-addresses: true, pause: 0s}
            log: {level: debug}
            sources:
              - {id: px, name: 'Phú Xuyên', url: '%s', every: 1s, jitter: 0s}
            """.formatted(
                        folder.resolve("data"), telegram.url(), operator.id(), portal.listUrl()));
    }

    private ChildProcess loa(String... arguments) throws IOException {
        return ChildProcess.loa(folder, Map.of("TOKEN", telegram.token()), arguments);
    }

    private EmulatedChat subscribed(ChildProcess loa) {
        EmulatedChat desk = telegram.privateChat(operator);
        desk.says(operator, "/theodoi tất cả");
        loa.await(() -> desk.awaitMessage(shown -> shown.text().contains("Đã theo dõi")));
        return desk;
    }

    @Test
    void whatever_telegram_does_the_token_is_never_printed() throws IOException {
        try (ChildProcess loa = loa("run", config().toString())) {
            EmulatedChat desk = subscribed(loa);
            telegram.faults().on("sendMessage").times(1).cutAfter();
            desk.says(operator, "/nguon");
            telegram.faults().on("getUpdates").times(1).page(502);
            telegram.faults().on("getUpdates").times(1).garbled("<html>/bot" + telegram.token() + "/getUpdates</html>");
            telegram.faults()
                    .on("sendMessage")
                    .nth(2)
                    .refuse(400, "Bad Request: see https://api.telegram.org/bot" + telegram.token() + "/sendMessage");
            desk.says(operator, "/tinmoi");
            desk.says(operator, "/danhsach");
            loa.awaitOutput("Bad Request: see");
            desk.says(operator, "/trangthai");
            loa.await(() -> desk.awaitMessage(shown -> shown.text().contains("Tình hình hệ thống")));
            telegram.revokeToken();
            portal.publish(2, "Tin hai");
            loa.awaitOutput("takes nothing from this bot");
            loa.terminate();
            loa.awaitEnd();
            String secret = telegram.token().substring(telegram.token().indexOf(':') + 1);
            assertThat(loa.output()).contains("Loa watches 1 sources").doesNotContain(secret);
            assertThat(desk.messages()).noneMatch(shown -> shown.text().contains(secret));
        }
    }

    @Test
    void a_stop_lets_what_is_in_flight_come_to_its_end_within_ten_seconds() throws IOException {
        try (ChildProcess loa = loa("run", config().toString())) {
            EmulatedChat desk = subscribed(loa);
            loa.awaitOutput("px: 1 listed");
            telegram.faults().on("sendMessage").in(desk).times(1).hangAfter();
            portal.publish(2, "Tin hai");
            loa.await(() -> desk.awaitMessage(shown -> shown.text().startsWith("Tin hai")));
            loa.terminate();
            int exitCode = loa.awaitEnd();
            Instant ended = InstantSource.system().instant();
            assertThat(exitCode).isEqualTo(128 + 15);
            List<String> said = loa.output().lines().toList();
            assertThat(LogTimes.ofStop(said)).isLessThan(Duration.ofSeconds(10));
            assertThat(LogTimes.afterStop(said, ended))
                    .as("stayed after its stop")
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(loa.output()).doesNotContain(" ERROR ").contains("Loa stopped");
        }
    }

    @Test
    void a_second_loa_with_the_same_data_says_so_and_ends() throws IOException {
        Path config = config();
        try (ChildProcess first = loa("run", config.toString())) {
            first.awaitOutput("Loa watches");
            try (ChildProcess second = loa("run", config.toString())) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output())
                        .contains("is in use by another Loa; stop that one first")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void mistakes_are_told_all_at_once_before_anything_starts() throws IOException {
        Path config = Files.writeString(folder.resolve("bad.yaml"), """
            time-zone: Asia/Hanoi
            sources:
              - {id: px, name: X, url: 'ftp://x', every: soon}
            """);
        try (ChildProcess loa = loa("run", config.toString())) {
            assertThat(loa.awaitEnd()).isEqualTo(2);
            assertThat(loa.output())
                    .contains("bad.yaml:1", "time-zone", "Asia/Hanoi")
                    .contains("bad.yaml:3", "sources[0].url", "ftp://x", "sources[0].every", "soon")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void it_tells_its_version_and_its_exit_codes() throws IOException {
        try (ChildProcess version = loa("--version");
                ChildProcess help = loa("--help")) {
            assertThat(version.awaitEnd()).isZero();
            assertThat(version.output()).matches("loa \\d+\\.\\d+\\.\\d+\\n");
            assertThat(help.awaitEnd()).isZero();
            assertThat(help.output()).contains("run", "demo", "check-config", "probe", "Exit codes:");
        }
    }
}
