package vn.loa.schedule.cluster;

import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.DBConnectionManager;
import vn.loa.schedule.IdleThreadPool;
import vn.loa.store.Database;

/** Makes a node's part of the cluster of Quartz's schedulers that share their times in a database on a server. */
final class QuartzCluster {
    /** All nodes' schedulers have one name; their rows are told from others by it. */
    private static final String NAME = "shared";
    /** A node that has not said so for this time and Quartz's 7.5 seconds more counts as gone. */
    static final Duration SAYS_SO_EVERY = Duration.ofSeconds(5);
    /** Within this time a node finds what another has entered. */
    static final Duration LOOKS_EVERY = Duration.ofSeconds(5);
    /**
     * A time that is past by more was missed, and the rule of its trigger holds. Longer than a dead node's work waits for
     * another: else what came due meanwhile would be passed over, or wait for Quartz to look for what was missed, which it
     * does once in this time.
     */
    static final Duration MISSED_AFTER = Duration.ofSeconds(30);

    private QuartzCluster() {}

    /**
     * Makes a scheduler that does nothing before its start.
     *
     * @param threads how many jobs run here at a time
     * @param work does what a fired job stands for
     */
    static Scheduler scheduler(Database database, int threads, Consumer<JobExecutionContext> work) {
        DBConnectionManager.getInstance().addConnectionProvider(database.life(), new LentConnections(database));
        try {
            Scheduler made = new StdSchedulerFactory(settings(database.life(), threads)).getScheduler();
            // Quartz hands out one of a name; a process that runs two nodes needs both.
            SchedulerRepository.getInstance().remove(NAME);
            made.setJobFactory((bundle, scheduler) -> new SharedJob(work));
            return made;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    private static Properties settings(String life, int threads) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", NAME);
        settings.setProperty("org.quartz.scheduler.instanceId", life);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.idleWaitTime", "" + LOOKS_EVERY.toMillis());
        settings.setProperty("org.quartz.scheduler.dbFailureRetryInterval", "" + LOOKS_EVERY.toMillis());
        // What waits for a server that is away keeps no process from ending.
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.threadPool.class", IdleThreadPool.class.getName());
        settings.setProperty("org.quartz.threadPool.threadCount", "" + threads);
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", NAME);
        settings.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        settings.setProperty("org.quartz.jobStore.dataSource", life);
        settings.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", "" + SAYS_SO_EVERY.toMillis());
        settings.setProperty("org.quartz.jobStore.dbRetryInterval", "" + LOOKS_EVERY.toMillis());
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "" + MISSED_AFTER.toMillis());
        return settings;
    }
}
