package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPatienceTest {
    @Test
    void it_is_told_in_seconds() {
        assertThat(TestPatience.of("300")).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "5m", "1e3"})
    void what_is_no_number_of_seconds_is_refused_by_name(String seconds) {
        assertThatThrownBy(() -> TestPatience.of(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("loa.test.patience is ")
                .hasMessageEndingWith(": " + seconds);
    }
}
