package vn.loa.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.LeasedOwnership;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.Ownership;
import vn.loa.model.Bot;
import vn.loa.store.DatabaseServer;
import vn.loa.store.ServerWaking;
import vn.loa.store.delivery.Rescue;
import vn.loa.store.node.NodeRefusal;
import vn.loa.store.node.OwnershipStore;

/**
 * Has this node take the bots that nobody runs and keep those that it runs. With an embedded database it is the only node
 * and has them all. The bots that it has are looked after on a thread of their own: nothing else may delay that.
 */
final class BotOwnerships implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BotOwnerships.class);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(4);
    /** A node that does not say so for as long does not run any more. */
    private static final Duration ALIVE = Duration.ofSeconds(15);

    private final Storage storage;
    private final InstantSource clock;
    private final Duration pause;
    private final OwnershipStore store;
    private final Optional<DatabaseServer> server;
    private final boolean alone;
    private final String node;
    private final String configuration;
    private final String life;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "owner");
        made.setDaemon(true);
        return made;
    });

    private boolean clocksDiffer;
    private Optional<ServerWaking> waking = Optional.empty();

    BotOwnerships(Storage storage, Settings settings, InstantSource clock) {
        this.clock = clock;
        this.pause = settings.retries().first();
        this.storage = storage;
        this.store = storage.ownerships();
        this.life = storage.database().life();
        this.server = settings.server();
        this.alone = !storage.database().onServer();
        this.node = settings.config().database().flatMap(each -> each.node()).orElseGet(BotOwnerships::hostName);
        this.configuration = ConfigurationDigest.of(settings.config());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    /** Returns what this node is called among others; empty when it is alone. */
    Optional<String> name() {
        return alone ? Optional.empty() : Optional.of(node);
    }

    /** Returns what says whether this node runs a bot. */
    Ownership of(Bot bot) {
        return alone ? Ownership.sole(node) : new LeasedOwnership(store, bot, node, System::nanoTime, this::rescue);
    }

    private Rescue rescue() {
        return new Rescue(clock.instant(), pause);
    }

    /**
     * Says that this node runs, and takes the bots that nobody has.
     *
     * @throws vn.loa.store.UnusableDatabaseException when another node runs with another configuration
     */
    void take(List<OwnedBot> bots) {
        if (alone) {
            tellUnconfirmed(storage.deliveries().reclaimAll(clock.instant(), pause));
        } else {
            // Said first and looked at afterwards: of two that start together at least one sees the other.
            store.alive(life, node, configuration, ALIVE);
            NodeRefusal.unlessAlike(store, life, configuration);
        }
        bots.forEach(OwnedBot::take);
    }

    private static void tellUnconfirmed(int count) {
        if (count > 0) {
            log.warn(
                    "{} messages were being sent when Loa last ended; they are unconfirmed and may arrive twice",
                    count);
        }
    }

    /**
     * Starts the bots that this node has, and from then on those that it takes.
     *
     * @param bots gives those that there are; bots may come and go
     * @param listener is told what any node has changed
     */
    void start(Supplier<List<OwnedBot>> bots, ServerWaking.Listener listener) {
        if (!alone) {
            // Planning many sources takes longer than this node's first word lasts.
            store.alive(life, node, configuration, ALIVE);
        }
        bots.get().forEach(OwnedBot::lookAfter);
        waking = server.map(each -> new ServerWaking(each, listener));
        waking.ifPresent(ServerWaking::start);
        if (!alone) {
            var ignored = thread.scheduleWithFixedDelay(
                    () -> look(bots), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look(Supplier<List<OwnedBot>> bots) {
        bots.get().forEach(BotOwnerships::lookAfter);
        try {
            store.alive(life, node, configuration, ALIVE);
            compareClocks();
        } catch (RuntimeException e) {
            log.warn("this node cannot say that it runs: {}", e.getMessage());
        }
    }

    /** The answer lies between the two looks at our own clock, however long it took. */
    private void compareClocks() {
        Instant before = clock.instant();
        Instant theirs = store.time();
        boolean ahead = before.isAfter(theirs.plus(CLOCKS_DIFFER_BY));
        boolean differs = ahead || clock.instant().isBefore(theirs.minus(CLOCKS_DIFFER_BY));
        if (differs && !clocksDiffer) {
            log.warn(
                    "this machine's clock is {} the database server's by more than a second: checks come at wrong times;"
                            + " have both set by time servers",
                    ahead ? "ahead of" : "behind");
        }
        clocksDiffer = differs;
    }

    private static void lookAfter(OwnedBot bot) {
        try {
            bot.lookAfter();
        } catch (RuntimeException | Error e) {
            log.error("{}: it cannot be looked after", bot.bot(), e);
        }
    }

    /** Takes no more bots; those that this node has are to be stopped now. */
    @Override
    public void close() {
        waking.ifPresent(ServerWaking::close);
        thread.shutdown();
    }

    /** Says that this node runs no more. To be called when its bots are given up. */
    void leave() {
        if (!alone) {
            store.gone(life);
        }
    }
}
