package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdNotifierTest {
    private static final Map<String, String> WATCHED =
            Map.of("NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "180000000");

    @TempDir
    private Path folder;

    private Path program;
    private Path told;

    @BeforeEach
    void stand_in_for_systemd_notify() throws IOException {
        told = folder.resolve("told");
        program = folder.resolve("systemd-notify");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >> '" + told + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private SystemdNotifier notifier(Map<String, String> environment) {
        return new SystemdNotifier(program.toString(), environment);
    }

    @Test
    void systemd_is_told_of_start_life_and_stop() throws IOException {
        SystemdNotifier notifier = notifier(WATCHED);
        notifier.ready("watches 3 sources");
        notifier.alive();
        notifier.stopping();
        assertThat(Files.readAllLines(told))
                .containsExactly("READY=1 STATUS=watches 3 sources", "WATCHDOG=1", "STOPPING=1");
    }

    @Test
    void it_is_told_three_times_within_the_time_of_its_watchdog() {
        assertThat(notifier(WATCHED).interval()).contains(Duration.ofMinutes(1));
        assertThat(notifier(Map.of("NOTIFY_SOCKET", "/x")).interval()).isEmpty();
        assertThat(notifier(Map.of("NOTIFY_SOCKET", "/x", "WATCHDOG_USEC", "soon"))
                        .interval())
                .isEmpty();
    }

    @Test
    void without_systemd_nothing_is_started() {
        SystemdNotifier notifier = notifier(Map.of("WATCHDOG_USEC", "180000000"));
        notifier.ready("x");
        notifier.alive();
        assertThat(told).doesNotExist();
        assertThat(notifier.interval()).isEmpty();
    }

    @Test
    void a_missing_program_hurts_nobody() throws IOException {
        Files.delete(program);
        notifier(WATCHED).alive();
        assertThat(told).doesNotExist();
    }

    @Test
    void each_credential_stands_for_the_variable_of_its_name_unless_that_is_set() throws IOException {
        Path token = Files.writeString(folder.resolve("telegram-token"), "1:a");
        Files.writeString(folder.resolve("zalo-token"), "2:b");
        Map<String, String> environment =
                Credentials.in(Map.of("CREDENTIALS_DIRECTORY", folder.toString(), "LOA_ZALO_TOKEN", "3:c"));
        assertThat(environment).containsEntry("LOA_TELEGRAM_TOKEN_FILE", token.toString());
        assertThat(environment).doesNotContainKey("LOA_ZALO_TOKEN_FILE");
        assertThat(Credentials.in(Map.of("CREDENTIALS_DIRECTORY", "/nowhere"))).hasSize(1);
    }
}
