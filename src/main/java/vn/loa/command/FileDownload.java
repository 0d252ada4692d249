package vn.loa.command;

import java.util.Optional;
import vn.loa.model.Media;

/** Where commands get the content of a file that somebody sent. */
public interface FileDownload {
    /** In bytes; no list of subscriptions is longer. */
    int MOST_BYTES = 1024 * 1024;

    /** The file's content; empty when the platform does not give it, or it is longer than {@link #MOST_BYTES}. Blocks for some seconds at most. */
    Optional<byte[]> fetch(Media.Kept file);
}
