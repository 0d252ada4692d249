package vn.loa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.LoggerFactory;
import vn.loa.waiting.TestPatience;

@Isolated("the loggers belong to the whole process")
class QuartzSchedulersTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(QuartzSchedulers.class);
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    @Test
    void a_job_that_nobody_knows_is_an_error_and_not_a_silent_nothing() throws SchedulerException {
        Listening listening = new Listening();
        listening.start();
        logger.addAppender(listening);
        Scheduler scheduler = QuartzSchedulers.make("unknown", "test", 1, job -> Optional.empty());
        try {
            scheduler.addJob(
                    JobBuilder.newJob(Work.class)
                            .withIdentity("check px")
                            .storeDurably()
                            .build(),
                    true);
            scheduler.start();
            scheduler.triggerJob(JobKey.jobKey("check px"));
            await().atMost(TestPatience.LIMIT).until(() -> !errors.isEmpty());
            assertThat(errors).containsExactly("nobody knows what the job check px is to do, so nothing was done");
        } finally {
            scheduler.shutdown(true);
            logger.detachAppender(listening);
        }
    }

    /** Keeps errors. */
    private final class Listening extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                errors.add(event.getFormattedMessage());
            }
        }
    }
}
