package vn.loa.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether Loa is well: 200 when no vital has a problem, otherwise 503, with all vitals as JSON.
 *
 * <pre>{@code {"well":true,"vitals":[{"name":"zalo/oa","last":"2026-11-01T00:00:00Z","problem":""}]}}</pre>
 */
public final class HealthRoute implements WebRoute {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<List<WebVital>> vitals;

    /**
     * Health.
     *
     * @param vitals asked with each request, on several threads
     */
    public HealthRoute(Supplier<List<WebVital>> vitals) {
        this.vitals = vitals;
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
        List<WebVital> all = vitals.get();
        boolean well = all.stream().allMatch(WebVital::well);
        ObjectNode answer = JSON.createObjectNode().put("well", well);
        ArrayNode shown = answer.putArray("vitals");
        all.forEach(vital -> show(vital, shown.addObject()));
        return WebAnswer.json(well ? 200 : 503, answer.toString());
    }

    private static void show(WebVital vital, ObjectNode shown) {
        shown.put("name", vital.name());
        shown.put("last", vital.last().map(Instant::toString).orElse(null));
        shown.put("problem", vital.problem());
    }
}
