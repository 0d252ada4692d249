package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Tells what fails at the end from what takes too long. */
@Isolated("the loggers belong to the whole process")
class EndingsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Endings.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        logger.addAppender(told);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(told);
    }

    private void assertTold(Level level, String words) {
        assertThat(told.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(level);
            assertThat(event.getFormattedMessage()).isEqualTo(words);
        });
    }

    @Test
    void an_ending_that_failed_is_an_error_with_its_cause() {
        Endings.await("one", CompletableFuture.failedFuture(new IllegalStateException("no")), Duration.ZERO);
        assertTold(Level.ERROR, "one did not end well");
        assertThat(told.list.get(0).getThrowableProxy().getMessage()).isEqualTo("no");
    }

    @Test
    void an_ending_without_an_end_is_waited_for_no_longer_than_allowed() {
        Endings.await("one", new CompletableFuture<>(), Duration.ofMillis(1));
        assertTold(Level.WARN, "one did not end in time");
    }

    @Test
    void one_that_has_ended_is_well_also_when_no_time_is_left() {
        Endings.await("one", CompletableFuture.completedFuture("x"), Duration.ZERO);
        assertThat(told.list).isEmpty();
    }
}
