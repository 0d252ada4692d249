package vn.loa.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import vn.loa.schedule.SharedTimetable;
import vn.loa.schedule.SoleTimetable;
import vn.loa.schedule.Timetable;
import vn.loa.schedule.TimetableThreads;
import vn.loa.schedule.cluster.ClusteredTimetable;
import vn.loa.schedule.cluster.KnownSources;
import vn.loa.store.article.SourceStore;

/** Makes the timetable of what is done once: in the memory of a node that is alone, else in the database that all share. */
final class SharedTimetables {
    private SharedTimetables() {}

    private record StoredSources(SourceStore sources) implements KnownSources {
        @Override
        public Optional<Known> find(String id) {
            return sources.known(id).map(each -> new Known(each.source(), each.isWatched()));
        }

        @Override
        public Optional<Instant> lastCheck(String id) {
            return sources.check(id).lastCheck();
        }
    }

    /** Returns the threads of a node's own timetable; where times are shared it checks nothing by itself. */
    static TimetableThreads own(Storage storage, TimetableThreads all) {
        return storage.database().onServer() ? new TimetableThreads(all.work(), 1) : all;
    }

    /**
     * Returns the guard of a node's disk. One without room leaves the shared work to the nodes that have room; where none
     * has, it does what needs no disk.
     */
    static DiskGuard leftWhileLow(
            DiskGuard guard, Optional<String> node, Supplier<List<String>> running, SharedTimetable times) {
        return node.map(name -> guard.ofNode(new DiskGuard.Node(name, running, times::leaveToOthers)))
                .orElse(guard);
    }

    /** Makes it beside the timetable of this node alone. */
    static SharedTimetable of(
            Storage storage, Timetable own, TimetableThreads threads, ZoneId zone, InstantSource clock) {
        return storage.database().onServer()
                ? new ClusteredTimetable(
                        storage.database(),
                        own,
                        threads.checks(),
                        new StoredSources(storage.sources()),
                        storage.hostTurns(),
                        new ClusteredTimetable.Clockwork(zone, clock, new Random()))
                : new SoleTimetable(own);
    }
}
