package vn.loa.schedule;

import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes Quartz's schedulers, which keep their times in memory. */
final class QuartzSchedulers {
    private static final Logger log = LoggerFactory.getLogger(QuartzSchedulers.class);

    private QuartzSchedulers() {}

    /**
     * Makes a scheduler that does nothing before its start.
     *
     * @param name begins the names of its threads
     * @param instance tells it from others of its name
     * @param work returns what a job of a name does; empty for a name that nobody knows
     */
    static Scheduler make(String name, String instance, int threads, Function<String, Optional<Task>> work) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name + "-" + instance);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.threadPool.class", IdleThreadPool.class.getName());
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", name);
        try {
            Scheduler made = new StdSchedulerFactory(settings).getScheduler();
            made.setJobFactory((bundle, scheduler) -> {
                JobKey job = bundle.getJobDetail().getKey();
                return new Work(
                        work.apply(job.getName()).map(Runnable.class::cast).orElse(() -> missed(scheduler, job)));
            });
            return made;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    /** A job that was taken away while it fired is missed by nobody. */
    private static void missed(Scheduler scheduler, JobKey job) {
        try {
            if (scheduler.checkExists(job)) {
                log.error("nobody knows what the job {} is to do, so nothing was done", job.getName());
            }
        } catch (SchedulerException e) {
            log.error("nobody knows what the job {} is to do, or whether it is there", job.getName(), e);
        }
    }
}
