package vn.loa.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.store.file.Backup;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;
import vn.loa.store.file.DataLock;
import vn.loa.store.file.FileProblems;
import vn.loa.store.file.PrivateFiles;
import vn.loa.store.file.SqliteErrors;
import vn.loa.store.file.SqliteFile;

/**
 * The folder of the embedded database, and what has to be true of it before Loa works with it: a database that vanished,
 * is damaged or comes from a newer Loa is refused, and one that is to be migrated is backed up first.
 *
 * @param path the folder, which is made when it is missing
 * @param backups where backups and the mark of the database lie
 * @param beginAnew whether there may be no database although there was one
 */
public record DatabaseFolder(Path path, Backups backups, boolean beginAnew) {
    /** A start does not wait longer for a look at the structure; on an SSD that is some gigabytes. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private static final String FILE = "loa.db";

    static Path fileIn(Path folder) {
        return folder.resolve(FILE);
    }

    /** Returns the database's file and those that SQLite may have made beside it. */
    static List<Path> filesIn(Path folder) {
        return List.of(folder.resolve(FILE), folder.resolve(FILE + "-wal"), folder.resolve(FILE + "-shm"));
    }

    /** Returns the database's file. */
    public Path file() {
        return fileIn(path);
    }

    /** Returns whether another process works with the database. Not to be asked where this process does. */
    public boolean inUse() {
        return DataLock.isHeld(path);
    }

    /** Returns whether this user may not see whether another process works with the database. */
    public boolean isHidden() {
        return DataLock.isHidden(path);
    }

    /**
     * Looks whether Loa may work with what is there. Changes nothing.
     *
     * @throws UnusableDatabaseException when it may not
     */
    public void check() {
        refuseFolder();
        try {
            if (isMissing(file())) {
                refuseIfVanished();
            } else {
                refuseIfDamaged();
                refuseIfForeign(new SqliteFile(file()).schema());
            }
        } catch (SQLException | IOException e) {
            throw new UnusableDatabaseException(
                    file() + " cannot be read: " + FileProblems.cause(e), "let Loa's user read and write it");
        }
    }

    /**
     * Looks whether this Loa can read what is there as it is, which changes nothing.
     *
     * @throws UnusableDatabaseException when it cannot
     */
    void checkReadable() {
        requireFile();
        try {
            int schema = new SqliteFile(file()).schema();
            refuseIfForeign(schema);
            if (schema < Migrations.last()) {
                throw new UnusableDatabaseException(
                        file() + " is of version " + schema + ", this Loa reads version " + Migrations.last(),
                        "start this Loa once, which upgrades it");
            }
        } catch (SQLException e) {
            throw SqliteErrors.damage(e)
                    .map(this::damaged)
                    .orElseGet(() -> new UnusableDatabaseException(
                            file() + " cannot be read: " + FileProblems.cause(e), "run it as Loa's user"));
        }
    }

    /**
     * Looks whether there is a database's file.
     *
     * @throws UnusableDatabaseException when there is none
     */
    public void requireFile() {
        refuseFolder();
        if (!Files.exists(file())) {
            throw new UnusableDatabaseException(
                    "there is no " + file(), "name the configuration with --config, or start Loa once");
        }
    }

    private void refuseFolder() {
        if (Files.isDirectory(file())) {
            throw new UnusableDatabaseException(
                    file() + " is a folder", "move it away, or name another folder in data:");
        }
    }

    private static boolean isMissing(Path file) throws IOException {
        return !Files.exists(file) || Files.size(file) == 0;
    }

    private void refuseIfVanished() {
        Optional<String> marked = beginAnew ? Optional.empty() : backups.marked();
        if (marked.isPresent()) {
            throw new UnusableDatabaseException(
                    "there is no " + file() + ", but there was a database, " + marked.get(),
                    "mount its volume or mend data:; " + otherwise(backups.latest())
                            + "; or begin anew with loa run --new");
        }
    }

    private static String otherwise(Optional<Backup> backup) {
        return backup.map(each -> "or run loa restore " + each.file()).orElse("or run loa restore FILE");
    }

    private void refuseIfDamaged() throws SQLException {
        Optional<String> damage = new SqliteFile(file()).damageFoundIn(LONGEST_LOOK);
        if (damage.isPresent()) {
            throw damaged(damage.get());
        }
    }

    private UnusableDatabaseException damaged(String damage) {
        return new UnusableDatabaseException(file() + " is damaged: " + damage, Backups.restoring(backups.latest()));
    }

    private void refuseIfForeign(int schema) throws SQLException {
        int known = Migrations.last();
        if (schema > known) {
            throw new UnusableDatabaseException(
                    file() + " is the database of a newer Loa: it is of version " + schema
                            + ", this Loa knows versions up to " + known,
                    "install the newer Loa again, or go back: " + Backups.restoring(backups.latestUpTo(known)));
        }
        if (schema == 0 && new SqliteFile(file()).isOfAnotherProgram()) {
            throw new UnusableDatabaseException(
                    file() + " is the database of another program", "name another folder in data:");
        }
    }

    /** Checks, backs up before an upgrade, and closes everything to other users; the caller has the lock. */
    void prepare(Instant now) {
        check();
        try {
            backUpBeforeUpgrade(now);
            PrivateFiles.create(file());
            filesIn(path).forEach(PrivateFiles::close);
        } catch (IOException | SQLException e) {
            throw new UnusableDatabaseException(
                    file() + " cannot be used: " + FileProblems.cause(e), "let Loa's user read and write it");
        }
    }

    private void backUpBeforeUpgrade(Instant now) throws IOException, SQLException {
        int schema = isMissing(file()) ? 0 : new SqliteFile(file()).schema();
        if (schema > 0 && schema < Migrations.last()) {
            try {
                backups.takeBeforeUpgrade(file(), now);
            } catch (BackupFailedException e) {
                throw new UnusableDatabaseException(
                        file() + " has to be upgraded, and there is " + e.getMessage(),
                        "make room there, or name another folder in backup.folder");
            }
        }
    }
}
