package vn.loa.store.article;

import java.time.Duration;
import java.util.Optional;
import vn.loa.fetch.HostClosings;
import vn.loa.store.Database;

/**
 * Keeps which hosts have asked to be left alone, so that a restart and other nodes obey them too. All times are the
 * database's own. After its clock was put back a host stays closed for no longer than it once asked for.
 */
public final class ClosedHostStore implements HostClosings {
    private final Database database;

    public ClosedHostStore(Database database) {
        this.database = database;
    }

    private record Closing(Duration left, Duration asked) {
        boolean isFromTheFuture() {
            return left.compareTo(asked) > 0;
        }
    }

    @Override
    public Optional<Duration> left(String host) {
        Optional<Closing> found = closing(host);
        if (found.filter(Closing::isFromTheFuture).isPresent()) {
            Duration wait = found.get().asked();
            close(host, wait);
            return Optional.of(wait);
        }
        return found.map(Closing::left).filter(left -> !left.isNegative() && !left.isZero());
    }

    private Optional<Closing> closing(String host) {
        return database.read(handle -> handle.createQuery("SELECT closed_until - " + now()
                        + " AS remaining, wait_millis" + " FROM closed_host WHERE host = :host")
                .bind("host", host)
                .map((row, context) -> new Closing(
                        Duration.ofMillis(row.getLong("remaining")), Duration.ofMillis(row.getLong("wait_millis"))))
                .findOne());
    }

    @Override
    public void close(String host, Duration wait) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO closed_host (host, closed_until, wait_millis) VALUES (:host, NOW + :wait, :wait)
                        ON CONFLICT (host) DO UPDATE SET closed_until = excluded.closed_until,
                          wait_millis = excluded.wait_millis
                        """.replace("NOW", now()))
                .bind("host", host)
                .bind("wait", wait.toMillis())
                .execute());
    }

    /** Forgets hosts that may be asked again; returns how many. */
    public int forgetOpen() {
        return database.write(handle -> handle.execute("DELETE FROM closed_host WHERE closed_until < " + now()));
    }

    private String now() {
        return database.dialect().now();
    }
}
