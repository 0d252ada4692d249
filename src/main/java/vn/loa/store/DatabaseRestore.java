package vn.loa.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.DataLock;
import vn.loa.store.file.FileProblems;
import vn.loa.store.file.PrivateFiles;
import vn.loa.store.file.SqliteFile;

/** Puts a backup in the place of the database. What was there before is kept beside it, under a name with the time. */
public final class DatabaseRestore {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final DatabaseFolder folder;
    private final ZoneId zone;

    /**
     * Restores into a folder.
     *
     * @param zone in which the names of what is kept tell the time
     */
    public DatabaseRestore(DatabaseFolder folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /**
     * Restores a backup.
     *
     * @return the former database and what SQLite had beside it, under their new names; empty when there was none
     * @throws DatabaseInUseException while Loa runs
     * @throws UnusableDatabaseException when the backup is no sound database that this Loa can work with; nothing was
     *     changed then
     * @throws BackupFailedException when it cannot be copied into the folder; nothing was changed then
     */
    public List<Path> from(Path backup, Instant now) throws BackupFailedException {
        check(backup);
        Path incoming = folder.path().resolve("loa.db.restored");
        try (DataLock ignored = DataLock.of(folder.path())) {
            new SqliteFile(backup).copyTo(incoming);
            List<Path> kept = setAside("." + TIME.format(now.atZone(zone)));
            PrivateFiles.replace(folder.file(), incoming);
            folder.backups().mark(folder.file());
            return kept;
        } catch (IOException | SQLException e) {
            throw new BackupFailedException("nothing restored into " + folder.path() + ": " + FileProblems.cause(e), e);
        }
    }

    private static void check(Path backup) {
        try {
            SqliteFile file = new SqliteFile(backup);
            if (!Files.isRegularFile(backup)) {
                throw refused(backup, "is no file", "name a file that loa backup made");
            }
            Optional<String> damage = file.damage();
            if (damage.isPresent()) {
                throw refused(backup, "is damaged: " + damage.get(), "take an older backup");
            }
            int schema = file.schema();
            if (schema == 0) {
                throw refused(backup, "is no database of Loa", "name a file that loa backup made");
            }
            if (schema > Migrations.last()) {
                throw refused(
                        backup,
                        "comes from a newer Loa: it is of version " + schema + ", this Loa knows versions up to "
                                + Migrations.last(),
                        "install the newer Loa, or take an older backup");
            }
        } catch (SQLException e) {
            throw refused(backup, "cannot be read: " + FileProblems.cause(e), "name a file that loa backup made");
        }
    }

    private static UnusableDatabaseException refused(Path backup, String what, String right) {
        return new UnusableDatabaseException(backup + " " + what, right);
    }

    /**
     * The database first: should all end between two steps, there is no database, which Loa tells of, and never one
     * without the log that belongs to it.
     */
    private List<Path> setAside(String suffix) throws IOException {
        List<Path> kept = new ArrayList<>();
        for (Path file : DatabaseFolder.filesIn(folder.path())) {
            if (Files.exists(file)) {
                String name = file.getFileName().toString();
                Path aside = file.resolveSibling("loa.db" + suffix + name.substring("loa.db".length()));
                kept.add(Files.move(file, aside));
            }
        }
        return kept;
    }
}
