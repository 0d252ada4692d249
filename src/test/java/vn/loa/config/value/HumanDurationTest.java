package vn.loa.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanDurationTest {
    @ParameterizedTest
    @CsvSource({
        "10m, PT10M",
        "90s, PT90S",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "500ms, PT0.5S",
        "5m500ms, PT5M0.5S",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "0s, PT0S",
        "999999999d, PT23999999976H",
    })
    void what_people_write_is_understood(String text, Duration duration) {
        assertThat(HumanDuration.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10",
                "m",
                "10 m",
                "10M",
                "10 phút",
                "-5m",
                "+5m",
                "1.5h",
                "30m1h",
                "1m1m",
                "5ms1s",
                "10min",
                "PT10M",
                "1w",
                "9999999999d",
                "\u0661\u0660m",
                "10m\n",
            })
    void what_could_be_meant_otherwise_is_refused(String text) {
        assertThatThrownBy(() -> HumanDuration.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT90M, 1h30m", "PT600S, 10m", "PT24H, 1d", "PT0.25S, 250ms", "PT61.5S, 1m1s500ms"})
    void it_is_shown_as_people_write_it(Duration duration, String text) {
        assertThat(HumanDuration.format(duration)).isEqualTo(text);
    }

    @Test
    void what_is_shown_can_be_read_back() {
        Random random = new Random(20261123);
        for (int i = 0; i < 1000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << (1 + random.nextInt(45))));
            assertThat(HumanDuration.parse(HumanDuration.format(duration))).isEqualTo(duration);
        }
    }
}
