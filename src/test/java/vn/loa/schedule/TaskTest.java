package vn.loa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("the loggers belong to the whole process")
class TaskTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Task.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private long nanos;
    private Throwable failure;
    private final Task task = new Task(
            "dispatch",
            () -> {
                if (failure != null) {
                    throw new IllegalStateException(failure);
                }
            },
            () -> nanos);

    @BeforeEach
    void listen() {
        told.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(told);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(told);
        logger.setLevel(null);
    }

    private void runsFor(Duration time) {
        for (int i = 0; i < time.toSeconds(); i++) {
            nanos += Duration.ofSeconds(1).toNanos();
            task.run();
        }
    }

    private List<String> lines() {
        return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_failure_that_lasts_is_told_with_its_stack_once_then_in_a_line_a_minute_and_its_end() {
        for (int i = 0; i < 150; i++) {
            failure = new SQLException("[SQLITE_FULL] the disk is full, try " + i, "", 13);
            runsFor(Duration.ofSeconds(1));
        }
        failure = null;
        runsFor(Duration.ofSeconds(2));
        assertThat(lines()).hasSize(4).last().isEqualTo("dispatch works again after 150 failures");
        assertThat(lines().get(1)).startsWith("dispatch goes on failing, 61 times by now");
        assertThat(told.list.get(0).getThrowableProxy()).isNotNull();
        assertThat(told.list.get(1).getThrowableProxy()).isNull();
    }

    @Test
    void another_kind_of_failure_is_told_at_once() {
        failure = new SQLException("[SQLITE_FULL] the disk is full", "", 13);
        runsFor(Duration.ofSeconds(2));
        failure = new SQLException("[SQLITE_LOCKED] the table is locked", "", 6);
        runsFor(Duration.ofSeconds(2));
        assertThat(lines()).hasSize(2);
        assertThat(told.list).allMatch(event -> event.getThrowableProxy() != null);
    }

    @Test
    void a_run_that_goes_on_tells_how_long() {
        AtomicReference<Optional<Duration>> during = new AtomicReference<>();
        AtomicReference<Task> self = new AtomicReference<>();
        self.set(new Task(
                "check",
                () -> {
                    nanos += Duration.ofMinutes(6).toNanos();
                    during.set(self.get().running());
                },
                () -> nanos));
        nanos = 1_000_000_001;
        assertThat(self.get().running()).isEmpty();
        self.get().run();
        assertThat(during.get()).contains(Duration.ofMinutes(6));
        assertThat(self.get().running()).isEmpty();
    }
}
