package vn.loa.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of backups. Beside them lies a mark that says where the database is, for whoever finds that it has
 * vanished: the folder is another one than the database's, so it is still there when that one's volume is not.
 */
public final class Backups {
    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
    private static final Pattern NAME =
            Pattern.compile("loa-(\\d{4}-\\d\\d-\\d\\d-\\d{6})-v(\\d{1,6})(-upgrade)?\\.db");
    private static final String MARK = "loa.mark";
    /** Backups before upgrades are few and may be wanted long after. */
    private static final int KEPT_OF_UPGRADES = 3;
    /** Bytes that a daily backup leaves on its disk. */
    private static final long LEFT_FOR_OTHERS = 32L << 20;

    private final Path folder;
    private final int keep;
    private final ZoneId zone;

    /**
     * The backups in a folder, which is made with the first of them.
     *
     * @param keep how many are kept, beside the last three from before upgrades; at least 1
     * @param zone in which the names tell times
     */
    public Backups(Path folder, int keep, ZoneId zone) {
        this.folder = folder;
        this.keep = Math.max(1, keep);
        this.zone = zone;
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Makes a backup of a database, which may be in use, and deletes those that are too many.
     *
     * @throws BackupFailedException when there is none now; nothing was deleted then
     */
    public Backup take(Path database, Instant now) throws BackupFailedException {
        checkRoom(database);
        Backup taken = take(database, now, "");
        deleteOldest(false, keep);
        return taken;
    }

    /** A backup must not be what fills the disk. */
    private void checkRoom(Path database) throws BackupFailedException {
        try {
            PrivateFiles.folder(folder);
            long needed = Files.size(database) + LEFT_FOR_OTHERS;
            Optional<Long> left = DiskRoom.of(folder).filter(room -> room < needed);
            if (left.isPresent()) {
                throw new BackupFailedException(
                        "no backup in " + folder + ": it would fill the disk, " + (left.get() >> 20) + " MiB are left",
                        new IOException("no room"));
            }
        } catch (IOException e) {
            throw new BackupFailedException("no backup in " + folder + ": " + FileProblems.cause(e), e);
        }
    }

    /** Copies the database before a migration changes it. */
    public Backup takeBeforeUpgrade(Path database, Instant now) throws BackupFailedException {
        Backup taken = take(database, now, "-upgrade");
        deleteOldest(true, KEPT_OF_UPGRADES);
        return taken;
    }

    private Backup take(Path database, Instant now, String suffix) throws BackupFailedException {
        try {
            PrivateFiles.folder(folder);
            SqliteFile source = new SqliteFile(database);
            int schema = source.schema();
            Path file = folder.resolve("loa-" + TIME.format(now.atZone(zone)) + "-v" + schema + suffix + ".db");
            source.copyTo(file);
            log.info("backup {} made, {} KiB", file, Files.size(file) / 1024);
            return new Backup(file, now, schema, !suffix.isEmpty());
        } catch (IOException | SQLException e) {
            throw new BackupFailedException("no backup in " + folder + ": " + FileProblems.cause(e), e);
        }
    }

    /**
     * Copies a database, which may be in use, to any file; what stood there is replaced when the copy is whole.
     *
     * @throws BackupFailedException when it cannot
     */
    public static void copy(Path database, Path file) throws BackupFailedException {
        try {
            if (Files.exists(file) && Files.isSameFile(database, file)) {
                throw new IOException("it is the database itself");
            }
            new SqliteFile(database).copyTo(file);
        } catch (IOException | SQLException e) {
            throw new BackupFailedException("no backup at " + file + ": " + FileProblems.cause(e), e);
        }
    }

    private void deleteOldest(boolean beforeUpgrade, int kept) {
        all().stream()
                .filter(each -> each.beforeUpgrade() == beforeUpgrade)
                .skip(kept)
                .forEach(each -> PrivateFiles.delete(each.file()));
    }

    /** Returns all backups in the folder, the newest first; none when the folder cannot be read. */
    public List<Backup> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Comparator<Backup> oldestFirst = Comparator.comparing(Backup::at).thenComparing(Backup::file);
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> backup(file).stream())
                    .sorted(oldestFirst.reversed())
                    .toList();
        } catch (IOException e) {
            log.warn("the backups in {} cannot be listed: {}", folder, e.toString());
            return List.of();
        }
    }

    private Optional<Backup> backup(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant at = LocalDateTime.parse(name.group(1), TIME).atZone(zone).toInstant();
            return Optional.of(new Backup(file, at, Integer.parseInt(name.group(2)), name.group(3) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the newest backup. */
    public Optional<Backup> latest() {
        return all().stream().findFirst();
    }

    /** Returns the newest backup that a Loa with this many migrations can use. */
    public Optional<Backup> latestUpTo(int schema) {
        return all().stream().filter(each -> each.schema() <= schema).findFirst();
    }

    /** Returns the command that brings a backup back, or says that there is none. */
    public static String restoring(Optional<Backup> backup) {
        return backup.map(each -> "stop Loa and run: loa restore " + each.file())
                .orElse("there is no backup in the backup folder; restore one from elsewhere with loa restore FILE");
    }

    /** Notes where the database is. A folder that cannot be written is told of and does no other harm. */
    public void mark(Path database) {
        try {
            Path mark = folder.resolve(MARK);
            String path = database.toAbsolutePath().toString();
            if (!marked().equals(Optional.of(path))) {
                PrivateFiles.folder(folder);
                PrivateFiles.create(mark);
                Files.writeString(mark, path + "\nLoa's database lies there. This mark tells when it has vanished.\n");
            }
        } catch (IOException e) {
            log.warn("{} cannot be written, so a database that vanishes is not noticed: {}", folder, e.toString());
        }
    }

    /** Returns where a database was when Loa last started; empty when there never was one. */
    public Optional<String> marked() {
        Path mark = folder.resolve(MARK);
        try {
            return Files.exists(mark)
                    ? Files.readAllLines(mark).stream().findFirst()
                    : latest().map(each -> "the database of " + each.file());
        } catch (IOException e) {
            log.warn("{} cannot be read: {}", mark, e.toString());
            return Optional.of("an unknown place");
        }
    }
}
