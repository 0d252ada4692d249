package vn.loa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.Source;

/**
 * Fires work at its times, on Quartz. All work has a name and never runs twice at the same time. Times that were missed
 * (the machine slept, all threads were busy) are made up for once, not once for each.
 */
public final class Timetable implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    static final Duration LONGEST_END = Duration.ofSeconds(10);
    /** The interval at which the clock is looked at. */
    private static final Duration GLANCE = Duration.ofSeconds(1);
    /** The least backward step that counts; a clock that is slewed goes back by less. */
    private static final Duration LEAST_FALL = Duration.ofSeconds(2);

    private static final String TURN_OF = "turn of ";
    private static final Duration TURN_EVERY = Duration.ofSeconds(2);
    private static final String TICK = " tick";

    private final Scheduler scheduler;
    private final Scheduler checks;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "clock"));
    private final LoopTurns turns = new LoopTurns(System::nanoTime);
    private Duration clockAhead;
    private volatile Runnable alsoPutBack = () -> {};
    private volatile boolean byHand;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final ZoneId zone;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Makes a timetable with all threads that it ever has; it does nothing before {@link #start()}. */
    public Timetable(ZoneId zone, InstantSource clock, RandomGenerator random) {
        this(TimetableThreads.MOST, zone, clock, random);
    }

    /**
     * Makes a timetable that does nothing before {@link #start()}.
     *
     * @param zone the time zone of cron expressions
     * @param random for jitter
     */
    public Timetable(TimetableThreads threads, ZoneId zone, InstantSource clock, RandomGenerator random) {
        this.zone = zone;
        this.clock = clock;
        this.random = random;
        this.scheduler = scheduler("loa", threads.work());
        this.checks = scheduler("check", threads.checks());
        this.clockAhead = clockAhead();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private Scheduler scheduler(String name, int threads) {
        return QuartzSchedulers.make(
                name, Integer.toHexString(hashCode()), threads, job -> Optional.ofNullable(tasks.get(job)));
    }

    /**
     * Has nothing fire by itself: whoever steps the time runs each work in its turn, see {@link #run}. To be called before
     * the start.
     */
    void stepByHand() {
        byHand = true;
    }

    /**
     * Runs a work by its name once, on this thread; only where nothing fires by itself, for no work may run twice at the
     * same time.
     *
     * @throws IllegalStateException when it could run beside the timetable's own run of it
     */
    void run(String name) {
        if (!byHand) {
            throw new IllegalStateException("the timetable fires by itself");
        }
        Objects.requireNonNull(tasks.get(name), name).run();
    }

    /** Begins to fire. */
    public void start() {
        if (byHand) {
            return;
        }
        turn(scheduler, "timetable");
        turn(checks, "checks");
        QuartzCalls.run(scheduler::start);
        QuartzCalls.run(checks::start);
        var ignored = watchdog.scheduleWithFixedDelay(
                this::lookAtClock, GLANCE.toMillis(), GLANCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void turn(Scheduler which, String loop) {
        turns.turned(loop);
        add(which, TURN_OF + loop, () -> turns.turned(loop));
        repeat(which, TURN_OF + loop, TURN_EVERY, TURN_EVERY);
    }

    /**
     * Returns how long ago each loop last fired, by name, {@code timetable} and {@code checks}. They fire every few
     * seconds unless all of their threads are busy.
     */
    public Map<String, Duration> sinceTurns() {
        return turns.since();
    }

    /** Returns how long the run of this work that goes on has taken; empty while none does. */
    public Optional<Duration> running(String name) {
        return Optional.ofNullable(tasks.get(name)).flatMap(Task::running);
    }

    /** Has times that stand elsewhere follow a clock that was put back. To be called before the start. */
    public void whenPutBack(Runnable follow) {
        alsoPutBack = follow;
    }

    /** Returns how far the clock is ahead of a count that nobody sets. */
    private Duration clockAhead() {
        return Duration.between(Instant.EPOCH, clock.instant()).minusNanos(System.nanoTime());
    }

    /**
     * Moves all times back when the clock was put back. Quartz waits for times of the clock: after a step of an hour,
     * everything would rest for an hour.
     */
    private void lookAtClock() {
        try {
            Duration before = clockAhead;
            clockAhead = clockAhead();
            Duration fall = before.minus(clockAhead);
            if (fall.compareTo(LEAST_FALL) > 0) {
                log.warn("the clock was put back by {} s; the timetable follows it", fall.toSeconds());
                putBack(scheduler, fall);
                putBack(checks, fall);
                alsoPutBack.run();
            }
        } catch (RuntimeException e) {
            log.error("the timetable could not follow the clock", e);
        }
    }

    private void putBack(Scheduler which, Duration fall) {
        QuartzCalls.run(() -> {
            for (TriggerKey key : which.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                Trigger trigger = which.getTrigger(key);
                if (trigger != null && trigger.getNextFireTime() != null) {
                    which.rescheduleJob(key, putBack(trigger, fall));
                }
            }
        });
    }

    @SuppressWarnings("JavaUtilDate") // Quartz speaks no other.
    private Trigger putBack(Trigger trigger, Duration fall) {
        Instant now = clock.instant();
        // A cron trigger means times of the clock and finds its next one by itself.
        Instant next = trigger instanceof CronTrigger
                ? now
                : trigger.getNextFireTime().toInstant().minus(fall);
        return trigger.getTriggerBuilder()
                .startAt(Date.from(next.isBefore(now) ? now : next))
                .build();
    }

    /**
     * Checks a source at its times; former times of it are forgotten.
     *
     * @param jitter each later check comes up to this much later than its time
     * @param firstIn after how long it is checked first, whatever its times; empty for at its times alone
     * @param check what to do
     */
    public void watch(Source source, Duration jitter, Optional<Duration> firstIn, Runnable check) {
        String name = checkOf(source);
        unwatch(source);
        add(checks, name, check);
        firstIn.ifPresent(wait -> once(checks, name, wait));
        Cadence cadence = source.cadence();
        if (cadence instanceof Cadence.Every every) {
            Duration later = every.interval().plus(randomUpTo(jitter));
            repeat(checks, name, every.interval(), firstIn.orElse(Duration.ZERO).plus(later));
        } else if (cadence instanceof Cadence.Cron cron) {
            watchByCron(name, cron.expression(), jitter);
        }
    }

    /** Stops checking a source; a check that runs comes to its end. */
    public void unwatch(Source source) {
        String name = checkOf(source);
        for (String each : List.of(name + TICK, name)) {
            delete(JobKey.jobKey(each));
            tasks.remove(each);
        }
    }

    /** A trigger that fires just now may be gone before it is taken away; the second time it is not there. */
    private void delete(JobKey job) {
        try {
            QuartzCalls.run(() -> checks.deleteJob(job));
        } catch (IllegalStateException e) {
            log.debug("{} fired while it was taken away", job, e);
            QuartzCalls.run(() -> checks.deleteJob(job));
        }
    }

    /** Checks a source once more, as soon as no check of it runs; false when the source is not watched. */
    public boolean checkNow(Source source) {
        return checkIn(source, Duration.ZERO);
    }

    /** Checks a source that is watched once more after a delay, unless it is checked before that anyway. */
    public void checkWithin(Source source, Duration delay) {
        Instant latest = clock.instant().plus(delay);
        if (nextCheck(source).filter(at -> !at.isAfter(latest)).isEmpty()) {
            checkIn(source, delay);
        }
    }

    private boolean checkIn(Source source, Duration delay) {
        String name = checkOf(source);
        try {
            if (tasks.containsKey(name)) {
                once(checks, name, delay);
                return true;
            }
            return false;
        } catch (IllegalStateException e) {
            if (tasks.containsKey(name)) {
                throw e;
            }
            log.debug("{} ended just now", name);
            return false;
        }
    }

    /** Returns when a source is checked next; empty when it is not watched. */
    @SuppressWarnings("JavaUtilDate") // Quartz speaks no other.
    public Optional<Instant> nextCheck(Source source) {
        String name = checkOf(source);
        try {
            return Stream.concat(
                            checks.getTriggersOfJob(JobKey.jobKey(name)).stream(),
                            checks.getTriggersOfJob(JobKey.jobKey(name + TICK)).stream())
                    .map(Trigger::getNextFireTime)
                    .filter(Objects::nonNull)
                    .map(Date::toInstant)
                    .min(Comparator.naturalOrder());
        } catch (SchedulerException e) {
            log.debug("when {} comes next is not known", name, e);
            return Optional.empty();
        }
    }

    private static String checkOf(Source source) {
        return "check " + source.id();
    }

    /**
     * Schedules checks by a cron expression. A cron trigger fires to the second, so it only sets off a later trigger:
     * that is its jitter.
     */
    private void watchByCron(String name, String expression, Duration jitter) {
        String tick = name + TICK;
        add(checks, tick, () -> once(checks, name, randomUpTo(jitter)));
        Trigger trigger = TriggerBuilder.newTrigger()
                .forJob(tick)
                .withSchedule(CronScheduleBuilder.cronSchedule(expression)
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        QuartzCalls.run(() -> checks.scheduleJob(trigger));
    }

    /** Runs a task again and again, the first time after {@code interval}. */
    public void every(String name, Duration interval, Runnable task) {
        every(name, interval, interval, task);
    }

    /** Runs a task again and again, the first time after {@code firstIn}. */
    public void every(String name, Duration firstIn, Duration interval, Runnable task) {
        add(scheduler, name, task);
        repeat(scheduler, name, interval, firstIn);
    }

    /** Runs a repeated task no more; a run that goes on comes to its end. */
    public void cancel(String name) {
        tasks.remove(name);
        QuartzCalls.run(() -> scheduler.deleteJob(JobKey.jobKey(name)));
    }

    /** Runs a repeated task once more, as soon as it is not running. */
    public void now(String name) {
        once(scheduler, name, Duration.ZERO);
    }

    private void add(Scheduler which, String name, Runnable task) {
        tasks.put(name, new Task(name, task, System::nanoTime));
        JobDetail job =
                JobBuilder.newJob(Work.class).withIdentity(name).storeDurably().build();
        QuartzCalls.run(() -> which.addJob(job, true));
    }

    private void repeat(Scheduler which, String name, Duration interval, Duration firstIn) {
        Trigger trigger = TriggerBuilder.newTrigger()
                .forJob(name)
                .startAt(in(firstIn))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        QuartzCalls.run(() -> which.scheduleJob(trigger));
    }

    private void once(Scheduler which, String name, Duration delay) {
        Trigger trigger = TriggerBuilder.newTrigger()
                .forJob(JobKey.jobKey(name))
                .startAt(in(delay))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        QuartzCalls.run(() -> which.scheduleJob(trigger));
    }

    private Date in(Duration delay) {
        return Date.from(clock.instant().plus(delay));
    }

    private Duration randomUpTo(Duration most) {
        long millis = most.toMillis();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(millis + 1));
    }

    /** Fires nothing more; work that runs goes on. */
    public void pause() {
        QuartzCalls.run(scheduler::standby);
        QuartzCalls.run(checks::standby);
    }

    /** Stops firing; waits up to ten seconds for work that runs. */
    @Override
    public void close() {
        close(LONGEST_END);
    }

    /** Stops firing; waits at most so long for work that runs. */
    public void close(Duration atMost) {
        watchdog.shutdownNow();
        if (!QuartzCalls.shutDown(atMost, scheduler, checks)) {
            log.warn("some work did not end in time");
        }
    }
}
