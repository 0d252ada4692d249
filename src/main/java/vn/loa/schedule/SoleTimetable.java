package vn.loa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.loa.model.Source;

/** The shared timetable of a node that is alone: all is done here. It begins and ends with the node's own timetable. */
public final class SoleTimetable implements SharedTimetable {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Timetable timetable;
    private volatile Consumer<Source> check = source -> {};

    public SoleTimetable(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public void checking(Consumer<Source> wanted) {
        check = wanted;
    }

    @Override
    public void watch(Source source, Duration jitter, Optional<Duration> firstIn) {
        timetable.watch(source, jitter, firstIn, () -> check.accept(source));
    }

    @Override
    public void mend(Source source, Duration jitter) {
        if (!timetable.checkNow(source)) {
            watch(source, jitter, Optional.of(SOON));
        }
    }

    @Override
    public void unwatch(Source source) {
        timetable.unwatch(source);
    }

    @Override
    public boolean checkNow(Source source) {
        return timetable.checkNow(source);
    }

    @Override
    public void checkWithin(Source source, Duration delay) {
        timetable.checkWithin(source, delay);
    }

    @Override
    public boolean checkHere(Source source, Runnable notWatched) {
        return timetable.checkNow(source);
    }

    @Override
    public Optional<Instant> nextCheck(Source source) {
        return timetable.nextCheck(source);
    }

    @Override
    public void every(String name, Duration firstIn, Duration interval, Runnable task) {
        timetable.every(name, firstIn, interval, task);
    }

    @Override
    public Map<String, Duration> sinceTurns() {
        return timetable.sinceTurns();
    }

    @Override
    public void start() {}

    /** There are no others. */
    @Override
    public void leaveToOthers(boolean left) {}

    @Override
    public void pause() {}

    @Override
    public void close(Duration atMost) {}
}
