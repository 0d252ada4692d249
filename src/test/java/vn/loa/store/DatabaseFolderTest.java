package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.file.Backup;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;
import vn.loa.store.file.SqliteFile;

/** Which databases Loa works with, and which it refuses rather than harm them. */
class DatabaseFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-27T19:30:00Z");

    @TempDir
    private Path folder;

    private Backups backups;
    private DatabaseFolder place;

    @BeforeEach
    void prepare() {
        backups = new Backups(folder.resolve("backup"), 3, ZoneId.of("Asia/Ho_Chi_Minh"));
        place = new DatabaseFolder(folder.resolve("data"), backups, false);
    }

    private void open() {
        Database.guarded(place, NOW).close();
    }

    private AbstractThrowableAssert<?, ?> refusal() {
        return assertThatThrownBy(this::open)
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining(place.file().toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_first_start_makes_everything_private_and_opens_again() throws IOException {
        try (Database database = Database.guarded(place, NOW)) {
            new SettingStore(database).set("a", "b");
            DatabaseFiles.assertMode(place.path(), "rwx------");
            for (String name : new String[] {"loa.db", "loa.db-wal", "loa.db-shm", "loa.lock"}) {
                DatabaseFiles.assertMode(place.path().resolve(name), "rw-------");
            }
            DatabaseFiles.assertMode(backups.folder(), "rwx------");
            DatabaseFiles.assertMode(backups.folder().resolve("loa.mark"), "rw-------");
        }
        open();
        assertThat(backups.all()).isEmpty();
    }

    @Test
    void what_an_older_loa_left_open_to_all_is_closed() throws IOException {
        MigratedDatabase.embedded(place.path()).close();
        Files.setPosixFilePermissions(place.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(place.file(), PosixFilePermissions.fromString("rw-r--r--"));
        open();
        DatabaseFiles.assertMode(place.path(), "rwx------");
        DatabaseFiles.assertMode(place.file(), "rw-------");
    }

    @Test
    void a_database_that_vanished_is_not_begun_anew_unless_that_is_wanted() throws IOException {
        open();
        Files.delete(place.file());
        refusal()
                .hasMessageContaining("there was a database")
                .hasMessageContaining("loa restore FILE")
                .hasMessageContaining("loa run --new");
        assertThat(place.file()).doesNotExist();

        Database.guarded(new DatabaseFolder(place.path(), backups, true), NOW).close();
        open();
    }

    @Test
    void an_empty_file_or_a_whole_folder_that_is_away_has_vanished_too() throws IOException {
        open();
        Files.write(place.file(), new byte[0]);
        refusal().hasMessageContaining("there was a database");
        Files.move(place.path(), folder.resolve("unmounted"));
        refusal().hasMessageContaining("there was a database");
    }

    @Test
    void where_a_mark_was_lost_a_backup_tells_that_there_was_a_database() throws IOException, BackupFailedException {
        open();
        Backup backup = backups.take(place.file(), NOW);
        Files.delete(backups.folder().resolve("loa.mark"));
        Files.delete(place.file());
        refusal().hasMessageContaining("loa restore " + backup.file());
    }

    @Test
    void the_database_of_a_newer_loa_is_refused_with_both_versions_and_the_way_back()
            throws SQLException, BackupFailedException {
        open();
        Backup before = backups.takeBeforeUpgrade(place.file(), NOW.minusSeconds(60));
        DatabaseFiles.makeNewer(place.file());
        backups.take(place.file(), NOW);
        refusal()
                .hasMessageContaining("version 999")
                .hasMessageContaining("up to " + Migrations.last())
                .hasMessageContaining("loa restore " + before.file());
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_the_last_backup() throws IOException, BackupFailedException {
        open();
        Backup backup = backups.take(place.file(), NOW);
        DatabaseFiles.overwrite(place.file());
        refusal().hasMessageContaining("NOTADB").hasMessageContaining("loa restore " + backup.file());
    }

    @Test
    void a_database_with_damaged_pages_is_refused_and_not_touched() throws IOException {
        open();
        DatabaseFiles.damage(place.file());
        byte[] before = Files.readAllBytes(place.file());
        refusal().hasMessageContaining("is damaged").hasMessageContaining("there is no backup");
        assertThat(place.file()).hasBinaryContent(before);
    }

    @Test
    void the_database_of_another_program_is_refused() throws IOException, SQLException {
        Files.createDirectories(place.path());
        DatabaseFiles.change(place.file(), "CREATE TABLE photo (id INTEGER)");
        refusal().hasMessageContaining("another program");
    }

    @Test
    void an_upgrade_is_preceded_by_a_backup_of_what_was_there() throws IOException, SQLException {
        Files.createDirectories(place.path());
        DatabaseFiles.migrate(place.file(), "5");
        open();
        Backup backup = backups.latest().orElseThrow();
        assertThat(backup.beforeUpgrade()).isTrue();
        assertThat(backup.schema()).isEqualTo(5);
        assertThat(new SqliteFile(backup.file()).schema()).isEqualTo(5);
        assertThat(new SqliteFile(place.file()).schema()).isEqualTo(Migrations.last());
    }

    @Test
    void without_a_backup_there_is_no_upgrade() throws IOException, SQLException {
        Files.createDirectories(place.path());
        DatabaseFiles.migrate(place.file(), "5");
        Files.writeString(folder.resolve("backup"), "a file where the folder should be");
        refusal().hasMessageContaining("has to be upgraded").hasMessageContaining("backup.folder");
        assertThat(new SqliteFile(place.file()).schema()).isEqualTo(5);
    }

    @Test
    void a_backup_folder_that_cannot_be_written_does_not_keep_loa_from_starting() throws IOException {
        Files.writeString(folder.resolve("backup"), "a file where the folder should be");
        open();
        assertThat(place.file()).exists();
    }

    @Test
    void damage_that_shows_while_loa_works_is_noted_and_stays_noted() throws IOException {
        open();
        try (Database database = Database.guarded(place, NOW)) {
            assertThat(database.damage()).isEmpty();
            DatabaseFiles.damage(place.file());
            assertThatThrownBy(() -> new SettingStore(database).get("any")).isInstanceOf(RuntimeException.class);
            assertThat(database.damage()).contains("SQLITE_CORRUPT");
        }
    }
}
