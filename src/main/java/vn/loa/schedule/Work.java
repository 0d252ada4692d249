package vn.loa.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of the timetable; it never runs twice at the same time, and whatever it throws ends only this run. */
@DisallowConcurrentExecution
final class Work implements Job {
    private static final Logger log = LoggerFactory.getLogger(Work.class);

    private final Runnable task;

    Work(Runnable task) {
        this.task = task;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError e) {
            log.error("{} failed", context.getJobDetail().getKey().getName(), e);
        }
    }
}
