package vn.loa.store.node;

import java.time.Duration;
import vn.loa.fetch.HostVisits;
import vn.loa.store.Database;

/**
 * Keeps which node asks which host something. A visit that was not ended is over when it must have timed out, or when its
 * node counts as gone. Who waits is noted, so that nodes take turns and the one that was there last does not come first
 * again. No connection is held while a visit lasts or somebody waits. A program that is in no list of nodes takes part too.
 */
public final class HostVisitStore implements HostVisits {
    /** A node that waits asks several times within it, in milliseconds. */
    private static final long NOTED = 3_000;
    /** A visit that is to last longer, in milliseconds, was noted before the clock was put back. */
    private static final long LONGEST = Duration.ofMinutes(30).toMillis();

    private static final String NOBODY_ELSE_NEXT =
            "(v.next_visitor IN ('', :life) OR v.next_until <= NOW OR v.next_until > NOW + " + NOTED + ")";
    /** Begins the name of a visitor that is in no list of nodes: its visit is over by time alone. */
    private static final String UNLISTED = "~";

    private static final String MAY_BEGIN = "(v.free_at <= NOW OR v.free_at > NOW + " + LONGEST
            + " OR v.visitor <> '' AND (v.visitor = :life OR v.visitor NOT LIKE '" + UNLISTED + "%' AND NOT EXISTS"
            + " (SELECT 1 FROM node n WHERE n.life = v.visitor AND n.alive_until >= NOW))) AND " + NOBODY_ELSE_NEXT;

    /** A note that still holds for a while is left as it is, whosever it is. */
    private static final String TO_NOTE =
            NOBODY_ELSE_NEXT + " AND (v.next_visitor <> :life OR v.next_until <= NOW + " + NOTED / 2 + ")";

    private final Database database;

    private final String life;

    /** Names who visits. */
    public enum Visitor {
        /** A node that is in the list of nodes. */
        NODE,
        /** The only program that works with its database, which is in no list. */
        ONLY_NODE,
        /** A program beside the nodes, for example of somebody at a terminal. */
        GUEST
    }

    public HostVisitStore(Database database, Visitor visitor) {
        this.database = database;
        this.life = switch (visitor) {
            case NODE -> database.life();
            case ONLY_NODE -> UNLISTED;
            case GUEST -> UNLISTED + database.life();
        };
    }

    @Override
    public boolean begin(String host, Duration longest) {
        Look look = look(host);
        if (look.mayBegin() && begun(host, longest)) {
            return true;
        }
        if (look.toNote()) {
            waitsFor(host);
        }
        return false;
    }

    /** The state of a host's visits, to this node: whether it may begin one, and whether it has to note that it waits. */
    private record Look(boolean mayBegin, boolean toNote) {}

    /** Asks before it writes, for a write that changes nothing would wait for the disk all the same. */
    private Look look(String host) {
        return database.read(handle -> handle.createQuery(sql("""
                                SELECT CASE WHEN MAY_BEGIN THEN 1 ELSE 0 END AS may_begin,
                                  CASE WHEN TO_NOTE THEN 1 ELSE 0 END AS to_note
                                FROM host_visit v WHERE v.host = :host"""))
                        .bind("host", host)
                        .bind("life", life)
                        .map((row, context) -> new Look(row.getInt("may_begin") == 1, row.getInt("to_note") == 1))
                        .findOne())
                .orElse(new Look(true, true));
    }

    private boolean begun(String host, Duration longest) {
        return database.write(handle -> handle.createUpdate(sql("""
                                INSERT INTO host_visit AS v (host, visitor, free_at) VALUES (:host, :life, NOW + :longest)
                                ON CONFLICT (host) DO UPDATE SET visitor = excluded.visitor, free_at = excluded.free_at,
                                  next_visitor = '', next_until = 0
                                WHERE MAY_BEGIN"""))
                        .bind("host", host)
                        .bind("life", life)
                        .bind("longest", Math.min(longest.toMillis(), LONGEST))
                        .execute()
                == 1);
    }

    /** Notes that this node comes next. */
    private void waitsFor(String host) {
        database.write(
                handle -> handle.createUpdate(sql("UPDATE host_visit AS v SET next_visitor = :life, next_until = NOW + "
                                + NOTED + " WHERE v.host = :host AND TO_NOTE"))
                        .bind("host", host)
                        .bind("life", life)
                        .execute());
    }

    @Override
    public void end(String host, Duration pause) {
        database.write(handle -> handle.createUpdate(sql("UPDATE host_visit SET visitor = '', free_at = NOW + :pause"
                        + " WHERE host = :host AND visitor = :life"))
                .bind("host", host)
                .bind("life", life)
                .bind("pause", pause.toMillis())
                .execute());
    }

    /** Forgets the hosts that were last visited a while ago; returns how many. */
    public int forgetFree() {
        return database.write(handle -> handle.execute(sql("DELETE FROM host_visit WHERE free_at < NOW")));
    }

    private String sql(String statement) {
        return statement
                .replace("MAY_BEGIN", MAY_BEGIN)
                .replace("TO_NOTE", TO_NOTE)
                .replace("NOW", database.dialect().now());
    }
}
