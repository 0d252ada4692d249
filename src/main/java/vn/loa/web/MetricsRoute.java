package vn.loa.web;

import java.util.Set;

/** Answers {@code /metrics} for Prometheus. */
public final class MetricsRoute implements WebRoute {
    private final Metrics metrics;
    private final Runnable collection;

    /**
     * Makes the route.
     *
     * @param collection sets the gauges, before each answer
     */
    public MetricsRoute(Metrics metrics, Runnable collection) {
        this.metrics = metrics;
        this.collection = collection;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        collection.run();
        return new WebAnswer(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
    }
}
