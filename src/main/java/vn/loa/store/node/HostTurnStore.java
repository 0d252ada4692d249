package vn.loa.store.node;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.schedule.cluster.HostTurns;
import vn.loa.store.Database;

/**
 * Keeps which node checks a source of which host. A turn lasts as long as its node says that it runs, so a check may take
 * its time and needs no lease of its own; the turn of a node that died is free when the node counts as gone.
 */
public final class HostTurnStore implements HostTurns {
    /** Between the checks of two nodes a host is left alone for as long as between two requests of one. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    /** The turns of this node: a row of its own that a failure has left behind is no turn. */
    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    public HostTurnStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(String host) {
        if (!ours.add(host)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = taken(host);
        } finally {
            if (!taken) {
                ours.remove(host);
            }
        }
        return taken;
    }

    private boolean taken(String host) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO host_turn (host, life, free_at) VALUES (:host, :life, 0)
                                ON CONFLICT (host) DO UPDATE SET life = excluded.life, free_at = 0
                                WHERE (host_turn.free_at <= NOW OR host_turn.free_at > NOW + :pause)
                                  AND (host_turn.life = :life OR NOT EXISTS (SELECT 1 FROM node n
                                    WHERE n.life = host_turn.life AND n.alive_until >= NOW))
                                """.replace("NOW", now()))
                        .bind("host", host)
                        .bind("life", database.life())
                        .bind("pause", PAUSE.toMillis())
                        .execute()
                == 1);
    }

    @Override
    public void release(String host) {
        try {
            database.write(handle -> handle.createUpdate("UPDATE host_turn SET life = '', free_at = " + now()
                            + " + :pause WHERE host = :host AND life = :life")
                    .bind("host", host)
                    .bind("life", database.life())
                    .bind("pause", PAUSE.toMillis())
                    .execute());
        } finally {
            ours.remove(host);
        }
    }

    /** Forgets the hosts that nobody checks; returns how many. */
    public int forgetFree() {
        return database.write(handle -> handle.execute("DELETE FROM host_turn WHERE life = '' AND free_at < " + now()));
    }

    private String now() {
        return database.dialect().now();
    }
}
