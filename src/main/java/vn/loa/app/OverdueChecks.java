package vn.loa.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;

/**
 * Has sources checked that fell out of the timetable: those that no node has checked for three intervals. To be run each
 * minute, by a clock of the node's own, for the timetable that the nodes share may be what is wrong.
 */
final class OverdueChecks implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(OverdueChecks.class);
    /** A check by the calendar is late after this time; its next one may be a week away. */
    private static final Duration LATE_BY_CALENDAR = Duration.ofMinutes(10);

    private final SourceStore sources;
    private final SourceWatchStore watched;
    private final Consumer<Source> check;
    private final InstantSource clock;
    /** When those late sources were due of which a check was asked for, which may wait for a thread; in milliseconds. */
    private final Map<String, Long> asked = new HashMap<>();

    /**
     * Makes the watchdog of a node.
     *
     * @param check has a source checked as soon as no check of it runs
     */
    OverdueChecks(Storage storage, Consumer<Source> check, InstantSource clock) {
        this.sources = storage.sources();
        this.watched = storage.watched();
        this.check = check;
        this.clock = clock;
    }

    @Override
    public void run() {
        sources.active().forEach(source -> look(source, patience(source)));
    }

    private boolean isNew(Source source, Instant due) {
        long millis = due.toEpochMilli();
        return !Long.valueOf(millis).equals(asked.put(source.id(), millis));
    }

    /** The time of the check that was planned is one interval after the last one. */
    private static Duration patience(Source source) {
        return source.cadence() instanceof Cadence.Every every
                ? every.interval().multipliedBy(2)
                : LATE_BY_CALENDAR;
    }

    private void look(Source source, Duration patience) {
        Instant now = clock.instant();
        Optional<Instant> next = watched.nextCheck(source.id());
        if (next.isEmpty()) {
            // Never planned: it is due from now on.
            watched.plan(source.id(), now);
        }
        boolean late = next.filter(due -> due.plus(patience).isBefore(now)).isPresent();
        if (!late) {
            asked.remove(source.id());
        } else if (isNew(source, next.orElse(now))) {
            log.error("source {} was not checked at its times, it is checked now", source.id());
            check.accept(source);
        }
    }
}
