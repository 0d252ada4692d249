package vn.loa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format 0.0.4 strictly: what it does not know is a failure. */
public final class PrometheusText {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) ?(.*)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? (NaN|[+-]Inf|-?[0-9.]+(?:[eE][+-]?[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\n\"])*)\",?");

    private final Map<String, Double> samples = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> helped = new HashSet<>();

    private PrometheusText() {}

    /** Returns what a text says. */
    public static PrometheusText of(String text) {
        assertThat(text).endsWith("\n");
        PrometheusText read = new PrometheusText();
        text.lines().forEach(read::line);
        assertThat(read.helped).as("everything is explained").containsAll(read.types.keySet());
        return read;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            comment(comment.group(1), comment.group(2), comment.group(3));
            return;
        }
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String name = sample.group(1);
        String family = name.replaceFirst("_(sum|count|bucket)$", "");
        assertThat(types.containsKey(name) || types.containsKey(family))
                .as("a type before " + line)
                .isTrue();
        if ("counter".equals(types.get(name))) {
            assertThat(name).endsWith("_total");
        }
        labels(sample.group(3), line);
        assertThat(samples.put(line.substring(0, line.lastIndexOf(' ')), value(sample.group(4))))
                .as("twice: " + line)
                .isNull();
    }

    private void comment(String kind, String name, String rest) {
        if (kind.equals("HELP")) {
            assertThat(helped.add(name)).as("help of " + name + " twice").isTrue();
        } else {
            assertThat(rest).isIn("counter", "gauge", "summary", "histogram", "untyped");
            assertThat(types.put(name, rest)).as("type of " + name + " twice").isNull();
        }
    }

    private static void labels(String labels, String line) {
        if (labels != null) {
            assertThat(LABEL.matcher(labels).replaceAll("")).as(line).isEmpty();
        }
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Returns the values by name and labels, as they are written. */
    public Map<String, Double> samples() {
        return Map.copyOf(samples);
    }
}
