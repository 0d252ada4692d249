package vn.loa.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.loa.bot.RunningBot;
import vn.loa.command.RunningProgram;
import vn.loa.command.SourceOperations;
import vn.loa.model.Bot;
import vn.loa.model.HealthIndicator;
import vn.loa.model.Media;
import vn.loa.model.SpeakingTimes;

/**
 * Keeps the running bots for commands. It is made before the commands, since bots need these to answer, and learns of
 * each bot later.
 */
final class BotRegistry implements RunningProgram {
    private final SourceOperations sources;
    private final List<RunningBot> bots = new CopyOnWriteArrayList<>();

    /** Makes a registry without bots. */
    BotRegistry(SourceOperations sources) {
        this.sources = sources;
    }

    void add(RunningBot bot) {
        bots.add(bot);
    }

    /** Returns the bots in the order in which they were added. */
    List<RunningBot> all() {
        return List.copyOf(bots);
    }

    @Override
    public SourceOperations sources() {
        return sources;
    }

    @Override
    public List<HealthIndicator> health() {
        return bots.stream().flatMap(bot -> bot.health().stream()).toList();
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
    public boolean sendsPictures(Bot bot) {
        return running(bot).filter(each -> each.capabilities().pictures()).isPresent();
    }

    /** Returns when a chat that is new to a bot hears news; empty for at once. */
    Optional<SpeakingTimes> firstTimes(Bot bot) {
        return running(bot).flatMap(RunningBot::firstTimes);
    }

    private Optional<RunningBot> running(Bot asked) {
        return bots.stream().filter(bot -> bot.bot().equals(asked)).findFirst();
    }
}
