package vn.loa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.web.Metrics.Sample;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    private Map<String, Double> samples() {
        return PrometheusText.of(metrics.text()).samples();
    }

    @Test
    void timers_and_gauges_have_the_names_and_units_of_prometheus() {
        metrics.took("loa.fetch", "Fetches", Map.of("result", "Fetched"), Duration.ofMillis(250));
        metrics.took("loa.fetch", "Fetches", Map.of("result", "Fetched"), Duration.ofMillis(750));
        metrics.set("loa.articles", "Articles", 7);
        assertThat(samples())
                .containsEntry("loa_fetch_seconds_count{result=\"Fetched\"}", 2.0)
                .containsEntry("loa_fetch_seconds_sum{result=\"Fetched\"}", 1.0)
                .containsEntry("loa_articles", 7.0);
    }

    @Test
    void what_a_gauge_no_longer_has_is_gone() {
        metrics.set("loa.queue", "Waiting", List.of(Sample.of("bot", "a", 1), Sample.of("bot", "b", 2)));
        metrics.set("loa.queue", "Waiting", List.of(Sample.of("bot", "b", 3)));
        assertThat(samples()).containsEntry("loa_queue{bot=\"b\"}", 3.0).doesNotContainKey("loa_queue{bot=\"a\"}");
    }

    @Test
    void a_label_with_quotes_and_line_breaks_is_escaped() {
        metrics.set("loa.queue", "Waiting", List.of(Sample.of("bot", "a\"b\\c\nd", 1)));
        assertThat(samples()).containsEntry("loa_queue{bot=\"a\\\"b\\\\c\\nd\"}", 1.0);
    }
}
