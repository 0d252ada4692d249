package vn.loa.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.model.DeliveryState;
import vn.loa.store.StatisticsStore.SettledDeliveries;

class DeliveryChartTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant FROM = DeliveryChart.beginning(Instant.parse("2026-03-09T10:40:00Z"));

    @Test
    void a_day_without_deliveries_is_a_picture_without_bars() {
        DeliveryChart chart = DeliveryChart.of(List.of(), FROM, ZONE);
        assertThat(chart.bars()).hasSize(24).allMatch(bar -> bar.sentHeight() + bar.deadHeight() == 0);
        assertThat(chart.bars().get(23).hour()).isEqualTo("17:00");
    }

    @Test
    void the_highest_bar_fills_the_picture_and_few_among_many_are_seen() {
        DeliveryChart chart = DeliveryChart.of(
                List.of(
                        new SettledDeliveries(0, DeliveryState.SENT, 1),
                        new SettledDeliveries(23, DeliveryState.SENT, 1_000_000),
                        new SettledDeliveries(23, DeliveryState.DEAD, 3),
                        new SettledDeliveries(24, DeliveryState.SENT, 7)),
                FROM,
                ZONE);
        assertThat(chart.sent()).isEqualTo(1_000_001);
        assertThat(chart.dead()).isEqualTo(3);
        assertThat(chart.bars().get(0).sentHeight()).isEqualTo(2);
        DeliveryChart.Bar last = chart.bars().get(23);
        assertThat(last.deadHeight()).isEqualTo(2);
        assertThat(last.deadTop()).isNotNegative();
        assertThat(last.sentTop() + last.sentHeight()).isEqualTo(120);
    }
}
