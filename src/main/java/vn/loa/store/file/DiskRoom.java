package vn.loa.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the room on the disk of a folder. */
public final class DiskRoom {
    private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);

    private DiskRoom() {}

    /** Returns how many bytes this process may still write there; empty when nobody can tell. */
    public static Optional<Long> of(Path folder) {
        try {
            return Optional.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            log.debug("the room in {} cannot be told", folder, e);
            return Optional.empty();
        }
    }
}
