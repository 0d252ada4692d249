package vn.loa.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Runs one job of the timetable; never twice at the same time. */
@DisallowConcurrentExecution
final class Work implements Job {
    private final Runnable task;

    Work(Runnable task) {
        this.task = task;
    }

    @Override
    public void execute(JobExecutionContext context) {
        task.run();
    }
}
