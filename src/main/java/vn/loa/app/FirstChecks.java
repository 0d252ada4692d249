package vn.loa.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Source;
import vn.loa.phrases.Phrases;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.watch.alarm.OperatorAlert;

/**
 * Plans the first checks after a start: each source when it is due by what was planned before, those that are overdue
 * one after the other, and last those over whose reading the program died. A source that ended it twice is let rest.
 */
final class FirstChecks {
    private static final Logger log = LoggerFactory.getLogger(FirstChecks.class);
    /** Between the first checks of two sources that are overdue. */
    private static final Duration STEP = Duration.ofMillis(250);
    /** All other sources have been read by then, and one that ends the program again is told from the next. */
    private static final Duration STEP_OF_SUSPECTS = Duration.ofMinutes(1);

    private static final int DEATHS_UNTIL_REST = 2;

    private final SourceStore sources;
    private final SourceWatchStore watched;
    private final OperatorAlert alarm;
    private final Phrases phrases;
    private final InstantSource clock;

    FirstChecks(
            SourceStore sources, SourceWatchStore watched, OperatorAlert alarm, Phrases phrases, InstantSource clock) {
        this.sources = sources;
        this.watched = watched;
        this.alarm = alarm;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Lets sources rest that have ended the program twice, and tells operators. To be called when a node may have died. */
    void restDeadly() {
        if (watched.countDeaths() > 0) {
            restOver(watched.deaths());
        }
    }

    private void restOver(Map<String, Integer> deathsBySource) {
        deathsBySource.forEach((id, deaths) -> {
            log.warn("the program ended {} times while it read source {}", deaths, id);
            if (deaths >= DEATHS_UNTIL_REST) {
                sources.find(id).ifPresent(this::rest);
            }
        });
    }

    private void rest(Source source) {
        boolean watchedNow =
                sources.active().stream().anyMatch(each -> each.id().equals(source.id()));
        if (watchedNow) {
            sources.hold(source.id(), true);
            alarm.tell(
                    "source",
                    OutgoingMessage.plain(phrases.say("source.deadly", source.name(), source.url(), source.id())));
        }
    }

    /** Plans as {@link #plan} does, and writes the plan down, lest those that still wait count as forgotten. */
    Map<Source, Optional<Duration>> planned(List<Source> active) {
        Map<Source, Optional<Duration>> plan = plan(active);
        Instant now = clock.instant();
        Map<String, Instant> due = new HashMap<>();
        plan.forEach((source, wait) -> wait.ifPresent(first -> due.put(source.id(), now.plus(first))));
        watched.plan(due);
        return plan;
    }

    /**
     * Returns after how long each source is checked first, in the order in which they were given; empty for one whose
     * own calendar says when.
     */
    Map<Source, Optional<Duration>> plan(List<Source> active) {
        Map<String, Integer> deaths = watched.deaths();
        Map<Source, Optional<Duration>> plan = new LinkedHashMap<>();
        Duration next = Duration.ZERO;
        for (Source source : active) {
            // Asked once: a source may fall due between two looks at the clock.
            Optional<Optional<Duration>> waiting = waiting(source);
            plan.put(source, waiting.orElse(Optional.of(next)));
            next = waiting.isEmpty() ? next.plus(STEP) : next;
        }
        for (Source source : active) {
            if (deaths.containsKey(source.id())) {
                next = next.plus(STEP_OF_SUSPECTS);
                plan.put(source, Optional.of(next));
            }
        }
        return plan;
    }

    /** For how long a source is not due yet; empty when it is, and an empty wait when its calendar knows. */
    @SuppressWarnings("OptionalMapToOptional") // Within: to be checked so, then; empty: by the timetable.
    private Optional<Optional<Duration>> waiting(Source source) {
        Instant now = clock.instant();
        boolean begun = sources.check(source.id()).firstGood().isPresent();
        return watched.nextCheck(source.id())
                .filter(due -> begun && due.isAfter(now))
                .map(due -> within(source.cadence(), Duration.between(now, due)));
    }

    /** A wait that was set while the clock was ahead, or for a longer interval, is no longer than the present one. */
    private static Optional<Duration> within(Cadence cadence, Duration wait) {
        return cadence instanceof Cadence.Every every
                ? Optional.of(wait.compareTo(every.interval()) > 0 ? every.interval() : wait)
                : Optional.empty();
    }
}
