package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.file.Backup;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;

/** Copies of a database: whole, checked, private, and not too many. */
class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T19:30:00Z");

    @TempDir
    private Path folder;

    private Path data;
    private Path file;
    private Backups backups;

    @BeforeEach
    void prepare() {
        data = folder.resolve("data");
        file = data.resolve("loa.db");
        backups = new Backups(folder.resolve("backup"), 3, ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Test
    void a_backup_beside_an_open_database_has_all_that_is_committed() throws BackupFailedException, SQLException {
        try (Database database = MigratedDatabase.embedded(data)) {
            new SettingStore(database).set("said", "đã nắm");
            assertThat(data.resolve("loa.db-wal")).isNotEmptyFile();

            Backup backup = backups.take(file, NOW);

            assertThat(backup.file()).hasFileName("loa-2026-11-28-023000-v" + Migrations.last() + ".db");
            assertThat(DatabaseFiles.first(backup.file(), "SELECT value FROM setting WHERE name = 'said'"))
                    .isEqualTo("đã nắm");
            assertThat(backups.latest()).contains(backup);
        }
    }

    @Test
    void only_loas_user_can_read_it_and_nothing_else_is_left_in_the_folder() throws BackupFailedException, IOException {
        MigratedDatabase.embedded(data).close();
        Backup backup = backups.take(file, NOW);
        DatabaseFiles.assertMode(backups.folder(), "rwx------");
        DatabaseFiles.assertMode(backup.file(), "rw-------");
        try (Stream<Path> files = Files.list(backups.folder())) {
            assertThat(files).containsExactly(backup.file());
        }
    }

    @Test
    void the_newest_are_kept_and_those_before_upgrades_beside_them() throws BackupFailedException {
        MigratedDatabase.embedded(data).close();
        Backup upgrade = backups.takeBeforeUpgrade(file, NOW.minus(Duration.ofDays(30)));
        for (int day = 0; day < 5; day++) {
            backups.take(file, NOW.plus(Duration.ofDays(day)));
        }
        assertThat(backups.all())
                .extracting(Backup::at)
                .containsExactly(
                        NOW.plus(Duration.ofDays(4)),
                        NOW.plus(Duration.ofDays(3)),
                        NOW.plus(Duration.ofDays(2)),
                        upgrade.at());
    }

    @Test
    void a_copy_that_fails_leaves_the_former_one_whole() throws BackupFailedException, IOException {
        MigratedDatabase.embedded(data).close();
        Path target = folder.resolve("copy.db");
        Backups.copy(file, target);
        byte[] good = Files.readAllBytes(target);
        DatabaseFiles.damage(file);

        assertThatThrownBy(() -> Backups.copy(file, target))
                .isInstanceOf(BackupFailedException.class)
                .hasMessageContaining("no backup at " + target)
                .hasMessageNotContaining("\n");

        assertThat(target).hasBinaryContent(good);
        assertThat(folder.resolve("copy.db.part")).doesNotExist();
    }

    @Test
    void a_copy_into_a_folder_that_is_not_there_names_the_folder() {
        MigratedDatabase.embedded(data).close();
        assertThatThrownBy(() -> Backups.copy(file, folder.resolve("away").resolve("copy.db")))
                .isInstanceOf(BackupFailedException.class)
                .hasMessageEndingWith("there is no folder " + folder.resolve("away"));
    }

    @Test
    void a_backup_never_takes_the_place_of_the_database() {
        MigratedDatabase.embedded(data).close();
        assertThatThrownBy(() -> Backups.copy(file, file)).hasMessageContaining("it is the database itself");
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_one_line() throws IOException {
        MigratedDatabase.embedded(data).close();
        Path plain = Files.writeString(folder.resolve("plain"), "");
        Backups nowhere = new Backups(plain.resolve("backup"), 3, ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThatThrownBy(() -> nowhere.take(file, NOW))
                .isInstanceOf(BackupFailedException.class)
                .hasMessageContaining(plain.toString())
                .hasMessageNotContaining("Exception");
        assertThat(nowhere.all()).isEmpty();
    }

    @Test
    void other_files_in_the_folder_are_no_backups_and_stay() throws BackupFailedException, IOException {
        MigratedDatabase.embedded(data).close();
        Files.createDirectories(backups.folder());
        Path other = Files.writeString(backups.folder().resolve("loa-2026-13-45-999999-v1.db"), "");
        backups.take(file, NOW);
        assertThat(backups.all()).hasSize(1);
        assertThat(other).exists();
    }
}
