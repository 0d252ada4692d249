package vn.loa.command;

import java.util.Optional;
import vn.loa.model.Media;

/** Downloads files that people have sent. */
public interface FileDownload {
    /** The longest file that is downloaded, in bytes; no list of subscriptions is longer. */
    int MOST_BYTES = 1024 * 1024;

    /**
     * Returns the file's content; empty when the platform does not give it, or it is longer than {@link #MOST_BYTES}.
     * Blocks for some seconds at most.
     */
    Optional<byte[]> fetch(Media.Kept file);
}
