package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.loa.command.ProblemText;
import vn.loa.fetch.FetchResult;
import vn.loa.model.Problem;
import vn.loa.phrases.Phrases;

class ProblemsTest {
    @Test
    void a_portal_that_loa_itself_is_reading_is_busy_and_whoever_asked_is_told_to_try_again() {
        FetchResult busy = new FetchResult.Busy(Duration.ofSeconds(15));
        Problem problem = Problems.of(busy);
        assertThat(problem).isEqualTo(new Problem(Problem.Kind.BUSY, "15 s"));
        assertThat(ProblemText.of(Phrases.vietnamese(), problem)).contains("đang đọc", "thử lại", "15 s");
        assertThat(Problems.wait(busy)).as("the portal asked for no pause").isEmpty();
    }
}
