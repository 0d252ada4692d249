package vn.loa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import vn.loa.waiting.TestPatience;

/** Ends schedulers whose work may be slow. */
class QuartzCallsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private Scheduler scheduler;

    @BeforeEach
    void start() throws SchedulerException {
        Task task = new Task("slow", this::work, System::nanoTime);
        scheduler = QuartzSchedulers.make("calls", Integer.toHexString(hashCode()), 1, job -> Optional.of(task));
        scheduler.start();
    }

    private void work() {
        begun.countDown();
        try {
            end.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginWork() throws SchedulerException, InterruptedException {
        scheduler.scheduleJob(
                JobBuilder.newJob(Work.class).withIdentity("slow").build(),
                TriggerBuilder.newTrigger().startNow().build());
        assertThat(begun.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @AfterEach
    void stop() throws SchedulerException {
        end.countDown();
        scheduler.shutdown(true);
    }

    @Test
    void where_nothing_runs_nothing_is_late_also_when_no_time_is_left() {
        assertThat(QuartzCalls.shutDown(Duration.ZERO, scheduler)).isTrue();
    }

    @Test
    void work_that_goes_on_is_late() throws SchedulerException, InterruptedException {
        beginWork();
        assertThat(QuartzCalls.shutDown(Duration.ofMillis(1), scheduler)).isFalse();
    }

    @Test
    void who_is_interrupted_calls_nothing_late() throws SchedulerException, InterruptedException {
        beginWork();
        Thread.currentThread().interrupt();
        boolean inTime = QuartzCalls.shutDown(TestPatience.LIMIT, scheduler);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inTime).isTrue();
    }
}
