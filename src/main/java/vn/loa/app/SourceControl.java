package vn.loa.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.SourceOperations;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;
import vn.loa.portal.PortalReader;
import vn.loa.probe.PageReport;
import vn.loa.probe.Probe;
import vn.loa.probe.ProbeResult;
import vn.loa.schedule.SharedTimetable;
import vn.loa.store.article.SourceStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.watch.CheckReport;
import vn.loa.watch.article.Problems;

/** Connects the commands about sources with the watch: trials on threads of their own, watches on the timetable. */
final class SourceControl implements SourceOperations, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SourceControl.class);
    private static final int NEWEST = 3;
    private static final int TRIALS_AT_A_TIME = 4;
    /** Sources that are added together are not checked together. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration LONGEST_JITTER = Duration.ofSeconds(30);

    private final Probe probe;
    private final SourceStore sources;
    private final SourceWatchStore watched;
    private final SharedTimetable times;
    private final Function<Source, CheckReport> check;
    private final Map<String, Consumer<Checkup>> asked = new ConcurrentHashMap<>();
    private final ExecutorService trials = new ThreadPoolExecutor(
            0, TRIALS_AT_A_TIME, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "trial"));

    /**
     * Makes the control.
     *
     * @param check checks a source on the calling thread
     */
    SourceControl(
            Probe probe,
            SourceStore sources,
            SourceWatchStore watched,
            SharedTimetable times,
            Function<Source, CheckReport> check) {
        this.probe = probe;
        this.sources = sources;
        this.watched = watched;
        this.times = times;
        this.check = check;
        times.checking(this::checked);
    }

    @Override
    public void look(URI url, Consumer<Trial> then) {
        try {
            trials.execute(() -> then.accept(look(url)));
        } catch (RejectedExecutionException e) {
            then.accept(failed(url, new Problem(Problem.Kind.BUSY, "other trials are under way")));
        }
    }

    private Trial look(URI url) {
        try {
            ProbeResult result = probe.look(url, "", Set.of());
            return result.draft().isPresent() ? trial(result) : failed(url, problem(result));
        } catch (RuntimeException e) {
            log.error("a trial of {} failed by a mistake of ours", url, e);
            return failed(url, ourMistake(e));
        }
    }

    private static Trial trial(ProbeResult result) {
        PageReport report = result.report().orElseThrow();
        Optional<Sample> sample = result.article()
                .flatMap(PageReport::article)
                .map(read -> new Sample(read.content().title(), read.summary()));
        return new Trial(
                result.asked(),
                result.draft().orElseThrow().portal(),
                report.evidence().why(),
                report.headlines().size(),
                report.headlines().stream().limit(NEWEST).toList(),
                sample,
                result.robots().isEmpty(),
                Optional.empty(),
                result.draft().orElseThrow().name(),
                result.draft().orElseThrow().id());
    }

    /** Returns why an address is no source. */
    static Problem problem(ProbeResult result) {
        if (result.report().isEmpty()) {
            return Problems.of(result.answer());
        }
        PageReport report = result.report().get();
        boolean article = report.kind() == PortalReader.Kind.ARTICLE;
        return report.problem()
                .filter(any -> !article)
                .orElseGet(() -> new Problem(Problem.Kind.NO_LIST, article ? "an article, not a list" : "no item yet"));
    }

    private static Trial failed(URI url, Problem problem) {
        return new Trial(url, "", List.of(), 0, List.of(), Optional.empty(), true, Optional.of(problem), "", "");
    }

    @Override
    public void watch(Source source) {
        times.watch(source, usualJitter(source), Optional.of(soon(source)));
    }

    private static Duration soon(Source source) {
        return Duration.ofMillis(Math.floorMod(source.id().hashCode(), SOON.toMillis()));
    }

    /** Has a source checked soon that fell out of its times. */
    void mend(Source source) {
        times.mend(source, usualJitter(source));
    }

    /** Watches a source that is checked first after {@code firstIn}, or at its times alone. */
    void watch(Source source, Optional<Duration> jitter, Optional<Duration> firstIn) {
        times.watch(source, jitter.orElseGet(() -> usualJitter(source)), firstIn);
    }

    private static Duration usualJitter(Source source) {
        Duration tenth = source.cadence() instanceof Cadence.Every every
                ? every.interval().dividedBy(10)
                : LONGEST_JITTER;
        return tenth.compareTo(LONGEST_JITTER) < 0 ? tenth : LONGEST_JITTER;
    }

    @Override
    public void rest(Source source) {
        times.unwatch(source);
        answer(source, notWatched());
    }

    @Override
    public void check(Source source, Consumer<Checkup> then) {
        asked.merge(source.id(), then, Consumer::andThen);
        sources.endBackoff(source.id());
        Runnable notChecked = () -> answer(source, notWatched());
        if (!times.checkHere(source, notChecked)) {
            notChecked.run();
        }
    }

    private void checked(Source source) {
        Optional<Consumer<Checkup>> then = Optional.ofNullable(asked.remove(source.id()));
        try {
            CheckReport report = check.apply(source);
            Checkup checkup = new Checkup(report.listed(), report.read(), report.deliveries(), report.problem());
            then.ifPresent(each -> each.accept(checkup));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            Checkup failed = failed(ourMistake(e));
            then.ifPresent(each -> each.accept(failed));
            throw e;
        } finally {
            times.nextCheck(source).ifPresent(next -> watched.plan(source.id(), next));
        }
    }

    private void answer(Source source, Checkup checkup) {
        Optional.ofNullable(asked.remove(source.id())).ifPresent(each -> each.accept(checkup));
    }

    private static Checkup notWatched() {
        return failed(new Problem(Problem.Kind.UNREACHABLE, "not watched any more"));
    }

    private static Problem ourMistake(Throwable e) {
        return new Problem(
                Problem.Kind.UNREACHABLE, "our own mistake: " + e.getClass().getSimpleName());
    }

    private static Checkup failed(Problem problem) {
        return new Checkup(0, 0, 0, Optional.of(problem));
    }

    @Override
    public void close() {
        trials.shutdownNow();
    }
}
