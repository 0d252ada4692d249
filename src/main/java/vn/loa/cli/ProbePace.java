package vn.loa.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.app.Settings;
import vn.loa.app.Storage;
import vn.loa.fetch.Fetcher;
import vn.loa.store.Database;

/**
 * Has a probe take turns with a Loa that runs over the same database, so that a portal has one visitor at a time and is left
 * alone as long as it has asked for. Where that is not possible the probe keeps a pace of its own, and says so.
 */
final class ProbePace implements AutoCloseable {
    private final @Nullable Database database;

    private ProbePace(@Nullable Database database) {
        this.database = database;
    }

    /** Looks for a running Loa; what is to be said goes to {@code err}, so that other output stays as it is. */
    static ProbePace beside(Settings settings, PrintWriter err) {
        try {
            return new ProbePace(settings.databaseInUse().orElseGet(() -> own(err, why(settings))));
        } catch (RuntimeException e) {
            return new ProbePace(own(err, "the database cannot be used (" + e.getMessage() + ")"));
        }
    }

    private static String why(Settings settings) {
        return settings.useIsHidden()
                ? "this user may not look into " + settings.databaseName()
                        + " to see whether Loa runs here (run the probe" + " as Loa's own user)"
                : "no Loa runs here";
    }

    private static @Nullable Database own(PrintWriter err, String why) {
        err.println(why + ": this probe keeps a pace of its own");
        err.flush();
        return null;
    }

    /** Returns the same fetcher, in turns with that Loa. */
    Fetcher of(Fetcher fetcher) {
        return Optional.ofNullable(database)
                .map(shared -> Storage.of(shared).besideAnother(fetcher))
                .orElse(fetcher);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
