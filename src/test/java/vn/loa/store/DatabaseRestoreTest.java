package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;
import vn.loa.store.file.DatabaseInUseException;

/** A backup comes back, and nothing that was there is lost over it. */
class DatabaseRestoreTest {
    private static final Instant NOW = Instant.parse("2026-11-27T19:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path folder;

    private DatabaseFolder place;
    private DatabaseRestore restore;
    private Path backup;

    @BeforeEach
    void prepare() throws BackupFailedException {
        place = new DatabaseFolder(folder.resolve("data"), new Backups(folder.resolve("backup"), 3, ZONE), false);
        restore = new DatabaseRestore(place, ZONE);
        say("before");
        backup = place.backups().take(place.file(), NOW).file();
        say("after");
    }

    private void say(String word) {
        try (Database database = Database.guarded(place, NOW)) {
            new SettingStore(database).set("word", word);
        }
    }

    private String said(Path file) throws SQLException {
        return DatabaseFiles.first(file, "SELECT value FROM setting WHERE name = 'word'");
    }

    private void assertRefused(String why) throws SQLException {
        assertThatThrownBy(() -> restore.from(backup, NOW))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
        assertThat(said(place.file())).isEqualTo("after");
    }

    @Test
    void the_backup_takes_the_place_and_what_was_there_stays_beside_it() throws Exception {
        List<Path> kept = restore.from(backup, NOW);
        assertThat(said(place.file())).isEqualTo("before");
        assertThat(kept).containsExactly(place.path().resolve("loa.db.2026-11-28-023000"));
        assertThat(said(kept.get(0))).isEqualTo("after");
        DatabaseFiles.assertMode(place.file(), "rw-------");
        Database.guarded(place, NOW).close();
    }

    @Test
    void the_log_of_what_was_there_goes_with_it_and_never_into_the_backup() throws Exception {
        Files.writeString(place.path().resolve("loa.db-wal"), "a log that a crash left");
        restore.from(backup, NOW);
        assertThat(place.path().resolve("loa.db.2026-11-28-023000-wal")).hasContent("a log that a crash left");
        assertThat(place.path().resolve("loa.db-wal")).doesNotExist();
        assertThat(said(place.file())).isEqualTo("before");
    }

    @Test
    void it_brings_back_what_vanished_or_was_damaged() throws Exception {
        DatabaseFiles.overwrite(place.file());
        restore.from(backup, NOW);
        assertThat(said(place.file())).isEqualTo("before");
        Files.move(place.path(), folder.resolve("unmounted"));
        restore.from(backup, NOW);
        assertThat(said(place.file())).isEqualTo("before");
    }

    @Test
    void while_loa_runs_nothing_is_restored() throws SQLException {
        try (Database database = Database.guarded(place, NOW)) {
            assertThatThrownBy(() -> restore.from(backup, NOW)).isInstanceOf(DatabaseInUseException.class);
            assertThat(new SettingStore(database).get("word")).contains("after");
        }
    }

    @Test
    void a_damaged_backup_is_refused() throws IOException, SQLException {
        DatabaseFiles.damage(backup);
        assertRefused("is damaged");
        DatabaseFiles.overwrite(backup);
        assertRefused("is damaged");
    }

    @Test
    void a_backup_of_a_newer_loa_is_refused() throws SQLException {
        DatabaseFiles.makeNewer(backup);
        assertRefused("version 999");
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException, SQLException {
        Files.delete(backup);
        assertRefused("is no file");
        DatabaseFiles.change(backup, "CREATE TABLE photo (id INTEGER)");
        assertRefused("is no database of Loa");
    }
}
