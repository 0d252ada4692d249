package vn.loa.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.loa.model.ComponentHealth;
import vn.loa.model.ComponentHealth.Severity;
import vn.loa.model.HealthReport;

/**
 * Answers with the health of all of Loa as JSON: 503 when a component cannot do its work, otherwise 200.
 *
 * <pre>{@code {"status":"ok","well":true,"version":"0.2.0","lastBackup":null,
 * "components":[{"id":"telegram/main.poll","severity":"ok","last":"2026-11-01T00:00:00Z","since":null,"cause":""}],
 * "sources":{"ok":3},"troubledSources":[],"nodes":{},"vitals":[{"name":"telegram/main.poll","last":"…","problem":""}]}}</pre>
 *
 * {@code well} and {@code vitals} are what Loa 0.1 answered, kept for monitors that read them.
 */
public final class HealthRoute implements WebRoute {
    private final Supplier<HealthReport> health;

    /**
     * Makes the route.
     *
     * @param health asked with each request, on several threads
     */
    public HealthRoute(Supplier<HealthReport> health) {
        this.health = health;
    }

    @Override
    public String path() {
        return "/health";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        HealthReport report = health.get();
        ObjectNode answer = HealthJson.status(report.worst());
        answer.put("well", report.worst() != Severity.CRITICAL);
        answer.put("version", report.version());
        answer.put("lastBackup", report.lastBackup().map(Instant::toString).orElse(null));
        HealthJson.list(report.components(), answer.putArray("components"));
        new TreeMap<>(report.sources()).forEach(answer.putObject("sources")::put);
        HealthJson.list(report.troubled(), answer.putArray("troubledSources"));
        new TreeMap<>(report.nodes()).forEach(answer.putObject("nodes")::put);
        vitals(report.components(), answer.putArray("vitals"));
        return HealthJson.answer(report.worst(), answer);
    }

    private static void vitals(List<ComponentHealth> components, ArrayNode into) {
        components.forEach(each -> into.addObject()
                .put("name", each.id())
                .put("last", each.last().map(Instant::toString).orElse(null))
                .put("problem", each.severity() == Severity.CRITICAL ? each.cause() : ""));
    }
}
