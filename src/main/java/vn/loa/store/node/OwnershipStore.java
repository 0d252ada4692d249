package vn.loa.store.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.loa.model.Bot;
import vn.loa.store.Database;
import vn.loa.store.delivery.Rescue;

/**
 * Says which node runs which bot, and which nodes there are. All times are the database's own, so that nodes need not agree
 * about theirs. Whoever takes a bot over takes back, in the same transaction, all that its former owner had claimed: what
 * that one still settles has an old fence and changes nothing.
 */
public final class OwnershipStore {
    private final Database database;

    public OwnershipStore(Database database) {
        this.database = database;
    }

    /**
     * Takes a bot that nobody owns any more.
     *
     * @param owner a word that nobody else uses, and never uses again
     * @param node the node's name, for people
     * @param lease for how long, unless it is renewed
     * @param rescue gives back what its former owner had claimed
     * @return how many messages its former owner was sending, which may have arrived; empty when somebody owns it
     */
    public Optional<Integer> take(Bot bot, String owner, String node, Duration lease, Rescue rescue) {
        return database.write(handle ->
                taken(handle, bot, owner, node, lease) ? Optional.of(rescue.ofBot(handle, bot)) : Optional.empty());
    }

    private boolean taken(Handle handle, Bot bot, String owner, String node, Duration lease) {
        return handle.createUpdate("""
                                INSERT INTO bot_owner (bot, owner, node, fence, owned_until)
                                VALUES (:bot, :owner, :node, 1, NOW + :lease)
                                ON CONFLICT (bot) DO UPDATE SET owner = excluded.owner, node = excluded.node,
                                  fence = bot_owner.fence + 1, owned_until = excluded.owned_until
                                WHERE bot_owner.owned_until < NOW
                                """.replace("NOW", now()))
                        .bind("bot", bot.key())
                        .bind("owner", owner)
                        .bind("node", node)
                        .bind("lease", lease.toMillis())
                        .execute()
                == 1;
    }

    /** Goes on owning a bot; returns false when the lease is over, whether or not somebody else has taken it. */
    public boolean renew(Bot bot, String owner, Duration lease) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE bot_owner SET owned_until = NOW + :lease
                                WHERE bot = :bot AND owner = :owner AND owned_until >= NOW
                                """.replace("NOW", now()))
                        .bind("bot", bot.key())
                        .bind("owner", owner)
                        .bind("lease", lease.toMillis())
                        .execute()
                == 1);
    }

    /** Gives a bot up, so that another node may take it at once. */
    public void release(Bot bot, String owner) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE bot_owner SET owned_until = 0 WHERE bot = :bot AND owner = :owner")
                .bind("bot", bot.key())
                .bind("owner", owner)
                .execute());
    }

    /** Returns the name of the node that runs a bot now; empty when none does. */
    public Optional<String> node(Bot bot) {
        return database.read(
                handle -> handle.createQuery("SELECT node FROM bot_owner WHERE bot = :bot AND owned_until >= " + now())
                        .bind("bot", bot.key())
                        .mapTo(String.class)
                        .findOne());
    }

    /**
     * Notes that a node runs, for a time.
     *
     * @param life a word that nobody else uses, and never uses again
     * @param configuration a digest of what it is configured to do
     */
    public void alive(String life, String name, String configuration, Duration lease) {
        database.write(handle -> {
            handle.execute("DELETE FROM node WHERE alive_until < " + now());
            return handle.createUpdate("""
                            INSERT INTO node (life, name, configuration, alive_until)
                            VALUES (:life, :name, :configuration, NOW + :lease)
                            ON CONFLICT (life) DO UPDATE SET alive_until = excluded.alive_until
                            """.replace("NOW", now()))
                    .bind("life", life)
                    .bind("name", name)
                    .bind("configuration", configuration)
                    .bind("lease", lease.toMillis())
                    .execute();
        });
    }

    /** Notes that a node runs no more. */
    public void gone(String life) {
        database.write(handle -> handle.execute("DELETE FROM node WHERE life = ?", life));
    }

    /** Lists the names of the other nodes that run with another configuration. */
    public List<String> configuredOtherwise(String life, String configuration) {
        return database.read(handle -> handle.createQuery("SELECT name FROM node WHERE life <> :life"
                        + " AND configuration <> :configuration AND alive_until >= " + now() + " ORDER BY name")
                .bind("life", life)
                .bind("configuration", configuration)
                .mapTo(String.class)
                .list());
    }

    /** Returns the database's own time. */
    public Instant time() {
        return database.read(handle -> Instant.ofEpochMilli(
                handle.createQuery("SELECT " + now()).mapTo(Long.class).one()));
    }

    /** Lists the names of the nodes that run. */
    public List<String> running() {
        return database.read(
                handle -> handle.createQuery("SELECT name FROM node WHERE alive_until >= " + now() + " ORDER BY name")
                        .mapTo(String.class)
                        .list());
    }

    private String now() {
        return database.dialect().now();
    }
}
