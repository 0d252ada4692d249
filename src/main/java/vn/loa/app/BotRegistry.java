package vn.loa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.RunningBot;
import vn.loa.command.BotHealth;
import vn.loa.command.BotOperations;
import vn.loa.command.GroupBot;
import vn.loa.command.RunningProgram;
import vn.loa.command.SourceOperations;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.HealthIndicator;
import vn.loa.model.Hearing;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.file.BackupFailedException;

/**
 * Keeps the running bots for commands. It is made before the commands, since bots need these to answer, and learns of
 * each bot later.
 */
final class BotRegistry implements RunningProgram {
    private final SourceOperations sources;
    private final List<OwnedBot> bots = new CopyOnWriteArrayList<>();
    private final DailyBackup backup;
    private volatile Optional<BotOperations> control = Optional.empty();
    private volatile Watchers watchers = new Watchers(List::of, names -> names);

    /**
     * Makes a registry without bots.
     *
     * @param backup whose state is told beside that of the bots
     */
    BotRegistry(SourceOperations sources, DailyBackup backup) {
        this.backup = backup;
        this.sources = sources;
    }

    void add(OwnedBot bot) {
        bots.add(bot);
    }

    void remove(OwnedBot bot) {
        bots.remove(bot);
    }

    /** Puts bots into this order, which all nodes have in common; others stay behind them. */
    synchronized void order(List<Bot> order) {
        List<OwnedBot> sorted = new ArrayList<>(bots);
        sorted.sort(
                Comparator.comparingInt(each -> order.contains(each.bot()) ? order.indexOf(each.bot()) : order.size()));
        for (int i = 0; i < sorted.size() && sorted.size() == bots.size(); i++) {
            bots.set(i, sorted.get(i));
        }
    }

    /**
     * Names the nodes that check sources.
     *
     * @param names none where there is one node
     * @param told says so in a sentence
     */
    record Watchers(Supplier<List<String>> names, UnaryOperator<String> told) {
        private Optional<String> joined() {
            return Optional.of(String.join(", ", names.get())).filter(all -> !all.isEmpty());
        }
    }

    /** Has the state tell which nodes check sources. */
    void watchedBy(Watchers nodes) {
        watchers = nodes;
    }

    private Stream<HealthIndicator> told() {
        Stream<String> lines =
                Stream.concat(watchers.joined().map(watchers.told()).stream(), Stream.of(backup.status()));
        return lines.map(HealthIndicator.Remark::new);
    }

    /** Lets commands add and remove bots by this. */
    void controlledBy(BotOperations operations) {
        control = Optional.of(operations);
    }

    @Override
    public Optional<BotOperations> bots() {
        return control;
    }

    @Override
    public List<BotHealth> botHealth() {
        return bots.stream()
                .map(OwnedBot::running)
                .map(bot -> new BotHealth(
                        bot.bot(),
                        bot.firstProblem(),
                        bot.freeGroups(),
                        bot.spent().orElse(0.0).longValue(),
                        bot.plan().orElse(0.0).longValue()))
                .toList();
    }

    @Override
    public List<HealthIndicator> otherHealth() {
        return told().toList();
    }

    /** Returns the bots in the order in which they were added. */
    List<OwnedBot> all() {
        return List.copyOf(bots);
    }

    /** Returns the keys of all bots, for a line of the log. */
    String keys() {
        return bots.stream().map(bot -> bot.bot().key()).collect(Collectors.joining(", "));
    }

    /** Returns those that this node runs. */
    List<RunningBot> here() {
        return bots.stream().filter(OwnedBot::owned).map(OwnedBot::running).toList();
    }

    /** Returns which node runs each bot, by the bot's key, and which check sources; empty where there is one node. */
    Map<String, String> nodes() {
        Map<String, String> nodes = new TreeMap<>();
        bots.forEach(bot -> bot.node().ifPresent(node -> nodes.put(bot.bot().key(), node)));
        watchers.joined().ifPresent(names -> nodes.put("watch", names));
        return nodes;
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
        return Stream.concat(bots.stream().flatMap(bot -> bot.health().stream()), told())
                .toList();
    }

    @Override
    public Optional<String> botName(Bot bot) {
        return running(bot).flatMap(RunningBot::botName);
    }

    @Override
    public boolean metered(Bot bot) {
        return running(bot).filter(RunningBot::metered).isPresent();
    }

    @Override
    public Optional<String> newsRefusal(Bot bot) {
        Optional<OwnedBot> asked =
                bots.stream().filter(each -> each.bot().equals(bot)).findFirst();
        if (asked.isEmpty()) {
            return Optional.of("the bot does not run");
        }
        // What another node runs is judged by what arrives.
        return asked.filter(OwnedBot::owned).map(OwnedBot::running).flatMap(RunningBot::newsRefusal);
    }

    @Override
    public Hearing hearing(Bot bot) {
        return running(bot).map(each -> each.capabilities().hearing()).orElse(Hearing.EVERYTHING);
    }

    @Override
    public List<GroupBot> groupBots() {
        return bots.stream()
                .map(OwnedBot::running)
                .flatMap(bot -> groupBot(bot).stream())
                .toList();
    }

    private static Optional<GroupBot> groupBot(RunningBot bot) {
        String name = bot.capabilities().hearing().calledName();
        return bot.groupInvitation().map(link -> new GroupBot(bot.bot(), name, link, bot.freeGroups()));
    }

    @Override
    public Optional<byte[]> fetch(Media.Kept file) {
        return running(file.bot()).flatMap(bot -> bot.fetch(file.fileId()));
    }

    @Override
    public Optional<Path> backUp() throws BackupFailedException {
        return backup.takeNow();
    }

    @Override
    public boolean showsButtons(Bot bot) {
        return running(bot).map(each -> each.capabilities().buttons()).orElse(true);
    }

    @Override
    public boolean runsHere(Bot bot) {
        return bots.stream().anyMatch(each -> each.bot().equals(bot) && each.owned());
    }

    @Override
    public boolean mutes(Bot bot) {
        return running(bot).map(each -> each.capabilities().muting()).orElse(true);
    }

    @Override
    public boolean carriesFiles(Bot bot) {
        return running(bot).map(each -> each.capabilities().files()).orElse(true);
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
        return bots.stream().filter(bot -> bot.bot().equals(asked)).findFirst().map(OwnedBot::running);
    }
}
