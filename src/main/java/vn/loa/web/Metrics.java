package vn.loa.web;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Keeps what is counted and measured, in the names and units of Prometheus. Labels are words out of a fixed or configured
 * set, never a chat, a person or an address.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    private boolean ofJava;

    /**
     * One value of a gauge.
     *
     * @param labels by name; the same names for each value of a gauge
     */
    public record Sample(Map<String, String> labels, double value) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        /** Returns a value with one label. */
        public static Sample of(String label, String word, double value) {
            return new Sample(Map.of(label, word), value);
        }
    }

    /** Counts and sums up durations; the name is given without {@code _seconds}. */
    public void took(String name, String help, Map<String, String> labels, Duration duration) {
        Timer.builder(name)
                .description(help)
                .tags(tags(labels))
                .register(registry)
                .record(duration);
    }

    /** Sets a gauge to these values; former ones that are not among them are gone. */
    public void set(String name, String help, List<Sample> samples) {
        gauges.computeIfAbsent(
                        name, each -> MultiGauge.builder(each).description(help).register(registry))
                .register(
                        samples.stream()
                                .map(sample -> MultiGauge.Row.of(tags(sample.labels()), sample.value()))
                                .collect(Collectors.toList()),
                        true);
    }

    /** Sets a gauge without labels. */
    public void set(String name, String help, double value) {
        set(name, help, List.of(new Sample(Map.of(), value)));
    }

    private static Tags tags(Map<String, String> labels) {
        return Tags.of(labels.entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
    }

    /** Returns everything in Prometheus' text format, version 0.0.4. */
    String text() {
        measureJava();
        return registry.scrape();
    }

    /**
     * Adds Java's own memory, threads and uptime when somebody first asks: to look at them, Java wakes all its management,
     * the flight recorder too, which a start need not wait for.
     */
    private synchronized void measureJava() {
        if (!ofJava) {
            ofJava = true;
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}
