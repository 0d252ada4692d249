package vn.loa.store.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in a few words why something could not be done with a file. */
public final class FileProblems {
    private FileProblems() {}

    /** Returns the cause in one line, without names of classes. */
    public static String cause(Throwable failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile();
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is there already, and is no folder";
        }
        if (failure instanceof NoSuchFileException missing) {
            Path folder = Path.of(missing.getFile()).toAbsolutePath().getParent();
            boolean outside = folder != null && !Files.isDirectory(folder);
            return "there is no " + (outside ? "folder " + folder : missing.getFile());
        }
        if (failure instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason().toLowerCase(Locale.ROOT) + ": " + other.getFile();
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.replaceAll("\\s+", " ").strip();
    }
}
