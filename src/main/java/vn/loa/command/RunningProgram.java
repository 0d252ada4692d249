package vn.loa.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.HealthIndicator;
import vn.loa.model.Hearing;
import vn.loa.store.file.BackupFailedException;

/**
 * Gives commands access to the running program: its bots and its watch. It may be asked before the bots are there, and
 * then knows of none.
 */
public interface RunningProgram extends FileDownload {
    /** Returns the operations on sources: asking portals and changing what is watched. */
    SourceOperations sources();

    /** Returns the health of the loops of all bots, for the status. */
    List<HealthIndicator> health();

    /** Returns how each bot does. */
    default List<BotHealth> botHealth() {
        return List.of();
    }

    /** Returns the health of what is no bot, for the status. */
    default List<HealthIndicator> otherHealth() {
        return List.of();
    }

    /** Returns the bot's name on its platform, for links; empty where there are none or it is not known yet. */
    Optional<String> botName(Bot bot);

    /** Tells whether a bot's plan allows only so many messages a month, so that they are for news. */
    default boolean metered(Bot bot) {
        return false;
    }

    /** Returns what adds and removes bots; empty while the program is being put together. */
    default Optional<BotOperations> bots() {
        return Optional.empty();
    }

    /** Returns why a bot delivers no news at present, in English; empty while it does. */
    default Optional<String> newsRefusal(Bot bot) {
        return Optional.empty();
    }

    /** Returns what a bot hears in shared chats. */
    default Hearing hearing(Bot bot) {
        return Hearing.EVERYTHING;
    }

    /** Returns what is heard in a chat; in private everything is. */
    default Hearing hearing(Chat chat) {
        return chat.kind().shared() ? hearing(chat.address().bot()) : Hearing.EVERYTHING;
    }

    /** Returns the bots that a leader can add to a group by a link, in their order. */
    default List<GroupBot> groupBots() {
        return List.of();
    }

    /**
     * Makes a backup of the database now.
     *
     * @return its file; empty when the database is on a server, whose keepers back it up
     * @throws BackupFailedException when there is none
     */
    Optional<Path> backUp() throws BackupFailedException;

    /** Tells whether files can be sent and received through a bot. */
    default boolean carriesFiles(Bot bot) {
        return true;
    }

    /** Tells whether buttons are shown under a bot's messages. */
    default boolean showsButtons(Bot bot) {
        return true;
    }

    /** Tells whether a bot runs on this node, which alone knows what its numbered choices stand for. */
    default boolean runsHere(Bot bot) {
        return true;
    }

    /** Tells whether a bot's messages can come without a sound. */
    default boolean mutes(Bot bot) {
        return true;
    }

    /** Tells whether a bot sends the pictures of articles at all. */
    boolean sendsPictures(Bot bot);
}
