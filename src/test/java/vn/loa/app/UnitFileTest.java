package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_unit_is_installed_for_the_place_where_loa_and_its_configuration_are() throws IOException {
        Path shipped =
                Files.createDirectories(folder.resolve("srv/loa/systemd")).resolve("loa.service");
        Files.copy(Path.of("src/main/assembly/systemd/loa.service"), shipped);
        Path installed = folder.resolve("loa.service");

        new UnitFile(shipped, installed).install(Path.of("/etc/xa/loa.yaml"));

        assertThat(installed)
                .content()
                .contains("ExecStart=" + folder + "/srv/loa/bin/loa run /etc/xa/loa.yaml\n")
                .contains("ExecStartPre=-" + folder + "/srv/loa/bin/loa archive-classes\n")
                .doesNotContain("=/opt/loa");
    }

    @Test
    void the_unit_tells_systemd_what_this_program_does() throws IOException {
        assertThat(Path.of("src/main/assembly/systemd/loa.service"))
                .content()
                .contains("Type=notify\n", "NotifyAccess=all\n", "WatchdogSec=180\n", "StartLimitBurst=10\n")
                .contains(
                        "LoadCredential=telegram-token:loa.telegram-token\n",
                        "ProcSubset=pid\n",
                        "ProtectProc=invisible\n");
    }
}
