package vn.loa.schedule.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import vn.loa.model.Source;
import vn.loa.schedule.Timetable;
import vn.loa.schedule.TimetableThreads;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.store.node.HostTurnStore;
import vn.loa.store.node.OwnershipStore;

/** One of the nodes that share the database of a test. */
final class TestNode implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration ALIVE = Duration.ofHours(1);
    private static final int CHECKS_AT_A_TIME = 3;

    final Database database;
    final SourceStore sources;
    final SourceWatchStore watched;
    final ClusteredTimetable times;
    private final Timetable own;
    private boolean dead;

    TestNode(Path folder, InstantSource clock, Consumer<Source> check) {
        database = MigratedDatabase.open(folder);
        sources = new SourceStore(database);
        watched = new SourceWatchStore(database);
        new OwnershipStore(database).alive(database.life(), "node", "", ALIVE);
        own = new Timetable(new TimetableThreads(1, 1), ZONE, clock, new Random(1));
        times = new ClusteredTimetable(
                database,
                own,
                CHECKS_AT_A_TIME,
                known(),
                new HostTurnStore(database),
                new ClusteredTimetable.Clockwork(ZONE, clock, new Random(1)));
        times.checking(check);
    }

    private KnownSources known() {
        return new KnownSources() {
            @Override
            public Optional<Known> find(String id) {
                return sources.known(id).map(each -> new Known(each.source(), each.isWatched()));
            }

            @Override
            public Optional<Instant> lastCheck(String id) {
                return sources.check(id).lastCheck();
            }
        };
    }

    void start() {
        own.start();
        times.start();
    }

    /** Cuts the node off from the database without farewell; what it does goes on. */
    void die() {
        dead = true;
        new OwnershipStore(database).gone(database.life());
        database.close();
    }

    @Override
    public void close() {
        own.close();
        if (!dead) {
            times.close();
            new OwnershipStore(database).gone(database.life());
            database.close();
        }
    }
}
