package vn.loa.bot;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.store.delivery.Rescue;
import vn.loa.store.node.OwnershipStore;

/**
 * Owns a bot by a lease in the database that has to be renewed. This node counts the lease from before it asks, by a clock
 * that nobody sets and that goes on while the process is stopped, so it ends here before it ends in the database.
 */
public final class LeasedOwnership implements Ownership {
    private static final Logger log = LoggerFactory.getLogger(LeasedOwnership.class);
    /** With a look every few seconds, another node has the bot 20 seconds after its owner died. */
    private static final Duration LEASE = Duration.ofSeconds(15);
    /** By as much the lease ends earlier here. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final OwnershipStore store;
    private final Bot bot;
    private final String node;
    private final LongSupplier nanos;
    private final Supplier<Rescue> rescues;
    private String owner = "";
    private volatile boolean held;
    private volatile long until;

    /**
     * Makes the ownership of a bot by a node, which does not have it yet.
     *
     * @param node its name, for people
     * @param nanos a count of nanoseconds that goes on while the process is stopped
     * @param rescues gives back what a former owner had claimed, beginning now
     */
    public LeasedOwnership(OwnershipStore store, Bot bot, String node, LongSupplier nanos, Supplier<Rescue> rescues) {
        this.store = store;
        this.bot = bot;
        this.node = node;
        this.nanos = nanos;
        this.rescues = rescues;
    }

    @Override
    public synchronized boolean keep() {
        long asked = nanos.getAsLong();
        boolean had = holds();
        held = had ? store.renew(bot, owner, LEASE) : taken();
        until = asked + LEASE.minus(MARGIN).toNanos();
        return held;
    }

    private boolean taken() {
        held = false;
        owner = node + " " + UUID.randomUUID();
        Optional<Integer> unconfirmed = store.take(bot, owner, node, LEASE, rescues.get());
        unconfirmed
                .filter(count -> count > 0)
                .ifPresent(count -> log.warn(
                        "{}: {} messages were being sent when its last owner ended; they may arrive twice",
                        bot,
                        count));
        return unconfirmed.isPresent();
    }

    @Override
    public boolean holds() {
        return held && nanos.getAsLong() - until < 0;
    }

    @Override
    public synchronized void release() {
        if (held) {
            held = false;
            store.release(bot, owner);
        }
    }

    @Override
    public Optional<String> node() {
        return store.node(bot);
    }
}
