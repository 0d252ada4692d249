package vn.loa.app;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.MDC;
import vn.loa.bot.Heartbeat;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.model.SourceHealth;
import vn.loa.schedule.SharedTimetable;
import vn.loa.watch.CheckReport;
import vn.loa.watch.SourceWatcher;

/** Checks sources when the timetable says so, unless the disk is too full for news, and sends what was found. */
final class SourceChecks {
    /** Other requests to a busy host have come to their turn by then. */
    private static final Duration WHILE_BUSY = Duration.ofMinutes(1);

    private final SourceWatcher watcher;
    private final Observers observers;
    private final SharedTimetable times;
    private final Runnable dispatch;
    private volatile Consumer<CheckReport> listener = report -> {};

    /**
     * Holds who learns of each check, and who may forbid it.
     *
     * @param beat beats at the end of each check
     */
    record Observers(MetricsCollector metrics, Heartbeat beat, DiskGuard disk) {
        Observers {
            Objects.requireNonNull(metrics);
            Objects.requireNonNull(beat);
            Objects.requireNonNull(disk);
        }
    }

    SourceChecks(SourceWatcher watcher, Observers observers, SharedTimetable times, Runnable dispatch) {
        this.watcher = watcher;
        this.observers = observers;
        this.times = times;
        this.dispatch = dispatch;
    }

    /** Sets a listener that is called after every check. */
    void onCheck(Consumer<CheckReport> wanted) {
        listener = wanted;
    }

    /** Checks a source on the calling thread. */
    CheckReport check(Source source) {
        try (MDC.MDCCloseable named = MDC.putCloseable("source", source.id())) {
            return observers.disk().isLow() ? leftOut(source) : checked(source);
        }
    }

    private CheckReport leftOut(Source source) {
        observers.beat().beat();
        Problem problem = new Problem(Problem.Kind.NO_ROOM, "< " + (DiskGuard.ENOUGH >> 20) + " MB");
        return new CheckReport(source.id(), false, SourceHealth.OK, Optional.of(problem), 0, 0, 0, 0);
    }

    private CheckReport checked(Source source) {
        long before = System.nanoTime();
        CheckReport report = watcher.check(source);
        observers.metrics().checked(report, Duration.ofNanos(System.nanoTime() - before));
        observers.beat().beat();
        listener.accept(report);
        if (report.deliveries() > 0) {
            dispatch.run();
        }
        if (report.read() > 0 && report.waiting() > 0) {
            times.checkNow(source);
        } else if (report.isPutOff()) {
            times.checkWithin(source, WHILE_BUSY);
        }
        return report;
    }
}
