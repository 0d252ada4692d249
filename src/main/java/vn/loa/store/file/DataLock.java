package vn.loa.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lock on a data folder: of two processes only one has it. The system takes it from a process that ends. */
public final class DataLock implements AutoCloseable {
    private static final String NAME = "loa.lock";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a folder, which is made when it is missing.
     *
     * @throws DatabaseInUseException when somebody else has it
     * @throws IOException when the folder cannot be used
     */
    public static DataLock of(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.create(folder.resolve(NAME));
        FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new DatabaseInUseException(folder);
        }
        return new DataLock(channel);
    }

    /** Returns whether another process has the lock. Not to be asked where this process has it: it would lose it. */
    public static boolean isHeld(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether this user may not see who has the lock: somebody may. */
    public static boolean isHidden(Path folder) {
        Path file = folder.resolve(NAME);
        return !Files.notExists(file) && !Files.isWritable(file);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
