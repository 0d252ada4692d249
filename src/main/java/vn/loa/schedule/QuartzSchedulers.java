package vn.loa.schedule;

import java.util.Properties;
import java.util.function.Function;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/** Makes Quartz's schedulers, which keep their times in memory. */
final class QuartzSchedulers {
    private QuartzSchedulers() {}

    /**
     * Makes a scheduler that does nothing before its start.
     *
     * @param name begins the names of its threads
     * @param instance tells it from others of its name
     * @param work returns what a job of a name does
     */
    static Scheduler make(String name, String instance, int threads, Function<String, Runnable> work) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name + "-" + instance);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", name);
        try {
            Scheduler made = new StdSchedulerFactory(settings).getScheduler();
            made.setJobFactory((bundle, ignored) ->
                    new Work(work.apply(bundle.getJobDetail().getKey().getName())));
            return made;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }
}
