package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import vn.loa.model.Problem;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;

@Isolated("the loggers belong to the whole process")
class CheckLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(CheckLog.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private SourceCheck before = SourceCheck.never();

    @BeforeEach
    void listen() {
        told.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(told);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(told);
        logger.setLevel(null);
    }

    private Level check(Optional<Problem.Kind> kind, int read) {
        Optional<Problem> problem = kind.map(each -> new Problem(each, "HTTP 502"));
        SourceHealth health = kind.isPresent() ? SourceHealth.DOWN : SourceHealth.OK;
        CheckLog.tell(new CheckReport("px", true, health, problem, 20, read, 0, 0), before);
        Optional<Instant> good = kind.isPresent() ? before.firstGood() : Optional.of(Instant.EPOCH);
        before = new SourceCheck(
                good, good, good, good, 0, health, good, problem, 20, Optional.empty(), Optional.empty());
        return told.list.get(told.list.size() - 1).getLevel();
    }

    private Level well(int read) {
        return check(Optional.empty(), read);
    }

    private Level ill(Problem.Kind kind) {
        return check(Optional.of(kind), 0);
    }

    @Test
    void a_source_out_of_reach_is_one_warning_however_long_it_lasts() {
        assertThat(well(20)).isEqualTo(Level.INFO);
        assertThat(ill(Problem.Kind.UNREACHABLE)).isEqualTo(Level.WARN);
        assertThat(told.list.get(1).getFormattedMessage())
                .isEqualTo("source px: UNREACHABLE: HTTP 502; this is told once");
        for (int i = 0; i < 50; i++) {
            assertThat(ill(Problem.Kind.UNREACHABLE)).isEqualTo(Level.DEBUG);
        }
        assertThat(ill(Problem.Kind.NO_LIST)).as("another trouble").isEqualTo(Level.WARN);
        assertThat(well(0)).as("its end").isEqualTo(Level.INFO);
        assertThat(well(0)).isEqualTo(Level.DEBUG);
    }

    @Test
    void a_source_that_was_never_read_warns_once_too() {
        assertThat(ill(Problem.Kind.UNREACHABLE)).isEqualTo(Level.WARN);
        assertThat(ill(Problem.Kind.UNREACHABLE)).isEqualTo(Level.DEBUG);
        assertThat(well(20)).isEqualTo(Level.INFO);
    }

    @Test
    void a_check_with_nothing_new_is_for_debugging_and_one_with_news_is_not() {
        assertThat(well(20)).isEqualTo(Level.INFO);
        assertThat(well(0)).isEqualTo(Level.DEBUG);
        assertThat(well(1)).isEqualTo(Level.INFO);
    }
}
