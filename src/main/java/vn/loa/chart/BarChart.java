package vn.loa.chart;

import java.util.List;
import java.util.Objects;

/**
 * A bar chart.
 *
 * @param title what stands above
 * @param lying whether the bars lie, which leaves room for long labels; else they stand
 * @param labels what the groups of bars are called, in order, left to right or top to bottom
 * @param series one bar of each group
 */
public record BarChart(String title, boolean lying, List<String> labels, List<Series> series) {
    /**
     * The bars of one colour.
     *
     * @param name what they count
     * @param values one for each label
     */
    public record Series(String name, List<Integer> values) {
        public Series {
            Objects.requireNonNull(name);
            values = List.copyOf(values);
        }
    }

    public BarChart {
        Objects.requireNonNull(title);
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        int groups = labels.size();
        if (groups == 0
                || series.isEmpty()
                || series.stream().anyMatch(each -> each.values().size() != groups)) {
            throw new IllegalArgumentException("a chart needs groups, and of each series a value for each");
        }
    }
}
