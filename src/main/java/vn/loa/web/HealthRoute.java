package vn.loa.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.loa.model.HealthIndicator;

/**
 * Answers with the health of all loops as JSON: 200 when none has a problem, otherwise 503.
 *
 * <pre>{@code {"well":true,"vitals":[{"name":"zalo/oa","last":"2026-11-01T00:00:00Z","problem":""}]}}</pre>
 */
public final class HealthRoute implements WebRoute {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<List<HealthIndicator.OfLoop>> loops;

    /**
     * Health.
     *
     * @param loops asked with each request, on several threads
     */
    public HealthRoute(Supplier<List<HealthIndicator.OfLoop>> loops) {
        this.loops = loops;
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
        List<HealthIndicator.OfLoop> all = loops.get();
        boolean well = all.stream().allMatch(HealthIndicator.OfLoop::isHealthy);
        ObjectNode answer = JSON.createObjectNode().put("well", well);
        ArrayNode shown = answer.putArray("vitals");
        all.forEach(loop -> show(loop, shown.addObject()));
        return WebAnswer.json(well ? 200 : 503, answer.toString());
    }

    private static void show(HealthIndicator.OfLoop loop, ObjectNode shown) {
        shown.put("name", loop.name());
        shown.put("last", loop.lastRound().map(Instant::toString).orElse(null));
        shown.put("problem", loop.problem().orElse(""));
    }
}
