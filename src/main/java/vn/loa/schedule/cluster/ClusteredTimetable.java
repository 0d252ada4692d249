package vn.loa.schedule.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Source;
import vn.loa.schedule.QuartzCalls;
import vn.loa.schedule.SharedTimetable;
import vn.loa.schedule.Task;
import vn.loa.schedule.Timetable;
import vn.loa.store.Database;

/**
 * The timetable of several nodes: every node fires what is due, each time is fired by one. Times stand in the database, so a
 * node that dies takes none along, and its checks come again at their next times.
 */
@SuppressWarnings("JavaUtilDate") // Quartz speaks no other.
public final class ClusteredTimetable implements SharedTimetable {
    private static final Logger log = LoggerFactory.getLogger(ClusteredTimetable.class);
    /** A host that has a visitor is asked again after this time and up to as long again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private static final int ASKED_AT_A_TIME = 2;

    private final Timetable own;
    private final int threads;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Scheduler scheduler;
    private final SharedTimes times;
    private final SharedChecks checks;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private boolean begun;
    private boolean left;
    private final PromptChecks asked;
    /** After an outage hundreds of sources may have to be mended; no person waits behind them. */
    private final PromptChecks mends;

    /**
     * Says when things are due.
     *
     * @param zone the time zone of cron expressions
     * @param random for jitter
     */
    public record Clockwork(ZoneId zone, InstantSource clock, RandomGenerator random) {}

    /**
     * Makes a node's part of the timetable, which does nothing before {@link #start()}.
     *
     * @param own the timetable of this node alone
     * @param threads how many checks run here at a time
     */
    public ClusteredTimetable(
            Database database, Timetable own, int threads, KnownSources sources, HostTurns hosts, Clockwork clockwork) {
        this.own = own;
        this.threads = threads;
        this.clock = clockwork.clock();
        this.random = clockwork.random();
        this.checks = new SharedChecks(sources, hosts);
        this.asked = new PromptChecks("asked", ASKED_AT_A_TIME, checks, this::again);
        this.mends = new PromptChecks("mend", 1, checks, this::again);
        this.scheduler = QuartzCluster.scheduler(database, threads, this::fired);
        this.times = new SharedTimes(scheduler, clockwork.zone(), clock, random);
        own.whenPutBack(times::putBack);
    }

    @Override
    public void checking(Consumer<Source> check) {
        checks.checking(check);
    }

    private void fired(JobExecutionContext context) {
        JobKey job = context.getJobDetail().getKey();
        try {
            switch (job.getGroup()) {
                case SharedTimes.CHECK -> check(job.getName(), SharedTrigger.made(context.getTrigger()));
                case SharedTimes.TICK -> times.onceWithin(context.getMergedJobDataMap(), job.getName());
                default -> work(job);
            }
        } catch (RuntimeException e) {
            log.error("{} is not done this time", job, e);
        }
    }

    /** A single time was set for want of a check; one that was made since makes up for it. */
    private void check(String id, Optional<Instant> wantedSince) {
        if (wantedSince.filter(moment -> checks.checkedSince(id, moment)).isPresent()) {
            return;
        }
        switch (checks.attempt(id)) {
            case DONE -> {}
            case BUSY -> times.once(id, again());
            case RESTING -> {
                log.info("source {} rests; its times are taken away", id);
                times.unwatch(id);
            }
            case UNKNOWN -> unknown(id);
        }
    }

    private void unknown(String id) {
        if (times.isWatched(id)) {
            log.error("nobody knows the source {}, so nothing was checked; its times are taken away", id);
            times.unwatch(id);
        }
    }

    private void work(JobKey job) {
        Task task = tasks.get(job.getName());
        if (task == null) {
            log.error("nobody knows what the job {} is to do, so nothing was done; are all nodes the same Loa?", job);
        } else {
            task.run();
        }
    }

    private Duration again() {
        return AGAIN.plusMillis(random.nextLong(AGAIN.toMillis()));
    }

    @Override
    public void watch(Source source, Duration jitter, Optional<Duration> firstIn) {
        times.watch(source, jitter, firstIn);
    }

    @Override
    public void mend(Source source, Duration jitter) {
        times.watch(source, jitter, Optional.empty());
        // Past Quartz, whose rows may be what is wrong.
        mends.check(new PromptChecks.Wanted(source.id(), Optional.of(clock.instant()), () -> {}));
    }

    @Override
    public void unwatch(Source source) {
        times.unwatch(source.id());
    }

    @Override
    public boolean checkNow(Source source) {
        boolean watched = times.isWatched(source.id());
        if (watched) {
            times.once(source.id(), Duration.ZERO);
        }
        return watched;
    }

    @Override
    public void checkWithin(Source source, Duration delay) {
        if (times.isWatched(source.id())) {
            times.once(source.id(), delay);
        }
    }

    @Override
    public boolean checkHere(Source source, Runnable notWatched) {
        boolean watched = times.isWatched(source.id());
        if (watched) {
            asked.check(new PromptChecks.Wanted(source.id(), Optional.empty(), notWatched));
        }
        return watched;
    }

    @Override
    public Optional<Instant> nextCheck(Source source) {
        Instant now = clock.instant();
        return times.next(source.id()).map(at -> at.isBefore(now) ? now : at);
    }

    @Override
    public void every(String name, Duration firstIn, Duration interval, Runnable task) {
        tasks.put(name, new Task(name, task, System::nanoTime));
        times.work(name, firstIn, interval);
    }

    @Override
    public Map<String, Duration> sinceTurns() {
        Map<String, Duration> turns = new HashMap<>(own.sinceTurns());
        turns.put("checks", withoutThread());
        return turns;
    }

    /** Returns for how long no thread was free here. */
    private Duration withoutThread() {
        try {
            List<JobExecutionContext> running = scheduler.getCurrentlyExecutingJobs();
            return running.size() < threads
                    ? Duration.ZERO
                    : running.stream()
                            .map(job -> Duration.between(job.getFireTime().toInstant(), clock.instant()))
                            .min(Duration::compareTo)
                            .orElse(Duration.ZERO);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not tell what runs", e);
        }
    }

    @Override
    public synchronized void start() {
        begun = true;
        fireOrRest();
    }

    @Override
    public synchronized void leaveToOthers(boolean wanted) {
        left = wanted;
        fireOrRest();
    }

    @Override
    public synchronized void pause() {
        begun = false;
        fireOrRest();
    }

    private void fireOrRest() {
        QuartzCalls.run(begun && !left ? scheduler::start : scheduler::standby);
    }

    @Override
    public void close(Duration atMost) {
        asked.close();
        mends.close();
        if (!QuartzCalls.shutDown(atMost, scheduler)) {
            log.warn("some checks did not end in time; another node takes their times back");
        }
    }
}
