package vn.loa.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes folders and files that only Loa's user can read. On a file system without permissions it makes plain ones. */
public final class PrivateFiles {
    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";
    private static final int STICKY = 01000;

    private PrivateFiles() {}

    /** Makes a folder, or closes one that is there to others. A folder that all share, such as {@code /tmp}, is left. */
    static void folder(Path folder) throws IOException {
        boolean there = Files.isDirectory(folder);
        Files.createDirectories(folder);
        if (!there || !isShared(folder)) {
            close(folder, FOLDER);
        }
    }

    private static boolean isShared(Path folder) throws IOException {
        return isPosix(folder) && ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }

    /** Makes an empty file unless there is one, and closes it to others; it belongs to whom its folder belongs. */
    public static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            log.debug("{} is there already", file);
        }
        close(file);
    }

    /** Closes a file to others, if it is there; one that belongs to somebody else is left as it is. */
    public static void close(Path file) {
        if (Files.exists(file)) {
            close(file, FILE);
            adopt(file);
        }
    }

    private static void close(Path path, String permissions) {
        try {
            if (isPosix(path)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        } catch (IOException e) {
            log.warn("{} cannot be closed to other users: {}", path, e.toString());
        }
    }

    /** An administrator's own backup or restoration must leave nothing that the service cannot open. */
    private static void adopt(Path file) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            Path folder = file.toAbsolutePath().getParent();
            if (view != null && !Files.getOwner(file).equals(Files.getOwner(folder))) {
                view.setOwner(Files.getOwner(folder));
            }
        } catch (IOException e) {
            log.debug("{} keeps its owner: {}", file, e.toString());
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }

    /** Puts a finished file in the place of another in one step, on the disk before it is to be seen. */
    public static void replace(Path target, Path finished) throws IOException {
        try (FileChannel written = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(target);
    }

    /** A new name is on the disk when its folder is; where a folder cannot be synced, the system does so by itself. */
    private static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            log.debug("the folder of {} cannot be synced: {}", file, e.toString());
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be deleted: {}", file, e.toString());
        }
    }
}
