package vn.loa.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Cadence;
import vn.loa.model.Source;

/**
 * Fires work at its times, on Quartz. Every piece of work has a name and never runs twice at the same time. Times that
 * were missed (the machine slept, all threads were busy) are made up for once, not once for each.
 */
public final class Timetable implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    private static final int THREADS = 12;
    private static final String TICK = " tick";
    /** Sources of a start do not all go off in the same instant. */
    private static final Duration FIRST_CHECK_WITHIN = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final Map<String, Runnable> tasks = new ConcurrentHashMap<>();
    private final ZoneId zone;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Makes a timetable that does nothing before {@link #start()}.
     *
     * @param zone in which cron expressions are meant
     * @param random for jitter
     */
    public Timetable(ZoneId zone, InstantSource clock, RandomGenerator random) {
        this.zone = zone;
        this.clock = clock;
        this.random = random;
        this.scheduler = scheduler();
    }

    private Scheduler scheduler() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "loa-" + Integer.toHexString(hashCode()));
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", "loa");
        try {
            Scheduler made = new StdSchedulerFactory(settings).getScheduler();
            made.setJobFactory((bundle, ignored) ->
                    new Work(tasks.getOrDefault(bundle.getJobDetail().getKey().getName(), () -> {})));
            return made;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    /** What is wrong with a cron expression of Quartz (seconds first, six or seven fields); empty when nothing is. */
    @SuppressWarnings("JavaUtilDate") // Quartz speaks no other.
    public static Optional<String> problemOfCron(String expression) {
        try {
            boolean fires = new CronExpression(expression).getNextValidTimeAfter(new Date(0)) != null;
            return fires ? Optional.empty() : Optional.of("never comes");
        } catch (ParseException | RuntimeException e) {
            return Optional.of("is not a cron expression of Quartz: " + e.getMessage());
        }
    }

    /** Begins to fire. */
    public void start() {
        run(scheduler::start);
    }

    /**
     * Checks a source now, within two seconds, and from then on at its times; former times of it are forgotten.
     *
     * @param jitter each later check comes up to this much later than its time
     * @param check what to do
     */
    public void watch(Source source, Duration jitter, Runnable check) {
        String name = checkOf(source);
        unwatch(source);
        add(name, check);
        once(name, randomUpTo(FIRST_CHECK_WITHIN));
        Cadence cadence = source.cadence();
        if (cadence instanceof Cadence.Every every) {
            repeat(name, every.interval(), every.interval().plus(randomUpTo(jitter)));
        } else if (cadence instanceof Cadence.Cron cron) {
            watchByCron(name, cron.expression(), jitter);
        }
    }

    /** Checks a source no more; a check that runs comes to its end. */
    public void unwatch(Source source) {
        String name = checkOf(source);
        for (String each : List.of(name + TICK, name)) {
            tasks.remove(each);
            run(() -> scheduler.deleteJob(JobKey.jobKey(each)));
        }
    }

    /** Checks a watched source once more, as soon as no check of it runs. */
    public void checkNow(Source source) {
        once(checkOf(source), Duration.ZERO);
    }

    private static String checkOf(Source source) {
        return "check " + source.id();
    }

    /** A cron trigger fires to the second, so it only sets off a later trigger: that is its jitter. */
    private void watchByCron(String name, String expression, Duration jitter) {
        String tick = name + TICK;
        add(tick, () -> once(name, randomUpTo(jitter)));
        Trigger trigger = TriggerBuilder.newTrigger()
                .forJob(tick)
                .withSchedule(CronScheduleBuilder.cronSchedule(expression)
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        run(() -> scheduler.scheduleJob(trigger));
    }

    /** Does something again and again, the first time after {@code interval}. */
    public void every(String name, Duration interval, Runnable task) {
        add(name, task);
        repeat(name, interval, interval);
    }

    /** Does something that has its times once more, as soon as it is not running. */
    public void now(String name) {
        once(name, Duration.ZERO);
    }

    private void add(String name, Runnable task) {
        tasks.put(name, new Task(name, task));
        JobDetail job =
                JobBuilder.newJob(Work.class).withIdentity(name).storeDurably().build();
        run(() -> scheduler.addJob(job, true));
    }

    private void repeat(String name, Duration interval, Duration firstIn) {
        Trigger trigger = TriggerBuilder.newTrigger()
                .forJob(name)
                .startAt(in(firstIn))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        run(() -> scheduler.scheduleJob(trigger));
    }

    private void once(String name, Duration delay) {
        Trigger trigger = TriggerBuilder.newTrigger()
                .forJob(JobKey.jobKey(name))
                .startAt(in(delay))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        run(() -> scheduler.scheduleJob(trigger));
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
        run(scheduler::standby);
    }

    /** Stops; waits up to ten seconds for work that runs. */
    @Override
    public void close() {
        ExecutorService waiter = Executors.newSingleThreadExecutor();
        waiter.execute(() -> run(() -> scheduler.shutdown(true)));
        waiter.shutdown();
        try {
            if (!waiter.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("some work did not end within ten seconds");
                run(() -> scheduler.shutdown(false));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface QuartzCall {
        void run() throws SchedulerException;
    }

    private static void run(QuartzCall call) {
        try {
            call.run();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz refused: " + e.getMessage(), e);
        }
    }
}
