package vn.loa.schedule.cluster;

import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Runs what the key of a job names; of one job never two at the same time in the whole cluster. The name of this class stands
 * in the database.
 */
@DisallowConcurrentExecution
public final class SharedJob implements Job {
    private final Consumer<JobExecutionContext> work;

    SharedJob(Consumer<JobExecutionContext> work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.accept(context);
    }
}
