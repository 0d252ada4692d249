package vn.loa.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartRendererTest {
    private final ChartRenderer draughtsman = ChartRenderer.open();

    private static BarChart chart(boolean lying, int groups) {
        List<String> labels =
                IntStream.range(0, groups).mapToObj(i -> "Thôn số " + i).toList();
        return new BarChart(
                "Đã nắm",
                lying,
                labels,
                List.of(
                        new BarChart.Series("Đã tới", Collections.nCopies(groups, 3)),
                        new BarChart.Series("Đã nắm", Collections.nCopies(groups, 0))));
    }

    private BufferedImage drawn(BarChart... charts) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(draughtsman.draw(List.of(charts))));
    }

    @Test
    void any_number_of_groups_can_be_drawn_standing_and_lying() throws IOException {
        for (int groups : List.of(1, 2, 7, 12)) {
            assertThat(drawn(chart(false, groups)).getWidth()).isEqualTo(1000);
            assertThat(drawn(chart(true, groups)).getWidth()).isEqualTo(1000);
        }
    }

    @Test
    void charts_stand_one_below_the_other() throws IOException {
        int both = drawn(chart(false, 7), chart(true, 3)).getHeight();
        assertThat(both)
                .isEqualTo(drawn(chart(false, 7)).getHeight()
                        + drawn(chart(true, 3)).getHeight());
    }

    @Test
    void a_chart_without_groups_or_with_missing_values_is_refused() {
        assertThatThrownBy(() -> chart(false, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new BarChart("x", false, List.of("a", "b"), List.of(new BarChart.Series("y", List.of(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
