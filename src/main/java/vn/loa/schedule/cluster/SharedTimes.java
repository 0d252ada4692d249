package vn.loa.schedule.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.JobPersistenceException;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.Source;
import vn.loa.schedule.QuartzCalls;

/**
 * Keeps the times of the cluster in the database. Each node says at its start what the times are to be; those that hold
 * already are left as they are, whichever node has set them.
 */
final class SharedTimes {
    /** Groups of jobs: checks of sources, times of the calendar at which one is due, other work. */
    static final String CHECK = "check";

    static final String TICK = "tick";
    static final String WORK = "work";

    private static final Logger log = LoggerFactory.getLogger(SharedTimes.class);
    private static final String JITTER = "jitter";

    private final Scheduler scheduler;
    private final ZoneId zone;
    private final InstantSource clock;
    private final RandomGenerator random;

    SharedTimes(Scheduler scheduler, ZoneId zone, InstantSource clock, RandomGenerator random) {
        this.scheduler = scheduler;
        this.zone = zone;
        this.clock = clock;
        this.random = random;
    }

    /** Watches a source, unless it is watched so already. */
    void watch(Source source, Duration jitter, Optional<Duration> firstIn) {
        JobDetail check = job(CHECK, source.id(), data(source, jitter));
        if (!holds(check, regular(source))) {
            unwatch(source.id());
            store(source.cadence(), check, firstIn.orElse(Duration.ZERO).plus(randomUpTo(jitter)));
            firstIn.ifPresent(wait -> once(source.id(), wait));
        }
    }

    /** Returns the settings of a source on which its times rest; where one changes they begin anew. */
    private static Map<String, String> data(Source source, Duration jitter) {
        return Map.of(
                "cadence", source.cadence().toString(), "url", source.url().toString(), JITTER, "" + jitter.toMillis());
    }

    private static TriggerKey regular(Source source) {
        return TriggerKey.triggerKey(
                source.id(), source.cadence() instanceof Cadence.Every ? SharedTrigger.EVERY : SharedTrigger.CRON);
    }

    private static JobDetail job(String group, String name, Map<String, String> data) {
        return JobBuilder.newJob(SharedJob.class)
                .withIdentity(name, group)
                .usingJobData(new JobDataMap(data))
                .storeDurably()
                .build();
    }

    /** Jobs and triggers in one transaction: of two nodes that begin at once the second overwrites the first. */
    private void store(Cadence cadence, JobDetail check, Duration later) {
        JobKey key = check.getKey();
        if (cadence instanceof Cadence.Every every) {
            Duration first = every.interval().plus(later);
            put(Map.of(check, Set.of(SharedTrigger.every(key, every.interval(), first, clock.instant()))));
        } else if (cadence instanceof Cadence.Cron cron) {
            JobDetail tick = job(
                    TICK, key.getName(), Map.of(JITTER, check.getJobDataMap().getString(JITTER)));
            Trigger times = SharedTrigger.cron(tick.getKey(), cron.expression(), zone, clock.instant());
            put(Map.of(check, Set.of(), tick, Set.of(times)));
        }
    }

    private void put(Map<JobDetail, Set<? extends Trigger>> jobs) {
        QuartzCalls.call(() -> {
            scheduler.scheduleJobs(jobs, true);
            return true;
        });
    }

    /** Returns whether a job has these data and its times go on: neither missed, nor set by a clock that was ahead. */
    private boolean holds(JobDetail wanted, TriggerKey regular) {
        return QuartzCalls.call(() -> {
            JobDetail known = scheduler.getJobDetail(wanted.getKey());
            Trigger times = scheduler.getTrigger(regular);
            Instant now = clock.instant();
            return known != null
                    && times != null
                    && known.getJobDataMap()
                            .getWrappedMap()
                            .equals(wanted.getJobDataMap().getWrappedMap())
                    && SharedTrigger.next(times).isPresent()
                    && scheduler.getTriggerState(regular) != Trigger.TriggerState.ERROR
                    && !SharedTrigger.isLate(times, now)
                    && SharedTrigger.putBack(times, now).isEmpty();
        });
    }

    /** Takes all times of a source away. */
    void unwatch(String id) {
        QuartzCalls.call(() -> scheduler.deleteJobs(List.of(JobKey.jobKey(id, TICK), JobKey.jobKey(id, CHECK))));
    }

    boolean isWatched(String id) {
        return QuartzCalls.call(() -> scheduler.checkExists(JobKey.jobKey(id, CHECK)));
    }

    /** Checks a source once after a delay, unless it is checked before that anyway. */
    void once(String id, Duration delay) {
        Instant now = clock.instant();
        Trigger wanted = SharedTrigger.once(JobKey.jobKey(id, CHECK), delay, now);
        QuartzCalls.call(() -> {
            Trigger known = scheduler.getTrigger(SharedTrigger.onceOf(id));
            boolean waits = known != null
                    && !SharedTrigger.isLate(known, now)
                    && SharedTrigger.next(known)
                            .filter(at -> !at.isAfter(now.plus(delay)))
                            .isPresent();
            return waits || entered(wanted);
        });
    }

    private boolean entered(Trigger wanted) throws SchedulerException {
        try {
            return scheduler.rescheduleJob(wanted.getKey(), wanted) != null || scheduler.scheduleJob(wanted) != null;
        } catch (ObjectAlreadyExistsException e) {
            log.debug("another node has entered {} at the same moment", wanted.getKey(), e);
            return true;
        } catch (JobPersistenceException e) {
            if (scheduler.checkExists(wanted.getJobKey())) {
                throw e;
            }
            log.debug("another node has taken {} away at the same moment", wanted.getJobKey(), e);
            return false;
        }
    }

    /** Checks a source within the jitter with which it is watched. */
    void onceWithin(JobDataMap tick, String id) {
        once(id, randomUpTo(Duration.ofMillis(Long.parseLong(tick.getString(JITTER)))));
    }

    /** Does work of a name at an interval, unless it is done so already. */
    void work(String name, Duration firstIn, Duration interval) {
        JobDetail job = job(WORK, name, Map.of("interval", "" + interval.toMillis()));
        if (!holds(job, TriggerKey.triggerKey(name, SharedTrigger.EVERY))) {
            put(Map.of(job, Set.of(SharedTrigger.every(job.getKey(), interval, firstIn, clock.instant()))));
        }
    }

    /** Returns when a source is checked next; empty when it is not watched. */
    Optional<Instant> next(String id) {
        return QuartzCalls.call(() -> Stream.concat(
                        scheduler.getTriggersOfJob(JobKey.jobKey(id, CHECK)).stream(),
                        scheduler.getTriggersOfJob(JobKey.jobKey(id, TICK)).stream())
                .flatMap(trigger -> SharedTrigger.next(trigger).stream())
                .min(Instant::compareTo));
    }

    /** Puts all times back that were set while a clock was ahead. */
    void putBack() {
        Set<TriggerKey> all =
                new HashSet<>(QuartzCalls.call(() -> scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())));
        for (TriggerKey key : all) {
            QuartzCalls.call(() -> {
                Trigger trigger = scheduler.getTrigger(key);
                Optional<Trigger> back =
                        trigger == null ? Optional.empty() : SharedTrigger.putBack(trigger, clock.instant());
                return back.isEmpty() || scheduler.rescheduleJob(key, back.get()) != null;
            });
        }
    }

    private Duration randomUpTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
