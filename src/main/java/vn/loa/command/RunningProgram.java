package vn.loa.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.store.BackupFailedException;

/**
 * Port by which commands reach the program that runs around them: its bots and its watch. It may be asked before the bots are
 * there, and then knows of none.
 */
public interface RunningProgram extends FileDownload {
    /** Returns what asks portals and changes what is watched. */
    SourceOperations sources();

    /** Tells how the loops of all bots do, for the status. */
    List<HealthIndicator> health();

    /** Returns what a bot is called on its platform, for links; empty where there are none or it is not known yet. */
    Optional<String> botName(Bot bot);

    /**
     * Makes a backup of the database now.
     *
     * @return its file
     * @throws BackupFailedException when there is none
     */
    Path backUp() throws BackupFailedException;

    /** Tells whether a bot sends the pictures of articles at all. */
    boolean sendsPictures(Bot bot);
}
