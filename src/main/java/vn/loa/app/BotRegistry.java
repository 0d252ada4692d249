package vn.loa.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.loa.bot.RunningBot;
import vn.loa.command.HealthIndicator;
import vn.loa.command.RunningProgram;
import vn.loa.command.SourceOperations;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.BackupFailedException;

/**
 * The bots that run, as commands ask for them. It is made before the commands, since bots need these to answer, and
 * learns of each bot later.
 */
final class BotRegistry implements RunningProgram {
    private final SourceOperations sources;
    private final Predicate<Bot> pictures;
    private final List<RunningBot> bots = new CopyOnWriteArrayList<>();
    private final DailyBackup backup;

    /**
     * Makes a registry without bots.
     *
     * @param backup whose state is told beside that of the bots
     * @param pictures tells whether a bot sends pictures at all
     */
    BotRegistry(SourceOperations sources, DailyBackup backup, Predicate<Bot> pictures) {
        this.backup = backup;
        this.sources = sources;
        this.pictures = pictures;
    }

    void add(RunningBot bot) {
        bots.add(bot);
    }

    /** Returns the bots in the order in which they were added. */
    List<RunningBot> all() {
        return List.copyOf(bots);
    }

    /** Says something once in a chat, past the ledger; false when it was not said. */
    boolean sayAtOnce(ChatAddress to, OutgoingMessage message) {
        return running(to.bot()).filter(bot -> bot.sayAtOnce(to, message)).isPresent();
    }

    @Override
    public SourceOperations sources() {
        return sources;
    }

    @Override
    public List<HealthIndicator> health() {
        return Stream.concat(
                        bots.stream().flatMap(bot -> bot.vitals().stream()),
                        Stream.of(HealthIndicator.remark(backup.status())))
                .toList();
    }

    @Override
    public Optional<String> botName(Bot bot) {
        return running(bot).flatMap(RunningBot::botName);
    }

    @Override
    public Optional<byte[]> fetch(Media.Kept file) {
        return running(file.bot()).flatMap(bot -> bot.fetch(file.fileId()));
    }

    @Override
    public Path backUp() throws BackupFailedException {
        return backup.takeNow();
    }

    @Override
    public boolean sendsPictures(Bot bot) {
        return pictures.test(bot);
    }

    private Optional<RunningBot> running(Bot asked) {
        return bots.stream().filter(bot -> bot.bot().equals(asked)).findFirst();
    }
}
